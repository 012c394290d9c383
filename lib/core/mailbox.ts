import emailAddresses from 'email-addresses';
import { canonicalAddress, plainName } from '@/lib/core/address';
import type { Address } from '@/lib/core/model';

/** A mailbox as a page or header shows it, taken apart. */
export interface Mailbox {
  readonly address: Address;
  /** Display name; empty where there is none or where it only shows an address, its own or another. */
  readonly name: string;
}

/** RFC 5322 §2.1.1: no line is longer. */
const maxLength = 998;
/** The RFC parser's time grows fast with comments and quotations, and no real mailbox has many. */
const maxMarks = 8;

/** Words and one plain address: whoever reads it by the RFC gets the same, and most mailboxes are so. */
const plainShape = /^([\p{L}\p{N} '-]*) <([a-z0-9._+-]+@[a-z0-9.-]+)>$/iu;

/**
 * `Ann Lee <ann@acme.example>` or a bare address, by RFC 5322 §3.4 and, where pages are sloppy, by one strict little rule.
 * `undefined`: not certainly one person's address. Kept apart from `address.ts` because the RFC parser weighs 7 kB.
 */
export function parseMailbox(text: string): Mailbox | undefined {
  if (text.length > maxLength || text.split(/[("]/).length > maxMarks) return undefined;
  const bare = canonicalAddress(text);
  if (bare) return { address: bare, name: '' };
  const [, name = '', address] = plainShape.exec(text) ?? [];
  if (address !== undefined) return mailbox(address, name);
  const strict = emailAddresses.parseOneAddress({ input: text, rfc6532: true });
  if (!strict) return lenient(text);
  // The parser drops quotes and blanks inside an address, and so can make another one: it must stand there as it is.
  if (strict.type !== 'mailbox' || !text.includes(strict.address.trim())) return undefined;
  return mailbox(strict.address, strict.name ?? '');
}

/** Exactly one `<…>` at the end and no second `@`: names with a comma or a bracket in them, unquoted as pages show them. */
function lenient(text: string): Mailbox | undefined {
  const shape = /^([^<>]*)<([^<>\s"()]+)>\s*$/.exec(text);
  const [, name = '', address = ''] = shape ?? [];
  const repeats = name.trim().toLowerCase() === address.toLowerCase();
  if (!shape || (!repeats && name.includes('@')) || !balanced(name)) return undefined;
  return mailbox(address, name);
}

/** No comment or quotation reaches from the name into the address. */
function balanced(name: string): boolean {
  return name.split('(').length === name.split(')').length && name.split('"').length % 2 === 1;
}

function mailbox(addressText: string, nameText: string): Mailbox | undefined {
  const address = canonicalAddress(addressText);
  if (!address) return undefined;
  const name = plainName(nameText);
  return { address, name: name.normalize('NFKC').includes('@') ? '' : name };
}
