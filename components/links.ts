import type { Address, MailboxRow } from '@/lib/core/model';

/** Links come from pages: only web addresses are opened, never `javascript:`, `data:` or a file. */
export function isWebUrl(url: string | undefined): url is string {
  if (!url) return false;
  try {
    return ['https:', 'http:'].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

/** A mailbox's template with the address filled in; `undefined` where the mailbox has none. */
export function linkFor(template: string | undefined, address: Address): string | undefined {
  const url = template?.replaceAll('{address}', encodeURIComponent(address));
  return isWebUrl(url) ? url : undefined;
}

/** A new mail in whatever program the browser knows; the address cannot smuggle in further recipients. */
export function mailtoLink(address: Address): string {
  const at = address.lastIndexOf('@');
  return `mailto:${encodeURIComponent(address.slice(0, at))}@${encodeURIComponent(address.slice(at + 1))}`;
}

/** The mailbox to write from or search in: the one seen last. */
export function newestMailbox(mailboxes: readonly MailboxRow[]): MailboxRow | undefined {
  const seenAt = (row: MailboxRow) => Math.max(row.inboxSeenAt ?? 0, row.sentSeenAt ?? 0);
  return [...mailboxes].sort((a, b) => seenAt(b) - seenAt(a))[0];
}

/** Where the mail application begins, such as `https://acme.example/webmail/`. */
export function mailboxHome({ origin, sentUrl, composeUrl }: MailboxRow): string {
  return new URL(new URL(sentUrl ?? composeUrl ?? origin).pathname, origin).href;
}
