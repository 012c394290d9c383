import { addressed, isClickOn, isSendKey, typedIn } from '@/lib/sites/compose-parts';
import { type Shown, shown, textOf } from '@/lib/sites/mail-parts';
import { all, cut, first } from '@/lib/sites/page-parts';
import type { ComposeReader } from '@/lib/sites/site-adapter';

const editor = '[contenteditable="true"][aria-multiline="true"]';
const field = '[contenteditable="true"]:not([aria-multiline="true"])';
const pills = '[data-lpc-hover-target-id], [contenteditable="false"]';
const sendButton = '[data-testid="ComposeSendButton"]';
const notice = '[role="alert"] button, [role="status"] button';
const roles = ['to', 'cc', 'bcc'] as const;

/** A mail being written: in the reading pane, as an answer below a mail, or in a window of its own. */
export const outlookCompose: ComposeReader = {
  windows: [
    // The smallest element around button, fields and text.
    'div:has([data-testid="ComposeSendButton"]):has([contenteditable="true"][aria-multiline="true"]):has([contenteditable="true"]:not([aria-multiline="true"]))',
    '[id^="docking_InitVisiblePart"]',
    '[data-app-section="Form_Content"], [data-app-section="MailReadCompose"]',
  ],
  editors: ['[contenteditable="true"][aria-multiline="true"][role="textbox"]'],
  kept: '[id*="Signature"], [id*="appendonsend"], [id*="divRplyFwdMsg"], [id*="mail-editor-reference-message"], blockquote',
  recipients(compose) {
    const fields = all(compose, field).filter((one) => !one.closest(editor) && !one.parentElement?.closest(field));
    const people = fields.slice(0, roles.length).flatMap((one, at) => peopleIn(one, roles[at] ?? 'to'));
    return addressed(people, undefined, 'pill');
  },
  isSend: (event, compose) =>
    event.target instanceof Element &&
    compose.contains(event.target) &&
    (isSendKey(event) || isClickOn(event, `${sendButton} button:not([aria-haspopup]), button${sendButton}`)),
  confirms: 'notice',
  // The window goes when the mail does; while "Undo" is offered it may still come back.
  confirmed: (page) => !first(page, notice),
  isUndo: (event) => isClickOn(event, `#discardCompose, ${notice}`),
};

/** A pill shows a name, an address or both; more may stand in its label. What is typed beside is sent too. */
function peopleIn(box: Element, role: Shown['role']): Shown[] {
  const found = all(box, pills).filter(
    (pill) => !pill.parentElement?.closest(pills) || !box.contains(pill.parentElement.closest(pills)),
  );
  const people = found.flatMap((pill) => {
    const texts = [pill.getAttribute('title'), pill.getAttribute('aria-label'), textOf(pill)];
    const known = texts.map((text) => shown(pill, text ?? '', role)).filter((one) => one !== undefined);
    return known.find(({ hasAddress }) => hasAddress) ?? known.at(-1) ?? [];
  });
  const typed = found.reduce((text, pill) => text.replace(pill.textContent ?? '', ';'), box.textContent ?? '');
  return [...people, ...typedIn(box, cut(typed, 2_000), role)];
}
