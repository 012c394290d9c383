import { toALabels } from '@/lib/core/a-label';
import type { Address } from '@/lib/core/model';

/** RFC 5321 §4.5.3.1: local part ≤ 64, domain ≤ 255, path ≤ 254 characters. */
const maxAddress = 254;
const maxLocal = 64;
const localPart = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+$/;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Display text without bidirectional controls, zero-width and control characters; blanks collapsed. */
export function plainName(text: string): string {
  return text
    .slice(0, 1_000)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\p{Cf}\u{115F}\u{1160}\u{3164}\u{FFA0}]/gu, (found) =>
      found === '\u200D' || found === '\u200C' ? found : '',
    )
    .trim();
}

/** One bare address in canonical form: NFKC, lower case, A-label domain. `undefined`: not an address Holdfast accepts. */
export function canonicalAddress(text: string): Address | undefined {
  if (text.length > 998) return undefined;
  const bare = text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<([^<>]*)>$/, '$1');
  const plain = bare.normalize('NFKC').toLowerCase();
  const at = plain.indexOf('@');
  if (at < 1 || at !== plain.lastIndexOf('@') || at > maxLocal) return undefined;
  const local = plain.slice(0, at);
  const domain = canonicalDomain(plain.slice(at + 1));
  if (!domain || !localPart.test(local) || local.length + domain.length + 1 > maxAddress) return undefined;
  return `${local}@${domain}`;
}

function canonicalDomain(text: string): string | undefined {
  if (text.length > 253) return undefined;
  // Only names of labels reach the URL parser, which would also decode `%40` or cut at a slash.
  const ascii = /^[a-z0-9.-]+$/.test(text);
  if (!ascii && !/^[\p{L}\p{M}\p{N}.\u00B7\u30FB-]+$/u.test(text)) return undefined;
  const domain = ascii ? text : toALabels(text);
  const labels = domain?.split('.') ?? [];
  const top = labels.at(-1) ?? '';
  return labels.length >= 2 && labels.every((one) => label.test(one)) && !/^\d+$/.test(top) ? domain : undefined;
}

/** What follows the `@`. */
export function domainOf(address: Address): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

const freeMailDomains = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com mac.com aol.com gmx.de gmx.net
   web.de proton.me protonmail.com mail.ru yandex.ru qq.com 163.com`.split(/\s+/),
);

/** Does anybody get an address there? Such a domain says nothing about a company. */
export function isFreeMail(domain: string): boolean {
  return freeMailDomains.has(domain);
}

const roleNames = new Set(
  `info support sales contact office admin hello team noreply no-reply donotreply do-not-reply mailer-daemon postmaster`.split(
    /\s+/,
  ),
);

/** Is it a role or a machine (`info@`, `no-reply@`, `mailer-daemon@`) rather than a person? */
export function isRoleAddress(address: Address): boolean {
  return roleNames.has(address.slice(0, address.lastIndexOf('@')).split('+')[0] ?? '');
}

/** Equal for two spellings of one mailbox: at Gmail dots and everything from `+` on make no difference. */
export function mailboxKey(address: Address): string {
  const domain = domainOf(address);
  const local = address.slice(0, address.lastIndexOf('@'));
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return address;
  return `${(local.split('+')[0] ?? local).replaceAll('.', '')}@gmail.com`;
}

/** Do both addresses reach the same mailbox? */
export function sameMailbox(a: Address, b: Address): boolean {
  return mailboxKey(a) === mailboxKey(b);
}

/** A guess at the company's name for display, out of its domain: `norrsken.example` → `Norrsken`. */
export function companyName(domain: string): string {
  const name = domain.split('.').at(-2) ?? domain;
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
