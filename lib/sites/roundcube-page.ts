import type { Folder } from '@/lib/core/raw-sighting';
import { all, first, oncePerPage } from '@/lib/sites/page-parts';

/** What the address of a page or link says about a message. */
export interface MessageRef {
  /** The server's own name of the folder, untranslated. */
  readonly mailbox: string;
  readonly uid: string;
}

/** What a folder is for; junk and trash hold no contact, drafts not yet. */
export type FolderUse = 'inbox' | 'sent' | 'drafts' | 'junk' | 'trash' | 'other';

/** The settings that the server writes into every page; only what adapters use. All of it is optional. */
export interface PageSettings {
  readonly userId?: string;
  readonly username?: string;
  readonly delimiter?: string;
  /** jQuery UI's form of the date format, such as `dd.mm.yy`. */
  readonly dateFormat?: string;
  readonly uses: ReadonlyMap<string, FolderUse>;
  readonly identities: readonly string[];
}

const special: readonly FolderUse[] = ['inbox', 'sent', 'drafts', 'junk', 'trash'];

/** The message that an address names; a draft (`_draft_uid`) is none. */
export function messageOf(url: URL): MessageRef | undefined {
  const mailbox = url.searchParams.get('_mbox');
  // A search through several folders writes `9-Trash`.
  const uid = /^\d+/.exec(url.searchParams.get('_uid') ?? '')?.[0];
  return mailbox && uid ? { mailbox, uid } : undefined;
}

/** The lasting address of a message, whatever view it was seen in. */
export function messageUrl({ mailbox, uid }: MessageRef, url: URL): string {
  const query = new URLSearchParams({ _task: 'mail', _mbox: mailbox, _uid: uid, _action: 'show' });
  return `${url.origin}${url.pathname}?${query}`;
}

/** A task's action: `mail/` for the list, `mail/show` for a message. */
export function actionOf(url: URL): string {
  return `${url.searchParams.get('_task') || 'mail'}/${url.searchParams.get('_action') ?? ''}`;
}

/** What a folder is for; folders below Sent, Drafts, Junk and Trash are for the same. */
export function folderUse(page: Document, mailbox: string): FolderUse {
  const settings = pageSettings(page);
  const own = markedUse(page, settings, mailbox);
  if (own !== 'other') return own;
  const delimiter = settings.delimiter || '/';
  for (let end = mailbox.lastIndexOf(delimiter); end > 0; end = mailbox.lastIndexOf(delimiter, end - 1)) {
    const use = markedUse(page, settings, mailbox.slice(0, end));
    // With some servers every folder lies below INBOX.
    if (use !== 'other') return use === 'inbox' ? 'other' : use;
  }
  return 'other';
}

/** The folder of sent mail, by the server's name. */
export function sentMailbox(page: Document): string | undefined {
  const listed = first(page, '#mailboxlist li.sent > a[rel]')?.getAttribute('rel');
  const known = [...pageSettings(page).uses].find(([, use]) => use === 'sent');
  return listed ?? known?.[0];
}

/** The adapter's word for a folder; `undefined`: it holds no contact, or none yet. */
export function contactFolder(page: Document, mailbox: string): Folder | undefined {
  const use = folderUse(page, mailbox);
  return use === 'inbox' || use === 'sent' || use === 'other' ? use : undefined;
}

/** The folder list bears the use as a class; it is made by the program, so that every skin has it. */
function markedUse(page: Document, { uses }: PageSettings, mailbox: string): FolderUse {
  if (mailbox === 'INBOX') return 'inbox';
  const name = mailbox.replace(/["\\]/g, '\\$&');
  const entry = first(page, `#mailboxlist a[rel="${name}"]`)?.closest('li');
  return special.find((use) => entry?.classList.contains(use)) ?? uses.get(mailbox) ?? 'other';
}

/** The settings stand in the page's own inline script. */
export const pageSettings = oncePerPage((page): PageSettings => {
  const scripts = all(page, 'script:not([src])').filter((script) => !script.closest('#messagebody'));
  for (const script of scripts) {
    const settings = settingsIn(script);
    if (settings) return settings;
  }
  return { uses: new Map(), identities: [] };
});

/** One line of the script is a call with a JSON object; what a mail holds is escaped in it. */
function settingsIn(script: Element): PageSettings | undefined {
  const json = /^rcmail\.set_env\((\{.*\})\);$/m.exec(script.textContent ?? '')?.[1];
  return json ? readSettings(parsed(json)) : undefined;
}

function readSettings(settings: unknown): PageSettings {
  const raw = fieldsOf(settings);
  const text = (name: string) => {
    const value = raw.get(name);
    return typeof value === 'string' && value ? value : undefined;
  };
  const uses = new Map<string, FolderUse>();
  for (const use of special) {
    const mailbox = text(`${use}_mailbox`);
    if (mailbox) uses.set(mailbox, use);
  }
  for (const [mailbox, entry] of fieldsOf(raw.get('mailboxes'))) {
    const use = special.find((one) => one === fieldsOf(entry).get('class'));
    if (use) uses.set(mailbox, use);
  }
  const identities = [...fieldsOf(raw.get('identities')).values()].map((entry) => fieldsOf(entry).get('email'));
  return {
    userId: text('user_id'),
    username: text('username'),
    delimiter: text('delimiter'),
    dateFormat: text('date_format'),
    uses,
    identities: identities.filter((email) => typeof email === 'string'),
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

/** The login name shown in the frame of the page; classic shows none. */
export function shownLogin(page: Document): string | undefined {
  return first(page, '.header-title.username, #topline .username')?.textContent?.trim() || undefined;
}
