import { direction, text } from './text';

/** Gives the page the language, direction and title of the messages, and returns the element to draw into. */
export function showPage(): HTMLElement {
  const { documentElement } = document;
  documentElement.lang = text('languageTag');
  documentElement.dir = direction();
  document.title = text('extensionName');
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no root');
  return root;
}

/**
 * Whether this page may open the dialog that chooses a file: Firefox closes a popup as soon as the dialog opens, and
 * nobody would be left to take the file.
 */
export function mayChooseFile(): boolean {
  const { pathname, hash } = location;
  return !pathname.endsWith('/popup.html') || hash === '#copies';
}
