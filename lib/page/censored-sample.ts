import { childrenOf } from './dom';

const longest = 6_000;
const deepest = 12;
const mostLetters = 12;

/** What an application itself writes there, in few words of its own. */
const plainNames = new Set(['role', 'type', 'dir', 'tabindex']);
const plainValue = /^[\w-]{1,40}$/;
const className = /^[A-Za-z_-][A-Za-z_-]*\d{0,3}$/;

/**
 * How a part of a page is built, without a letter of what it says: elements, names of attributes, and classes that look
 * like a programmer's words. Of every text and every other value its length remains, as `x`.
 */
export function sampleOf(element: Element): string {
  const parts: string[] = [];
  let length = 0;
  const add = (text: string) => {
    length += text.length;
    if (length <= longest) parts.push(text);
  };
  const write = (node: Node, depth: number): void => {
    if (length > longest || depth > deepest) return;
    if (node instanceof Text) {
      if (node.data.trim() !== '') add(veiled(node.data.trim()));
      return;
    }
    if (!(node instanceof Element)) return;
    const name = node.nodeName.toLowerCase();
    add(`<${name}${[...node.attributes].map(written).join('')}>`);
    for (const child of childrenOf(node)) write(child, depth + 1);
    add(`</${name}>`);
  };
  write(element, 0);
  return length > longest ? `${parts.join('')}…` : parts.join('');
}

function written({ name, value }: Attr): string {
  if (name === 'style') return '';
  if (plainNames.has(name) && plainValue.test(value)) return ` ${name}="${value}"`;
  if (name !== 'class') return ` ${name}="${veiled(value)}"`;
  const classes = value.split(/\s+/).filter((one) => className.test(one));
  return ` class="${classes.join(' ').slice(0, 200)}"`;
}

function veiled(text: string): string {
  return 'x'.repeat(Math.min(text.length, mostLetters));
}
