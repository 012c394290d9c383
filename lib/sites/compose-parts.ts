import type { RawSighting } from '@/lib/core/raw-sighting';
import { type Shown, seen, senderOf } from '@/lib/sites/mail-parts';
import { isAddress, mailboxText } from '@/lib/sites/page-parts';

/** `"Lee, Ann" <a@x.example>, b@x.example` → its mailboxes. Commas in quotes separate nothing. */
export function splitMailboxes(text: string): string[] {
  return splitOutsideQuotes(text.slice(0, 20_000)).flatMap((part) => {
    const open = part.lastIndexOf('<');
    const address = (open < 0 ? part : (part.slice(open + 1).split('>')[0] ?? '')).trim().toLowerCase();
    return isAddress(address) ? [mailboxText(open < 0 ? '' : part.slice(0, open), address)] : [];
  });
}

function splitOutsideQuotes(text: string): string[] {
  const parts = [''];
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    if (!isQuoted && (sign === ',' || sign === ';')) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${sign}`);
  }
  return parts;
}

/** Addresses typed into a field that are not taken up as chips yet, and are sent all the same. */
export function typedIn(element: Element, text: string, role: Shown['role']): Shown[] {
  return splitMailboxes(text).map((mailbox) => ({ element, mailbox, hasAddress: true, role }));
}

/** The people of a mail being written, each with all the others. */
export function addressed(people: readonly Shown[], from: Shown | undefined, rule: string): RawSighting[] {
  const recipients = people.flatMap(({ hasAddress, mailbox }) => (hasAddress ? [mailbox] : []));
  const shared = { from: senderOf(from), recipients, recipientCount: people.length, folder: 'other', rule } as const;
  return seen(people, shared).map(({ sighting }) => sighting);
}

export function fieldText(field: Element | undefined): string {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value;
  return '';
}

/** A key pressed, and not while a word is being composed. */
export function isKey(event: Event): event is KeyboardEvent {
  return event instanceof KeyboardEvent && event.type === 'keydown' && !event.isComposing;
}

/** Ctrl+Enter or ⌘+Enter. */
export function isSendKey(event: Event): boolean {
  return isKey(event) && event.key === 'Enter' && (event.ctrlKey || event.metaKey);
}

/** A click on what the selector names, unless it is switched off. Enter and Space on a real button click it. */
export function isClickOn(event: Event, selector: string): boolean {
  const target = event.type === 'click' && event.target instanceof Element ? event.target.closest(selector) : null;
  return target !== null && !target.matches(':disabled, [aria-disabled="true"]');
}
