import { addressed, fieldText, isClickOn, isSendKey, splitMailboxes, typedIn } from '@/lib/sites/compose-parts';
import type { Shown } from '@/lib/sites/mail-parts';
import { all, first } from '@/lib/sites/page-parts';
import type { ComposeReader } from '@/lib/sites/site-adapter';

const fields = 'input[data-testid^="composer:to"], input[data-testid$=":cc"], input[data-testid$=":bcc"]';
const summary = '[data-testid="composer:address"]';
const chip = '[data-testid="composer-addresses-item"]';
const sendButton = '[data-testid="composer:send-button"]';
// The button that closes a notice stands beside its words.
const undo = '[role="alert"] > span button';

/** The composer: a window at the foot of the page. */
export const protonCompose: ComposeReader = {
  // The smallest element around recipients, text and button.
  windows: [
    'div:has([data-testid="composer:send-button"]):has([data-testid^="composer:to"], [data-testid="composer:address"])',
  ],
  editors: ['iframe[data-testid="rooster-iframe"]', 'textarea[data-testid="editor-textarea"]'],
  kept: '[class*="protonmail_signature_block"], .protonmail_quote, blockquote',
  recipients(compose) {
    const people = all(compose, `${chip}, ${fields}`).flatMap((one) =>
      one.matches(chip) ? inChip(one, compose) : typed(one),
    );
    return addressed(
      people.length > 0 ? people : inSummary(compose),
      undefined,
      people.length > 0 ? 'chip' : 'summary',
    );
  },
  isSend: (event, compose) =>
    event.target instanceof Element &&
    compose.contains(event.target) &&
    (isSendKey(event) || isClickOn(event, sendButton)),
  confirms: 'notice',
  // "Message sent" offers to take it back; "Sending message…" offers nothing.
  confirmed: (page) => first(page, undo) !== undefined,
  isUndo: (event) =>
    isClickOn(event, `${undo}, [data-testid="composer:close-button"], [data-testid="composer:delete-draft-button"]`),
};

function roleOf(field: Element | undefined): 'to' | 'cc' | 'bcc' {
  return (['bcc', 'cc'] as const).find((role) => field?.getAttribute('data-testid')?.endsWith(role)) ?? 'to';
}

/** Chips stand in one box with the input of their field. The name can be edited, the button names the address. */
function inChip(element: Element, compose: Element): Shown[] {
  let box = element.parentElement;
  while (box && box !== compose && !first(box, fields)) box = box.parentElement;
  const role = roleOf(box ? first(box, fields) : undefined);
  const remove = first(element, '[data-testid^="remove-address-button-"]')?.getAttribute('data-testid') ?? '';
  const address = remove.replace('remove-address-button-', '');
  const label = first(element, '[data-testid="composer-addresses-item-label"]')?.textContent ?? '';
  const [mailbox] = [label, address].flatMap(splitMailboxes);
  return mailbox === undefined ? [] : [{ element, mailbox, hasAddress: true, role }];
}

function typed(field: Element): Shown[] {
  return typedIn(field, fieldText(field), roleOf(field));
}

/** Out of focus the recipients are a line of names; To and Cc are not told apart there. */
function inSummary(compose: Element): Shown[] {
  return all(compose, `${summary} [title*="@"]`)
    .slice(0, 1)
    .flatMap((line) => typedIn(line, line.getAttribute('title') ?? '', 'to'));
}
