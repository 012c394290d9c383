import { mailboxesIn, mailboxesOfLink, withName } from './addresses';
import { attribute, closest, holds, hostOf, isShown, matches, parentOf } from './dom';
import { addressesOf, isInSentence } from './line';

/** Which signal showed an address: kept as evidence, and for comparing with a site's own selectors. */
export type Signal = 'mailto-link' | 'data-email-address' | 'shown-text' | 'field-value';

/** An element that shows addresses, with the mailboxes it shows. */
export interface Carrier {
  readonly element: Element;
  readonly mailboxes: readonly string[];
  readonly rule: Signal;
  /** The text node, where plain text is the signal. */
  readonly text?: Text;
}

const mailLinks = 'a[href^="mailto:" i]';
const markedOnes = '[data-email-address*="@"]';
const named = ':is([name*="email" i],[id*="email" i],[class*="email" i],[data-id*="email" i])';
export const elementSignals = `${mailLinks},${markedOnes},input[type="email" i],input${named},textarea${named}`;
const attributes = ['href', 'data-email-address', 'value', 'class', 'contenteditable', 'open', 'role'];

/** Attributes by whose change other people may be shown. */
export const signalAttributes: readonly string[] = attributes;

/** What is never shown as text, and what is not the page's own word: mail that somebody else wrote, hints, the imprint. */
export const noSource = [
  'script,style,template,noscript,textarea,select,datalist,pre,code',
  'blockquote,[role="document"],[class*="message-body" i],[class*="messagebody" i],[class*="mail-body" i]',
  '[class*="mailbody" i],[class*="mail-content" i],[class*="email-content" i]',
  '[role="tooltip"],.ui-tooltip,body > footer,[role="contentinfo"]',
].join(',');
export const editors = '[contenteditable]:not([contenteditable="false" i]),[role="textbox"]';
const foreign = `${noSource},${editors}`;
const marked = `${mailLinks},${markedOnes}`;
const mostPerField = 5;

/** Reads signals, each only as often as it changes. */
export class Signals {
  readonly #texts = new WeakMap<Text, { readonly data: string; readonly mailboxes: readonly string[] }>();
  readonly #values = new WeakMap<Element, string>();
  /** Of elements met in this look, and of all around them: is this not the page's own word? */
  #foreign = new WeakMap<Element, boolean>();
  /** Every element that shows or would show an address, and whether it was to be seen. */
  #shown = new Map<Element, boolean>();

  /** The carrier that an element is; `undefined`: it shows nobody, or nobody whom the page itself speaks of. */
  element(element: Element): Carrier | undefined {
    if (!this.#isShown(element)) return undefined;
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return this.#field(element);
    const isLink = matches(element, mailLinks);
    const mailboxes = isLink
      ? mailboxesOfLink(attribute(element, 'href'))
      : mailboxesIn(attribute(element, 'data-email-address'));
    if (mailboxes.length === 0 || this.#isForeign(element) || isInSentence(element)) return undefined;
    return { element, mailboxes, rule: isLink ? 'mailto-link' : 'data-email-address' };
  }

  /** The carrier of what a text node shows. */
  text(text: Text): Carrier | undefined {
    const known = this.#texts.get(text);
    if (known?.data === text.data && known.mailboxes.length === 0) return undefined;
    const parent = parentOf(text);
    const element = parent instanceof Element ? parent : hostOf(text);
    if (!element || !this.#isShown(element) || this.#isForeign(element)) return undefined;
    // A link says whom it leads to; its text may be cut.
    if (closest(element, marked)) return undefined;
    const mailboxes = known?.data === text.data ? known.mailboxes : mailboxesShown(text);
    this.#texts.set(text, { data: text.data, mailboxes });
    return mailboxes.length > 0 ? { element, mailboxes, rule: 'shown-text', text } : undefined;
  }

  /** What is being typed is no address yet. */
  #field(field: HTMLInputElement | HTMLTextAreaElement): Carrier | undefined {
    const { value } = field;
    if (!/^(?:email|text|textarea|url)$/.test(field.type) || !value.includes('@')) return undefined;
    if (matches(field, ':focus') && this.#values.get(field) !== value) return undefined;
    this.#values.set(field, value);
    const parts = value.split(/[,;]/).length;
    const mailboxes = mailboxesIn(value);
    if (mailboxes.length !== parts || parts > mostPerField || isLogin(field)) return undefined;
    return { element: field, mailboxes, rule: 'field-value' };
  }

  /** A look begins: any element can have become an editor since the last. */
  begin(): void {
    this.#foreign = new WeakMap();
  }

  /** Before everything is read anew. */
  forget(): void {
    this.#shown = new Map();
  }

  /** Has anything been hidden or shown since it was read? */
  hasFlipped(): boolean {
    for (const [element, was] of this.#shown) {
      if (isShown(element) === was) continue;
      if (element.isConnected) return true;
      this.#shown.delete(element);
    }
    return false;
  }

  #isShown(element: Element): boolean {
    const isSeen = isShown(element);
    this.#shown.set(element, isSeen);
    return isSeen;
  }

  /** Did this text show an address before? */
  isKnown(text: Text): boolean {
    return this.#texts.has(text);
  }

  /** Looked for beyond shadow roots as well. What stands around many is asked once. */
  #isForeign(element: Element): boolean {
    const met: Element[] = [];
    let isForeign = false;
    for (let at: Element | undefined = element; at; at = around(at)) {
      const known = this.#foreign.get(at);
      isForeign = known ?? matches(at, foreign);
      if (known !== undefined) break;
      met.push(at);
      if (isForeign) break;
    }
    for (const one of met) this.#foreign.set(one, isForeign);
    return isForeign;
  }
}

function around(element: Element): Element | undefined {
  const parent = parentOf(element);
  return parent instanceof Element ? parent : hostOf(element);
}

function mailboxesShown(text: Text): readonly string[] {
  const found = addressesOf(text);
  if (found.length === 0 || isInSentence(text)) return [];
  return found.map(({ address, start, end }) => {
    const isQuoted = text.data[start - 1] === '<' && text.data[end] === '>';
    const name = isQuoted ? /[^,;:<>|]*$/.exec(text.data.slice(Math.max(0, start - 100), start - 1))?.[0] : undefined;
    return withName(name ?? '', address);
  });
}

/** Who signs in is the user. */
function isLogin(field: Element): boolean {
  const form = closest(field, 'form');
  return form !== null && holds(form, '[type="password" i]');
}
