import emailAddresses from 'email-addresses';
import { canonicalAddress, plainName } from '@/lib/core/address';
import type { Address } from '@/lib/core/model';

/** A mailbox as a page or header shows it, taken apart. */
export interface Mailbox {
  readonly address: Address;
  /** Display name; empty where there is none or where it only repeats an address. */
  readonly name: string;
}

/**
 * `Ann Lee <ann@acme.example>` or a bare address, by RFC 5322 §3.4 and, where pages are sloppy, by a strict little rule.
 * `undefined`: not certainly one person's address. Kept apart from `address.ts` because the RFC parser weighs 7 kB.
 */
export function parseMailbox(text: string): Mailbox | undefined {
  if (text.length > 998) return undefined;
  const strict = emailAddresses.parseOneAddress({ input: text, rfc6532: true });
  if (strict?.type === 'mailbox') {
    const address = canonicalAddress(strict.address);
    return address ? { address, name: plainName(strict.name ?? '') } : undefined;
  }
  const address = canonicalAddress(text);
  return address ? { address, name: '' } : undefined;
}
