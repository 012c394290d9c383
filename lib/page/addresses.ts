import { decoded, isPlain } from '@/lib/sites/page-parts';

/** An address as a text shows it; `end` is the place behind its last character. */
export interface FoundAddress {
  readonly address: string;
  readonly start: number;
  readonly end: number;
}

/** RFC 5321 §4.5.3.1, and what of one text is looked at: no pattern here ever sees more (docs/threats.md T11). */
const longestLocal = 64;
const longestDomain = 253;
const longestText = 2_000;
const mostFound = 50;

const localTail = /[\w.+'&~-]*$/;
/** What letters are, by the signs a text has. */
interface Alphabet {
  /** Before a local part these mean that its beginning is masked, cut off, or written in letters an address cannot have. */
  readonly broken: RegExp;
  /** After a domain of the first kind other letters are the next word; a domain that begins with them is one of theirs. */
  readonly domains: readonly RegExp[];
  readonly label: RegExp;
  readonly topLabel: RegExp;
}

const english: Alphabet = {
  broken: /(?:[*%#$^=@!a-z0-9]|\/\/)$/i,
  domains: [/^[a-z0-9.-]+/i],
  label: /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i,
  topLabel: /^(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/i,
};
const anyLetters: Alphabet = {
  broken:
    /(?:[*%#$^=…@!]|\/\/|(?=\p{L}|\p{M}|\p{N})[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}])$/u,
  domains: [/^[\p{sc=Latin}\p{M}\p{N}.-]+/u, /^[\p{L}\p{M}\p{N}.-]+/u],
  label: /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u,
  topLabel: /^(?:\p{L}[\p{L}\p{M}]{1,62}|xn--[a-z0-9-]{2,59})$/iu,
};

function alphabetOf(text: string): Alphabet {
  return isPlain(text) ? english : anyLetters;
}

/** `logo@2x.png` is a picture. */
const fileEnding = /^(?:png|jpe?g|gif|svg|webp|avif|js|css|json|html?|pdf)$/i;
/** What follows says that the text was cut, or that this is a place on a machine and no mailbox. */
const cutAfter = /^(?:…|\.\.|-*…|[@_\\]|:\S)/u;

/**
 * The whole addresses in a text. What is cut off or masked, lacks a top-level domain of two letters, or is part of
 * something longer is left out: a wrong address is worse than none.
 */
export function addressesIn(text: string): readonly FoundAddress[] {
  const seen = text.slice(0, longestText);
  const found: FoundAddress[] = [];
  for (let at = seen.indexOf('@'); at >= 0 && found.length < mostFound; at = seen.indexOf('@', at + 1)) {
    const one = addressAt(seen, at);
    if (one) found.push(one);
  }
  return found;
}

function addressAt(text: string, at: number): FoundAddress | undefined {
  const shown = localTail.exec(text.slice(Math.max(0, at - longestLocal - 1), at))?.[0] ?? '';
  const local = shown.replace(/^['&~+-]+/, '');
  const start = at - local.length;
  const before = text.slice(Math.max(0, start - 2), start);
  if (!isLocal(local) || (start > 0 && alphabetOf(before).broken.test(before))) return undefined;
  const after = text.slice(at + 1, at + 2 + longestDomain);
  const reach = reachOf(after);
  const domain = reach.replace(/[.-]+$/, '');
  const end = at + 1 + domain.length;
  const isCut = cutAfter.test(text.slice(end, end + 4)) || end >= longestText;
  return isDomain(domain) && !isCut ? { address: text.slice(start, end), start, end } : undefined;
}

/** How far a domain may reach that begins here. */
function reachOf(text: string): string {
  for (const domain of alphabetOf(text).domains) {
    const [reach] = domain.exec(text) ?? [];
    if (reach) return reach;
  }
  return '';
}

function isLocal(text: string): boolean {
  return text !== '' && text.length <= longestLocal && !/^\.|\.$|\.\./.test(text);
}

function isDomain(text: string): boolean {
  const labels = text.split('.');
  const top = labels.at(-1) ?? '';
  const { label, topLabel } = alphabetOf(text);
  return (
    text.length <= longestDomain &&
    labels.length > 1 &&
    labels.every((one) => label.test(one)) &&
    topLabel.test(top) &&
    !fileEnding.test(top)
  );
}

/** The mailboxes a `mailto:` link leads to, without what its query adds. Empty for a link that shares something. */
export function mailboxesOfLink(href: string): readonly string[] {
  const [, to] = /^\s*mailto:([^?#]{0,2000})/i.exec(href) ?? [];
  return to === undefined ? [] : mailboxesIn(decoded(to));
}

/** A list of whole mailboxes, `Ann Lee <ann@umbra.example>; tom@birchvale.example`; what is none is left out. */
export function mailboxesIn(list: string): readonly string[] {
  return list
    .slice(0, longestText)
    .split(/[,;]/)
    .flatMap((part) => wholeMailbox(part.trim()) ?? []);
}

function wholeMailbox(text: string): string | undefined {
  const [, name = '', inner = text] = /^([^<>]*)<([^<>]*)>$/.exec(text) ?? [];
  const at = inner.lastIndexOf('@');
  const isWhole =
    /^[\w.!#$%&'+/=?^`{|}~-]{1,64}$/.test(inner.slice(0, Math.max(0, at))) && isDomain(inner.slice(at + 1));
  return isWhole ? withName(name, inner) : undefined;
}

/** A mailbox as text; without a name the address alone. */
export function withName(name: string, address: string): string {
  const plain = name.replace(/["<>\s]+/g, ' ').trim();
  return plain === '' ? address : `${plain} <${address}>`;
}
