import { addressOf } from '@/lib/sites/page-parts';
import type { ComposeReader } from '@/lib/sites/site-adapter';
import { closest, findAll, focusedIn, isVisible } from './dom';

/**
 * The open editor of a mail to one of these addresses, or to nobody yet: the one with the caret, else the newest. A mail
 * to anybody else is not the one that is meant.
 */
export function openEditor(page: Document, url: URL, reader: ComposeReader, addresses: readonly string[]) {
  const focused = focusedIn(page);
  const found = reader.editors.flatMap((selector) => {
    return findAll(page, selector).flatMap((editor) => {
      const people = isVisible(editor) ? recipientsOf(editor, url, reader) : undefined;
      const isMeant = people?.length === 0 || people?.some((address) => addresses.includes(address));
      return isMeant ? [{ editor, rank: (people?.length ? 1 : 0) + (editor.contains(focused) ? 2 : 0) }] : [];
    });
  });
  return found.reduce<(typeof found)[number] | undefined>((best, one) => {
    return best && best.rank > one.rank ? best : one;
  }, undefined)?.editor;
}

/** To whom mails are being written on this page. */
export function writtenTo(page: Document, url: URL, reader: ComposeReader): readonly string[] {
  const editors = reader.editors.flatMap((selector) => findAll(page, selector)).filter(isVisible);
  return [...new Set(editors.flatMap((editor) => recipientsOf(editor, url, reader) ?? []))];
}

/** `undefined`: the editor stands in no window for writing. */
function recipientsOf(editor: Element, url: URL, { windows, recipients }: ComposeReader): string[] | undefined {
  const compose = windows.map((selector) => closest(editor, selector)).find((one) => one !== null);
  return compose && recipients(compose, url).map(({ mailbox }) => addressOf(mailbox));
}
