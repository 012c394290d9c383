import type { RawSighting } from '@/lib/core/raw-sighting';
import { fieldText, isKey, isSendKey, splitMailboxes } from '@/lib/sites/compose-parts';
import { carrierOf, distinct } from '@/lib/sites/gmail-dom';
import { all, first, isAddress } from '@/lib/sites/page-parts';
import type { ComposeReader } from '@/lib/sites/site-adapter';

type Role = 'to' | 'cc' | 'bcc';
const roles: readonly Role[] = ['to', 'cc', 'bcc'];
const button = '[role="button"], button';
const links = '[role="link"], [role="button"], a, button, [id^="link_"]';

/** Compose pop-ups, full screen, inline replies and compose windows. */
export const gmailCompose: ComposeReader = {
  windows: [
    '[data-compose-id]',
    '[role="dialog"]:has([name="to"])',
    '.M9, .AD:not(:has(.M9))',
    '[role="main"] form:has([name="to"])',
  ],
  // In plain-text mode it is the same element, or in old windows a text area.
  editors: ['[contenteditable]:not([contenteditable="false"])[role="textbox"]', 'textarea[name="body"]'],
  // What mail programs themselves write into a mail, so that others know it again.
  kept: '.gmail_signature_prefix, .gmail_signature, [data-smartmail], .gmail_quote, .gmail_quote_container, .gmail_attr',
  recipients(compose) {
    const from = fieldText(first(compose, 'input[name="from"]'));
    const people = roles.flatMap((role) => fieldPeople(compose, role));
    const shown = people.length > 0 ? people : collapsed(compose);
    const recipients = shown.map(({ mailbox }) => mailbox);
    return shown.map(({ mailbox, role, rule }) => ({
      mailbox,
      role,
      from: isAddress(from) ? from : undefined,
      recipients,
      recipientCount: recipients.length,
      folder: 'other',
      rule,
    }));
  },
  isSend(event, compose) {
    const target = event.target;
    const holder = compose.closest('[role="dialog"]') ?? compose;
    if (!(target instanceof Element) || !holder.contains(target)) return false;
    if (isSendKey(event)) return true;
    return isPress(event) && isSendButton(target.closest(button));
  },
  confirms: 'notice',
  confirmed: (page) => notices(page).some((notice) => linksIn(notice).length > 0),
  isUndo(event) {
    const target = event.target;
    if (!isPress(event) || !(target instanceof Element)) return false;
    const notice = target.closest('[role="alert"]');
    const link = target.closest(links);
    if (!notice || !link || !notice.contains(link)) return false;
    // The notice says "Undo", then "View message".
    return link.id ? link.id === 'link_undo' : link === linksIn(notice)[0];
  },
};

interface Addressee extends Pick<RawSighting, 'mailbox' | 'rule'> {
  readonly role: Role;
}

/** Chips since 2021; before, hidden inputs and a text area. The field's `name` tells To, Cc and Bcc apart. */
function fieldPeople(compose: Element, role: Role): Addressee[] {
  const chips = all(compose, `[name="${role}"] [role="option"]`).flatMap((chip) => carrierOf(chip) ?? []);
  const fields =
    chips.length > 0
      ? `[name="${role}"] input`
      : `[name="${role}"] input, input[name="${role}"], textarea[name="${role}"]`;
  // An address typed without Enter is no chip yet, and is sent all the same.
  const typed = all(compose, fields).flatMap((field) => splitMailboxes(fieldText(field)));
  return [
    ...distinct(chips).map(({ mailbox }) => ({ mailbox, role, rule: 'chip' })),
    ...typed.map((mailbox) => ({ mailbox, role, rule: 'field' })),
  ];
}

/** Out of focus the recipients are a line of names; To and Cc are not told apart there. */
function collapsed(compose: Element): Addressee[] {
  const editors = all(compose, '[contenteditable="true"]');
  const carriers = all(compose, ':not(img)[email], :not(img)[data-hovercard-id]')
    .filter((element) => !editors.some((editor) => editor.contains(element)))
    .flatMap((element) => carrierOf(element) ?? []);
  return distinct(carriers).map(({ mailbox }) => ({ mailbox, role: 'to', rule: 'collapsed-line' }));
}

/** The tip is translated but keeps the key: `Send ‪(Ctrl-Enter)‬`. The arrow beside it opens the schedule. */
function isSendButton(element: Element | null): boolean {
  if (!element || element.hasAttribute('aria-haspopup')) return false;
  const tip = `${element.getAttribute('data-tooltip') ?? ''} ${element.getAttribute('aria-label') ?? ''}`;
  return tip
    .slice(0, 400)
    .split(/[()]/)
    .some((part, at) => at % 2 === 1 && part.includes('Enter'));
}

/** Mails cannot fake a notice: what they hold of that kind stands in a message. */
function notices(page: Document): Element[] {
  return all(page, '[role="alert"]').filter(
    (notice) => !notice.closest('[role="main"]') && (notice.checkVisibility?.({ visibilityProperty: true }) ?? true),
  );
}

function linksIn(notice: Element): Element[] {
  return all(notice, links);
}

function isPress(event: Event): boolean {
  return event.type === 'click' || (isKey(event) && (event.key === 'Enter' || event.key === ' '));
}
