import type { FolderNames } from './dovecot.ts';
import { type Draft, type MailboxForm, mailbox } from './mime.ts';
import { type Chance, type Customer, type Person, rep } from './people.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const serverFolders: FolderNames = { sent: 'Sent', drafts: 'Drafts', junk: 'Junk', trash: 'Trash' };
export const archive = 'Archive';

/** What has been said with one customer so far; the newest of both directions is the truth. */
export interface Correspondence {
  readonly customer: Customer;
  readonly index: number;
  lastIn?: { at: number; folder: string };
  lastOut?: { at: number; folder: string };
  /** The thread that is being written in. */
  thread: string[];
  subject: string;
  readonly decoys: string[];
}

/** The mailbox under construction. */
export interface Desk {
  readonly chance: Chance;
  readonly now: number;
  readonly correspondences: readonly Correspondence[];
  put(draft: Omit<Draft, 'messageId'>, place: { folder: string; arrivedAt?: number }): string;
}

const forms: readonly MailboxForm[] = ['plain', 'surname-first', 'encoded', 'bare', 'comment', 'encoded-q', 'quoted'];
const zones = [0, 60, 120, -300, 540, 330, 'EST', 'GMT'] as const;

/** A mail of ours that counts. */
export function writeTo(desk: Desk, who: Correspondence, sentAt: number, to: readonly string[] = []): void {
  const { chance } = desk;
  const references = who.thread.slice();
  const id = desk.put(
    {
      from: mailbox(rep, 'plain'),
      to: [mailbox(who.customer, chance.pick(['plain', 'encoded', 'bare'])), ...to],
      subject: replyTo(who),
      sentAt,
      references,
      body: 'Good day,\n\nas promised.\n\nRobin',
    },
    { folder: serverFolders.sent },
  );
  who.thread = [...references, id].slice(-6);
  if (!who.lastOut || sentAt > who.lastOut.at) who.lastOut = { at: sentAt, folder: serverFolders.sent };
}

/** A mail of theirs that counts. */
export function hearFrom(desk: Desk, who: Correspondence, sentAt: number, folder = 'INBOX', arrivedAt = sentAt): void {
  const { chance } = desk;
  const references = who.thread.slice();
  const id = desk.put(
    {
      from: mailbox(who.customer, chance.pick(forms)),
      to: [mailbox(rep, chance.pick(['plain', 'bare', 'surname-first']))],
      subject: replyTo(who),
      sentAt,
      zone: chance.pick(zones),
      references,
      body: `Hello Robin,\n\nplease see below.\n\n${who.customer.name}`,
    },
    { folder, arrivedAt },
  );
  who.thread = [...references, id].slice(-6);
  if (!who.lastIn || sentAt > who.lastIn.at) who.lastIn = { at: sentAt, folder };
}

export function replyTo(who: Correspondence): string {
  return who.thread.length > 0 ? `Re: ${who.subject}` : who.subject;
}

/** An instant after everything real of this customer and at least an hour before now. */
export function afterAll({ chance, now }: Desk, who: Correspondence): number {
  const newest = Math.max(who.lastIn?.at ?? 0, who.lastOut?.at ?? 0);
  return newest + 40 * minute + Math.floor(chance.next() * 0.9 * (now - hour - newest - 40 * minute));
}

export function someone(name: string, address: string): Person {
  return { name, address };
}
