import { addressed, fieldText, isClickOn, typedIn } from '@/lib/sites/compose-parts';
import { type Shown, shown } from '@/lib/sites/mail-parts';
import { all, cut, first } from '@/lib/sites/page-parts';
import { textWithout } from '@/lib/sites/roundcube-people';
import type { ComposeReader } from '@/lib/sites/site-adapter';

const sendButton = '[ng-click^="editor.send("]';
const roles = ['to', 'cc', 'bcc'] as const;

/** The dialog for writing, in the page or in a window of its own. */
export const sogoCompose: ComposeReader = {
  windows: [`md-dialog:has(${sendButton})`, `body:has(${sendButton})`],
  // CKEditor's frame; a mail without markup has a text area.
  editors: ['iframe:is([aria-describedby^="cke_"], .cke_wysiwyg_frame)', 'textarea[ng-model*="editable.text"]'],
  kept: 'blockquote, [data-cke-bookmark]',
  recipients(compose) {
    const from = first(compose, 'input[name="from"]');
    const people = roles.flatMap((role) => chipsIn(compose, role));
    return addressed(people, from && shown(from, fieldText(from), 'from'), 'chip');
  },
  isSend: (event) => isClickOn(event, sendButton),
  confirms: 'notice',
  // The dialog goes when the server has taken the mail; otherwise it stays.
  confirmed: () => true,
  isUndo: (event) => isClickOn(event, '[ng-click^="editor.cancel("], [ng-click^="editor.close("]'),
};

/** What a chip shows is the name; its button for removing it also says the address. */
function chipsIn(compose: Element, role: Shown['role']): Shown[] {
  return all(compose, `md-chips[ng-model$=".${role}"]`).flatMap((box) => [
    ...all(box, 'md-chip').flatMap((chip) => chipOf(chip, role) ?? []),
    ...all(box, 'input').flatMap((field) => typedIn(field, fieldText(field), role)),
  ]);
}

function chipOf(chip: Element, role: Shown['role']): Shown | undefined {
  const labels = [chip, ...all(chip, '[aria-label*="@"]')].map((one) => one.getAttribute('aria-label') ?? '');
  // "Remove Ann Lee <ann@x.example>": the word before is translated, the text of the chip tells where it ends.
  const name = cut(textWithout(chip, 'sg-avatar-image, md-icon, button'), 200);
  const address = labels.map((label) => /<?([^\s<>]+@[^\s<>]+)>?\s*$/.exec(label)?.[1]).find(Boolean);
  return shown(chip, address === undefined ? name : `${name.includes('@') ? '' : name}<${address}>`, role);
}
