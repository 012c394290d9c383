import { chownSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Owner } from './processes.ts';

/** A message to be put into a mailbox, as if it had arrived then. */
export interface StoredMail {
  /** IMAP folder name; `INBOX` for the inbox. */
  readonly folder: string;
  readonly arrivedAt: number;
  readonly seen: boolean;
  /** Whole message; ASCII, or bytes as latin1 characters. */
  readonly text: string;
}

/** Makes the Maildir and its folders, all of them owned by the server. */
export function createMaildir(root: string, folders: readonly string[], owner: Owner): void {
  for (const folder of ['INBOX', ...folders]) {
    for (const part of ['', 'cur', 'new', 'tmp']) {
      const directory = join(folderPath(root, folder), part);
      mkdirSync(directory, { recursive: true });
      giveTo(directory, owner);
    }
  }
}

let serial = 0;

/** Files one message. The server numbers messages by file name, so names sort by arrival. */
export function putMail(root: string, mail: StoredMail, owner: Owner): void {
  const second = String(Math.floor(mail.arrivedAt / 1_000)).padStart(12, '0');
  const name = `${second}.M${String(serial++).padStart(6, '0')}.localhost`;
  const file = mail.seen ? join('cur', `${name}:2,S`) : join('new', name);
  const path = join(folderPath(root, mail.folder), file);
  writeFileSync(path, mail.text, 'latin1');
  // Dovecot takes the time of arrival from the file.
  utimesSync(path, mail.arrivedAt / 1_000, mail.arrivedAt / 1_000);
  giveTo(path, owner);
}

function folderPath(root: string, folder: string): string {
  return folder === 'INBOX' ? root : join(root, `.${folder.replaceAll('/', '.')}`);
}

function giveTo(path: string, owner: Owner): void {
  if (process.getuid?.() === 0) chownSync(path, owner.uid, owner.gid);
}
