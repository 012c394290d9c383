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
