import { chownSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { archive, serverFolders } from './correspondence.ts';
import { startDovecot } from './dovecot.ts';
import { openEveryFolder } from './imap-client.ts';
import { installRoundcube } from './install.ts';
import { type CustomerTruth, generateMailbox } from './mailbox.ts';
import { createMaildir, putMail } from './maildir.ts';
import { rep } from './people.ts';
import { serverOwner } from './processes.ts';
import { type ListLayout, type Skin, startRoundcubeServer } from './roundcube.ts';
import { type SubmittedMail, startSmtpSink } from './smtp-sink.ts';

export interface RealRoundcubeOptions {
  readonly skin?: Skin;
  readonly layout?: ListLayout;
  readonly threads?: boolean;
  /** Roundcube's own name of a language, such as `de_DE`. */
  readonly language?: string;
  readonly dateFormat?: string;
  readonly rich?: boolean;
  readonly signature?: string;
  /** Instant before which all generated mail lies. */
  readonly now: number;
  readonly seed?: number;
}
export interface RealRoundcube {
  readonly url: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly truth: readonly CustomerTruth[];
  /** Mails that Roundcube handed in, in their order. */
  readonly submitted: readonly SubmittedMail[];
  /** Addresses whose mail the server refuses to take; may be changed while it runs. */
  readonly refused: Set<string>;
  stop(): Promise<void>;
}

const usual = {
  skin: 'elastic',
  layout: 'widescreen',
  threads: false,
  language: 'en_US',
  dateFormat: 'Y-m-d',
  rich: false,
  signature: '',
} as const;

/**
 * A real Roundcube over a real IMAP server on 127.0.0.1, filled with generated mail whose true last-contact dates are
 * known. Everything lies in a fresh directory, which `stop` removes.
 */
export async function startRoundcube(options: RealRoundcubeOptions): Promise<RealRoundcube> {
  const owner = serverOwner();
  // Not below the project: the servers' user may not enter there, and names of sockets must stay short.
  const home = realpathSync(temporaryFolder('roundcube'));
  if (process.getuid?.() === 0) chownSync(home, owner.uid, owner.gid);
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of stops.toReversed()) await end();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const maildir = join(home, 'mail');
    const { mails, truth } = generateMailbox({ seed: options.seed ?? 1, now: options.now });
    const folders = [...Object.values(serverFolders), archive];
    createMaildir(maildir, folders, owner);
    for (const mail of mails) putMail(maildir, mail, owner);

    const user = rep.address;
    const password = 'holdfast';
    const imap = await startDovecot({ home, maildir, user, password, owner, folders: serverFolders });
    stops.push(imap.stop);
    await openEveryFolder(imap.port, user, password, ['INBOX', ...folders]);
    const submitted: SubmittedMail[] = [];
    const refused = new Set<string>();
    const smtp = await startSmtpSink((mail) => {
      submitted.push(mail);
      if (!mail.recipients.includes(user)) return;
      putMail(maildir, { folder: 'INBOX', arrivedAt: Date.now(), seen: false, text: mail.text }, owner);
    }, refused);
    stops.push(smtp.stop);
    const servers = { home, owner, imapPort: imap.port, smtpPort: smtp.port, folders: serverFolders, user: rep };
    const web = await startRoundcubeServer({ ...usual, ...options, ...servers });
    stops.push(web.stop);
    return { url: `http://127.0.0.1:${web.port}/`, port: web.port, user, password, truth, submitted, refused, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const skins: readonly string[] = ['elastic', 'larry', 'classic'];

function isSkin(text: string): text is Skin {
  return skins.includes(text);
}

/** `node tests/real-roundcube/start.ts [skin]`: for a person to click through. */
async function main(): Promise<void> {
  const problem = installRoundcube();
  if (problem) {
    console.log(problem);
    process.exitCode = 1;
    return;
  }
  const skin = process.argv[2] ?? 'elastic';
  if (!isSkin(skin)) throw new Error(`No such skin: ${skin}. There are ${skins.join(', ')}.`);
  const server = await startRoundcube({ skin, now: Date.now() });
  console.log(
    `Roundcube (${skin}): ${server.url}\nName: ${server.user}\nPassword: ${server.password}\nEnd with Ctrl+C.`,
  );
  const end = () => void server.stop().then(() => process.exit());
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

if (import.meta.main) await main();
