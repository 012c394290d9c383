import { all, isAddress, isPlain, mailboxText } from '@/lib/sites/page-parts';

/** An element that carries an address, and what it says. */
export interface Carrier {
  readonly element: Element;
  /** Lower case, as the page has it. */
  readonly address: string;
  /** `"Lee, Ann" <ann@x.example>`, or the bare address where no name stands. */
  readonly mailbox: string;
}

/** The avatar carries the address too, but stands outside the header. */
const carriers = '[email]:not(img), [data-hovercard-id]:not(img)';
const composing =
  '[role="dialog"], [data-compose-id], [name="to"], [name="cc"], [name="bcc"], [contenteditable="true"]';
const message = '[role="listitem"], [data-legacy-message-id], [data-message-id]';

/** The address carriers inside `root`, in document order; recipients of a mail being written are left out. */
export function carriersIn(root: Element): Carrier[] {
  return all(root, carriers).flatMap((element) => (!element.closest(composing) && carrierOf(element)) || []);
}

/** Reads one carrier; `undefined` where it holds no address (`...`, a name, nothing). */
export function carrierOf(element: Element): Carrier | undefined {
  const address = [element.getAttribute('email'), element.getAttribute('data-hovercard-id')]
    .map((value) => (value ?? '').trim().toLowerCase())
    .find(isAddress);
  if (!address) return undefined;
  const name = element.getAttribute('name') || element.getAttribute('data-name') || element.textContent || '';
  return { element, address, mailbox: mailboxText(name, address) };
}

/** One person per address, the first carrier of each. */
export function distinct(people: readonly Carrier[]): Carrier[] {
  const seen = new Set<string>();
  return people.filter(({ address }) => !seen.has(address) && seen.add(address));
}

/** Does the element stand inside an opened message? Foreign markup lives there. */
export function isInMessage(element: Element): boolean {
  return Boolean(element.parentElement?.closest(message));
}

/** Has a text a digit of any script? The star's title has none, a date has. */
export function hasDigit(text: string): boolean {
  return /\d/.test(text) || (!isPlain(text) && /\p{Nd}/u.test(text));
}

/** Gmail's legacy id out of `16f4…` or `#msg-f:1654…`; `undefined` for ids the page made up itself (`#msg-a:r…`). */
export function legacyId(hex: string | null | undefined, permanent: string | null | undefined): string | undefined {
  if (hex && /^[0-9a-f]{8,16}$/.test(hex)) return hex;
  const decimal = /^#?(?:msg|thread)-f:(\d{10,20})$/.exec(permanent ?? '')?.[1];
  return decimal && BigInt(decimal).toString(16);
}
