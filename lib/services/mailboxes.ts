import { canonicalAddress, mailboxKey } from '@/lib/core/address';
import { addDays, civilDate, startOfDay } from '@/lib/core/calendar';
import type { Address, MailboxRow } from '@/lib/core/model';
import type { Folder } from '@/lib/core/raw-sighting';
import type { Settings } from '@/lib/core/settings';
import type { HoldfastDatabase } from '@/lib/db/database';
import { exclusively } from '@/lib/db/lock';
import type { UserRows } from '@/lib/db/settings';
import type { RequestOf } from '@/lib/messaging/protocol';
import type { ServiceContext } from './context';
import { addressesOf, lookUp } from './people';

type Account = RequestOf<'holdSend'>['account'];

/** A report as far as it tells of the mailbox it was made in. */
export interface MailboxReport {
  readonly site: string;
  readonly account: Account;
  /** Folder that a list shows; `undefined`: no list was read. */
  readonly listed?: Folder;
  /** Senders of mail in Sent: the user's own, also where the page never says whose mailbox it is. */
  readonly senders: readonly string[];
}

const minute = 60_000;
const maxOwn = 50;

/** Keeps what a report shows of its mailbox: own addresses, templates, when its folders were last seen. */
export async function noteMailbox(
  db: HoldfastDatabase,
  report: MailboxReport,
  { settings, mailboxes }: UserRows,
  context: ServiceContext,
): Promise<{ readonly mailbox: MailboxRow; readonly mailboxes: readonly MailboxRow[] }> {
  const { origin } = context.caller;
  const key = `${report.site}|${origin}|${report.account.index}`.slice(0, 200);
  const before = mailboxes.find((one) => one.key === key);
  const learned = addressesOf([...report.account.addresses, ...report.senders]).filter(
    (address) => !before?.addresses.includes(address),
  );
  const strangers = await withoutTracked(db, learned, settings);
  const row: MailboxRow = {
    key,
    site: report.site,
    origin,
    addresses: [...new Set([...(before?.addresses ?? []), ...strangers])].slice(0, maxOwn),
    searchUrl: sameOrigin(report.account.searchUrl, origin) ?? before?.searchUrl,
    composeUrl: sameOrigin(report.account.composeUrl, origin) ?? before?.composeUrl,
    sentUrl: sameOrigin(report.account.sentUrl, origin) ?? before?.sentUrl,
    inboxSeenAt: seenAt(before?.inboxSeenAt, report.listed === 'inbox', context.now()),
    sentSeenAt: seenAt(before?.sentSeenAt, report.listed === 'sent', context.now()),
    ...(before?.searches ? { searches: before.searches } : {}),
  };
  if (JSON.stringify(row) !== JSON.stringify(before)) {
    await exclusively('holdfast-write', async () => {
      await db.mailboxes.put(row);
      // Who wrote a mail rests on whose the mailbox is: open pages must ask again.
      const known = new Set([...settings.ownAddresses, ...(before?.addresses ?? [])]);
      const isNew = row.addresses.some((address) => !known.has(address));
      if (isNew || (await endsDoubt(db, before?.sentSeenAt, row.sentSeenAt, context))) await context.committed(0);
    });
  }
  return { mailbox: row, mailboxes: [...mailboxes.filter((one) => one.key !== key), row] };
}

/** A page must not be able to turn a customer into the user himself, and so silence that customer's badge. */
async function withoutTracked(
  db: HoldfastDatabase,
  addresses: readonly Address[],
  settings: Settings,
): Promise<Address[]> {
  const named = new Set(settings.ownAddresses.map(mailboxKey));
  const known = await lookUp(db, addresses);
  return addresses.filter((address, index) => !known[index] || named.has(mailboxKey(address)));
}

/** Once a minute is exact enough, and spares a write per scroll. */
function seenAt(before: number | undefined, seenNow: boolean, now: number): number | undefined {
  if (!seenNow) return before;
  return before === undefined || now - before >= minute || now < before ? now : before;
}

/** A page may name addresses of its own application, and no others: they are opened at a click. */
export function sameOrigin(url: string | undefined, origin: string): string | undefined {
  const parsed = url ? URL.parse(url) : null;
  return parsed && parsed.origin === origin && /^https?:$/.test(parsed.protocol) ? url : undefined;
}

/** Was anybody said to be due with a question mark, because Sent had not been seen on that day? */
async function endsDoubt(
  db: HoldfastDatabase,
  before: number | undefined,
  after: number | undefined,
  { timeZone, now }: ServiceContext,
): Promise<boolean> {
  if (after === undefined || after === before) return false;
  const lastOn = before === undefined ? undefined : civilDate(before, timeZone);
  const from = lastOn === undefined ? 0 : startOfDay(addDays(lastOn, 1), timeZone);
  return (await db.contacts.where('attentionAt').between(from, now(), true, true).limit(1).count()) > 0;
}

const maxSearches = 300;

/**
 * Keeps for whom a mail search was looked at: the one that Holdfast itself opens, which finds mail both ways. Its rows need
 * not name the person: of mail that nobody answered they show the user alone. `true`: something was kept.
 */
export async function noteSearches(
  db: HoldfastDatabase,
  mailbox: MailboxRow,
  { view, folder }: Pick<RequestOf<'reportSightings'>, 'view' | 'folder'>,
  context: ServiceContext,
): Promise<boolean> {
  const { searchUrl, key } = mailbox;
  const { tabUrl } = context.caller;
  if (view !== 'list' || folder !== 'search' || !searchUrl || !tabUrl) return false;
  const address = addressSearched(searchUrl, tabUrl);
  const [found] = address === undefined ? [] : await lookUp(db, [address]);
  const contactId = found?.contact.id;
  const now = context.now();
  const before = mailbox.searches?.find((one) => one.contactId === contactId)?.seenAt;
  if (contactId === undefined || seenAt(before, true, now) === before) return false;
  await exclusively('holdfast-write', async () => {
    const row = await db.mailboxes.get(key);
    const others = (row?.searches ?? []).filter((one) => one.contactId !== contactId);
    await db.mailboxes.update(key, { searches: [{ contactId, seenAt: now }, ...others].slice(0, maxSearches) });
    await context.committed(0);
  });
  return true;
}

/** A mailbox's template with the address filled in. */
export function searchFor(template: string, address: Address): string {
  return template.replaceAll('{address}', encodeURIComponent(address));
}

/** Whose address fills the template in the address that a tab shows. */
function addressSearched(template: string, tabUrl: string): Address | undefined {
  const shown = plainUrl(tabUrl);
  const [before = '', after = ''] = plainUrl(template).split('{address}');
  if (!shown.startsWith(before)) return undefined;
  const end = after === '' ? shown.length : shown.indexOf(after, before.length);
  const address = canonicalAddress(shown.slice(before.length, Math.max(end, before.length)));
  return address !== undefined && plainUrl(searchFor(template, address)) === shown ? address : undefined;
}

/** Pages write their own addresses anew, with other characters escaped and notes of their own at the end. */
function plainUrl(url: string): string {
  const [place = '', hash = ''] = url.split('#');
  try {
    return decodeURIComponent(`${place}#${hash.split('?')[0]}`.replaceAll('+', ' ')).toLowerCase();
  } catch {
    return url;
  }
}
