/**
 * `querySelectorAll` that a page cannot take over: `<img name="querySelector">` in a mail replaces the method
 * of `document`, and an `<input>` of that name the one of its form.
 */
export function all(root: Document | Element | ShadowRoot, selector: string): Element[] {
  return [...prototypeOf(root).querySelectorAll.call(root, selector)];
}

/** The first of `all`. */
export function first(root: Document | Element, selector: string): Element | undefined {
  return prototypeOf(root).querySelector.call(root, selector) ?? undefined;
}

/** Old views stay in the page, hidden; what has no box is not there. */
export function isVisible(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element);
}

function prototypeOf(root: Document | Element | ShadowRoot) {
  if (root instanceof Element) return Element.prototype;
  return root instanceof ShadowRoot ? DocumentFragment.prototype : Document.prototype;
}

/** What the page's own inline scripts say never changes while it lives: read once, not per row. */
export function oncePerPage<T>(read: (page: Document) => T): (page: Document) => T {
  const known = new WeakMap<Node, T>();
  return (page) => {
    const root = page.documentElement;
    const said = known.get(root) ?? read(page);
    known.set(root, said);
    return said;
  };
}

/** Cheap test that a text is one bare address; core judges it properly. */
export function isAddress(text: string): boolean {
  const at = text.indexOf('@');
  const dot = text.lastIndexOf('.');
  return (
    text.length <= 320 && at > 0 && at === text.lastIndexOf('@') && dot > at + 1 && /^[^\s<>",;:()]+[^.]$/.test(text)
  );
}

/** The address of a mailbox, in the form in which two spellings are equal. */
export function addressOf(mailbox: string): string {
  return (/<([^<>]*)>\s*$/.exec(mailbox)?.[1] ?? mailbox).toLowerCase();
}

/** Name and address as one mailbox. The name is quoted so that no sign in it can pass for an address. */
export function mailboxText(name: string, address: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const plain = cut(name.slice(0, 1_000).replace(/["\\<>\u0000-\u001f\u007f]/g, ' '), 200);
  if (!plain || plain.toLowerCase() === address) return address;
  const isBare = isPlain(plain) ? /^[\w '-]+$/.test(plain) : /^[\p{L}\p{M}\p{N} '_-]+$/u.test(plain);
  return isBare ? `${plain} <${address}>` : `"${plain}" <${address}>`;
}

/**
 * Are all letters and signs those of English? Patterns of all the world's letters take the browser milliseconds to
 * prepare, and most texts need none of them.
 */
export function isPlain(text: string): boolean {
  return !/[^ -~\t\r\n]/.test(text);
}

/** Text in one line, at most `length` characters. */
export function cut(text: string, length: number): string {
  return text
    .slice(0, 8 * length)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, length)
    .trim();
}

/** A part of a URL without its escapes; as it stands where they are broken. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
