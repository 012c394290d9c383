import type { RawSighting } from '@/lib/core/raw-sighting';
import { all, cut, decoded, isAddress, mailboxText } from '@/lib/sites/page-parts';
import type { SeenPerson } from '@/lib/sites/site-adapter';

/** Somebody a page shows, with an address or by name only. */
export interface Shown {
  readonly element: Element;
  /** `Ann Lee <ann@x.example>`, or the bare name where no address stands. */
  readonly mailbox: string;
  readonly hasAddress: boolean;
  readonly role: RawSighting['role'];
}

/** What the sightings of one row or message have in common. */
export type Shared = Omit<RawSighting, 'mailbox' | 'role'>;

/** Reads `Ann Lee <ann@x.example>`, an address or a name; `undefined` for what is none of them for certain. */
export function shown(element: Element, text: string, role: Shown['role']): Shown | undefined {
  const plain = cut(text, 500);
  const [, name = '', inner = plain] = /^(.*?)<([^<>]*)>$/.exec(plain) ?? [];
  const address = inner.trim().toLowerCase();
  if (isAddress(address)) return { element, mailbox: mailboxText(name, address), hasAddress: true, role };
  const bare = bareName(plain);
  return bare === undefined ? undefined : { element, mailbox: bare, hasAddress: false, role };
}

/** Nothing that could be taken for an address, and no small word alone: that is "me" in some language. */
export function bareName(text: string): string | undefined {
  const name = cut(text.split('<')[0] ?? '', 200);
  return /\s|\p{Lu}|\p{Lt}|\p{Lo}/u.test(name) && !name.normalize('NFKC').includes('@') ? name : undefined;
}

/** One sighting each. Of somebody without an address only the name is told: it may be somebody else of that name. */
export function seen(people: readonly Shown[], shared: Shared): SeenPerson[] {
  const { folder, rule } = shared;
  return people.map(({ element, mailbox, hasAddress, role }) => ({
    carrier: element,
    sighting: hasAddress
      ? { ...shared, mailbox, role }
      : { mailbox, role: 'participant', folder, rule: `${rule}-name` },
  }));
}

/** To whom a mail went. Where some are shown by name only a list would look complete and is not: then their number. */
export function addressees(people: readonly Shown[], isCut = false): Pick<Shared, 'recipients' | 'recipientCount'> {
  if (people.length === 0) return {};
  const recipientCount = isCut ? undefined : people.length;
  return people.every(({ hasAddress }) => hasAddress)
    ? { recipients: people.map(({ mailbox }) => mailbox), recipientCount }
    : { recipientCount };
}

/** The sender's mailbox, where its address shows. */
export function senderOf(sender: Shown | undefined): string | undefined {
  return sender?.hasAddress ? sender.mailbox : undefined;
}

/** The last address among the words of a text, such as "Account of Ann Lee (ann@x.example)". */
export function lastAddress(text: string): string | undefined {
  return text
    .slice(-400)
    .toLowerCase()
    .split(/[\s()<>[\]"“”,;:\u200e\u200f\u202a-\u202e]+/)
    .map((word) => word.replace(/^\.+|[.…]+$/g, ''))
    .filter(isAddress)
    .at(-1);
}

/** Text of an element in one line. */
export function textOf(element: Element | undefined, length = 300): string {
  return cut(element?.textContent ?? '', length);
}

/** Does `node` stand before `other`, and not around it? */
export function isBefore(node: Node, other: Node): boolean {
  return !node.contains(other) && Boolean(node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** The parts of a path, decoded. */
export function pathOf(path: string): string[] {
  return path.split('/').filter(Boolean).map(decoded);
}

/** "[Draft]" stands in an element of its own, in any language. */
export function hasDraftMark(root: Element, end?: Element): boolean {
  return all(root, 'span, div').some(
    (mark) =>
      mark.childElementCount === 0 &&
      (!end || isBefore(mark, end)) &&
      /^\[[^[\]]{1,30}\]$/.test((mark.textContent ?? '').trim()),
  );
}
