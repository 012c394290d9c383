import { isPlain } from '@/lib/sites/page-parts';
import { type Allowance, walkTexts } from './deep-walk';
import { childrenOf, closest, findAll, hostOf, isVisible, parentOf } from './dom';
import type { ShadowRoots } from './shadow';
import { editors, noSource } from './signals';

const rows = 'tr,[role="row"],li,article,.list-row,lyte-exptable-tr';
const cells = 'a,th,td,[role="cell"],[role="gridcell"],[role="rowheader"],lyte-exptable-td,h1,h2,h3,h4,h5,h6';
const noNames = `${noSource},${editors},button,[role="button"],option,svg,i,[role="img"]`;
const mostNodes = 400;
const mostTexts = 40;
const mostAncestors = 4;

/** Two capitals are a picture's stand-in; two signs of other scripts are a name. */
const initials = /^[A-ZÀ-Þ]{1,2}$/u;
/** "E-mail" in a few languages: what stands beside it is one field of a page about one person. */
const mailLabel = /mail|courriel|correo|e-?post|почт|メール|邮|郵|이메일|بريد|דוא/i;
/** Headings of forms and lists, which name no person. */
const pageTitle =
  /\b(?:edit|new|contact|kontakt|lead|account|customer|client|kunde|detail|profil|record|person|people)/i;

/** Where the name of a carrier's person is to be looked for: in the row, or, for a field of a page, in its heading. */
export type NearbyName = { readonly name: string } | 'field' | 'none';

/** The row of a list in which an element stands, looked for beyond shadow roots as well. */
export function rowOf(element: Element): Element | undefined {
  for (let at: Element | undefined = element; at; at = hostOf(at)) {
    const row = closest(at, rows);
    if (row) return row;
  }
  return undefined;
}

/** The name a row shows of the one person in it: the text most like the address, else the first link, else the first text. */
export function nameInRow(row: Element, carrier: Element, address: string, roots: ShadowRoots): NearbyName {
  let isLabelled = false;
  const found: Candidate[] = [];
  for (const { words, holder } of phrasesIn(row, roots)) {
    const name = nameOf(words);
    if (name && isLike(name, address)) return { name };
    if (name) found.push({ name, isLink: closest(holder, 'a[href]') !== null });
    else if (!isLabel(words)) continue;
    if (!isLabel(words) && !closest(holder, 'label,dt')) continue;
    isLabelled = true;
    if (!holder.contains(carrier)) return 'field';
  }
  const best = found.find(({ isLink }) => isLink);
  if (best) return best;
  // Two cells may as well be a field and its label, in any language.
  return isLabelled || isPair(row) ? 'field' : (found[0] ?? 'none');
}

/** The name beside a carrier that stands in no row: a text near it that is like the address. */
export function nameAround(carrier: Element, address: string, roots: ShadowRoots): NearbyName {
  let at = parentOf(carrier);
  for (let step = 0; step < mostAncestors && at instanceof Element; step++) {
    for (const { words } of phrasesIn(at, roots)) {
      const name = nameOf(words);
      if (name && isLike(name, address)) return { name };
    }
    at = parentOf(at);
  }
  return 'field';
}

/** The heading that names the one person of a page; `isOnly`: no other address could be meant by it. */
export function nameInHeading(
  tops: readonly (Element | ShadowRoot)[],
  address: string,
  isOnly: boolean,
): string | undefined {
  const headings = tops.flatMap((top) => findAll(top, 'h1,h2,[role="heading"]').slice(0, 20));
  const shown = headings.slice(0, 40).filter(isVisible);
  const names = shown.flatMap((heading) => headingName(heading) ?? []);
  const like = names.find((name) => isLike(name, address));
  if (like || !isOnly) return like;
  return names.length === 1 && names[0] && mayBePerson(names[0]) ? names[0] : undefined;
}

/** Two words or more, none of them small, and not what pages are called. */
function mayBePerson(heading: string): boolean {
  const words = heading.split(' ');
  return (
    words.length > 1 && words.length < 6 && words.every((word) => !/^\p{Ll}/u.test(word)) && !pageTitle.test(heading)
  );
}

function headingName(heading: Element): string | undefined {
  const parts = [heading, ...findAll(heading, 'a,span').slice(0, mostTexts).reverse()];
  return parts.map((part) => nameOf(part.textContent ?? '')).find((name) => name !== undefined);
}

interface Candidate {
  readonly name: string;
  readonly isLink: boolean;
}

interface Phrase {
  words: string;
  readonly holder: Element;
}

/** The visible texts of an element in their order, those of one cell or link together, without pictures' stand-ins. */
function* phrasesIn(top: Element, roots: ShadowRoots): Generator<Phrase> {
  let last: Phrase | undefined;
  for (const text of textsIn(top, roots)) {
    const parent = parentOf(text);
    const piece = plain(text.data.slice(0, 200));
    if (piece === '' || initials.test(piece) || !(parent instanceof Element)) continue;
    const cell = closest(parent, cells);
    if (!isVisible(parent) || closest(parent, noNames)) continue;
    if (cell && last?.holder === cell) last.words += ` ${piece}`;
    else {
      if (last) yield last;
      last = { words: piece, holder: cell ?? parent };
    }
  }
  if (last) yield last;
}

/** Not one after another: most often the first few are enough, but a walk that is not ended costs nothing. */
function* textsIn(row: Element, roots: ShadowRoots): Generator<Text> {
  let texts: Text[] = [];
  let count = 0;
  const left: Allowance = { nodes: mostNodes, roots: mostTexts, isTorn: false };
  const walk = walkTexts(row, roots, left, { text: (text) => texts.push(text), root: () => undefined });
  for (let isDone: boolean | undefined = false; !isDone; ) {
    isDone = walk.next().done;
    for (const text of texts) {
      if (++count > mostTexts) return;
      yield text;
    }
    texts = [];
  }
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The name with which a text begins; a separator ends it. */
function nameOf(text: string): string | undefined {
  const [name = ''] = plain(text.slice(0, 200)).split(/\s*[·•|,;›»/–—<(]\s*|\s-\s/);
  if (name.length < 2 || name.length > 80 || /[\d@{}<>=_…:]/.test(name) || isLabel(name)) return undefined;
  return (isPlain(name) ? /[a-z].*[a-z]/i : /\p{L}.*\p{L}/u).test(name) ? name : undefined;
}

function isLabel(text: string): boolean {
  return /[:：]$/.test(text) || (text.length < 30 && !text.includes('@') && mailLabel.test(text));
}

const folded: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

/** Does a word of the name stand in the address? A short one must stand there alone: Tom is not Tomas. */
export function isLike(name: string, address: string): boolean {
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase();
  const parts = new Set(wordsOf(local));
  const words = wordsOf(isPlain(name) ? name.toLowerCase() : foldedName(name));
  return words.some((word) => (word.length > 3 ? local.includes(word) : word.length === 3 && parts.has(word)));
}

function foldedName(name: string): string {
  const bare = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/[øłđßæœ]/g, (letter) => folded[letter] ?? letter);
}

function wordsOf(text: string): readonly string[] {
  return text.split(isPlain(text) ? /[^a-z]+/ : /[^\p{L}]+/u);
}

function isPair(row: Element): boolean {
  return childrenOf(row).filter((child) => child instanceof Element).length === 2;
}
