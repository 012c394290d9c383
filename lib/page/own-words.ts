import { ownLines } from '@/lib/core/own-text';
import type { ComposeReader } from '@/lib/sites/site-adapter';
import { childrenOf, findAll, isElement, isVisible, matches } from './dom';

/** More than anybody writes by hand. */
const longestText = 10_000;
const mostNodes = 5_000;
const deepest = 100;

/**
 * What the user has written in the window, without quoted mail and signature; only if it may promise something, so that
 * of most mails not a word is passed on.
 */
export function promisingWords(compose: Element, { editors, kept }: ComposeReader): string | undefined {
  const editor = editors.flatMap((selector) => findAll(compose, selector)).find(isVisible);
  if (!editor) return undefined;
  const lines = ownLines(written(editor, kept)).split('\n');
  const text = lines.map((line) => line.trimEnd()).join('\n');
  return mayPromise(text) ? text : undefined;
}

const saysWill =
  /['’ʼ′´`]ll\b|\b(?:will|shall|ill|youll|gonna|going to|should|can|promise|guarantee|commit|undertake|pledge|let (?:me|us)|expect|(?:I|we) (?:send|call|deliver|ship|forward|refund|replace|transfer|bring|answer|reply|(?:come|get) back)|(?:send|shipp|deliver|post|e?mail|call|bring|forward|dispatch|refund|replac|transferr|putt|leav|go)ing|leaves?|goes|ships|follows?|runs?|works?|arrives?|(?:is|are) back|confirmed|scheduled|booked|planned|set|arranged|promised|guaranteed)\b/i;
const saysWhen =
  /\d|\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?|to-?(?:day|night|morrow)|tomo|tmrw?|(?:week|month|year|fortnight|hour|minute|day|weekend)s?|morning|afternoon|evening|noon|lunch(?:time)?|midnight|eo[dbw]|eom|cob|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|(?:janu|febru)ary|march|april|august|(?:septem|octo|novem|decem)ber|christmas|easter)\b/i;

/** Where a sentence ends for certain: "Mr. Smith" and "5 p.m." end none. */
const sentenceEnd = /(?<=[a-z]{5})\.\s+(?=[A-Z])|[!?]\s|\n\s*\n/;

/** Does a sentence say both what will be and when? It may say too much, and must not miss what is looked for later. */
export function mayPromise(text: string): boolean {
  const parts = text.replace(/[^\S\n]+|(?<!\n)\n(?!\n)/g, ' ').split(sentenceEnd);
  return parts.some((part) => saysWill.test(part) && saysWhen.test(part));
}

function written(editor: Element, kept: string): string {
  if (editor instanceof HTMLTextAreaElement) return editor.value.slice(0, longestText);
  // A frame of the page itself, in which an editor program writes.
  const root = editor instanceof HTMLIFrameElement ? editor.contentDocument?.body : editor;
  return root ? textIn(root, kept).slice(0, longestText) : '';
}

const blocks = new Set(['DIV', 'P', 'LI', 'UL', 'OL', 'TR', 'TABLE', 'PRE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HR']);

/** The text below a node as it is shown, line by line, without what the mail program wrote into it. */
function textIn(root: Node, kept: string): string {
  const parts: string[] = [];
  let nodes = 0;
  let length = 0;
  const read = (node: Node, depth: number): void => {
    nodes += 1;
    if (nodes > mostNodes || depth > deepest || length > longestText) return;
    if (node.nodeType === Node.TEXT_NODE) {
      // A line break in the source is a blank; its own lines are elements.
      const text = (node.nodeValue ?? '').replace(/[\r\n]/g, ' ');
      length += text.length;
      parts.push(text);
      return;
    }
    if (!isElement(node) || matches(node, kept)) return;
    if (node.nodeName === 'BR') parts.push('\n');
    const isBlock = blocks.has(node.nodeName) && node !== root;
    if (isBlock) startLine(parts);
    for (const child of childrenOf(node)) read(child, depth + 1);
    if (isBlock) startLine(parts);
  };
  read(root, 0);
  return parts.join('');
}

function startLine(parts: string[]): void {
  if (parts.length > 0 && !parts.at(-1)?.endsWith('\n')) parts.push('\n');
}
