import { closest, parentOf } from './dom';

/**
 * Puts text at the caret of an editor, as if it were typed, so that the page's own undo takes it back. Nothing is
 * replaced; signature and quoted mail (`kept`) stay as they are: a caret in there goes before them. `false`: it was not
 * to be done.
 */
export function insertInto(editor: Element, kept: string, text: string): boolean {
  if (editor instanceof HTMLTextAreaElement) return intoField(editor, text);
  if (editor instanceof HTMLIFrameElement) {
    // A frame of the page itself, in which an editor program writes.
    const inner = editor.contentDocument?.body;
    return inner !== undefined && intoPage(inner, kept, text);
  }
  return editor instanceof HTMLElement && intoPage(editor, kept, text);
}

function intoField(field: HTMLTextAreaElement, text: string): boolean {
  const { at, end } = placeInText(field.value, field.selectionEnd);
  field.focus({ preventScroll: true });
  field.setSelectionRange(at, at);
  return write(field.ownerDocument, text + end);
}

/** Before the signature, and before a quoted line: that one would become part of the text. */
function placeInText(value: string, caret: number): { readonly at: number; readonly end: string } {
  const signature = /(?:^|\n)-- \n/.exec(value)?.index ?? value.length;
  const at = Math.min(caret, signature);
  const line = value.lastIndexOf('\n', at - 1) + 1;
  return value.startsWith('>', line) ? { at: line, end: '\n' } : { at, end: '' };
}

function intoPage(root: HTMLElement, kept: string, text: string): boolean {
  const page = root.ownerDocument;
  const selection = Document.prototype.getSelection.call(page);
  if (!selection) return false;
  const range = caretIn(root, selection);
  const quoted = keptAt(range, root, kept);
  if (quoted) goBefore(range, firstBeside(quoted, kept));
  root.focus({ preventScroll: true });
  selection.removeAllRanges();
  selection.addRange(range);
  return write(page, text);
}

/** Where the user was last in this editor, else its beginning. */
function caretIn(root: HTMLElement, selection: Selection): Range {
  const range = Document.prototype.createRange.call(root.ownerDocument);
  const last = selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  if (last && root.contains(last.endContainer)) range.setStart(last.endContainer, last.endOffset);
  else range.setStart(root, 0);
  return range;
}

/** The outermost part around the caret, or right behind it, that must stay as it is. */
function keptAt({ startContainer, startOffset }: Range, root: HTMLElement, kept: string): Element | undefined {
  let found: Element | undefined;
  let node: Node | undefined = startContainer.childNodes[startOffset] ?? startContainer;
  while (node && node !== root) {
    if (isElement(node) && closest(node, kept) === node) found = node;
    node = parentOf(node);
  }
  return found;
}

/** Signature and quote stand one below the other: above both. */
function firstBeside(quoted: Element, kept: string): Element {
  const siblings = quoted.parentElement?.children ?? [];
  return [...siblings].find((one) => closest(one, kept) === one) ?? quoted;
}

/** To the end of what stands before it; a caret between two blocks would slip into the second. */
function goBefore(range: Range, quoted: Element): void {
  const line = quoted.previousSibling ?? emptyLineBefore(quoted);
  if (line.nodeName === 'BR') range.setStartBefore(line);
  else {
    range.selectNodeContents(line);
    range.collapse((line.textContent ?? '') === '');
  }
  range.collapse(true);
}

function emptyLineBefore(quoted: Element): Node {
  const create = Document.prototype.createElement.bind(quoted.ownerDocument);
  const line = create('div');
  line.append(create('br'));
  quoted.before(line);
  return line;
}

/** The one command whose work the page's undo knows. */
function write(page: Document, text: string): boolean {
  return Document.prototype.execCommand.call(page, 'insertText', false, text);
}

/** Also of a frame, whose `Element` is not ours. */
function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
