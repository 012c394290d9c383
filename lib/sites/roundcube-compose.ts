import { fieldText, isClickOn, splitMailboxes } from '@/lib/sites/compose-parts';
import { first } from '@/lib/sites/page-parts';
import type { ComposeReader } from '@/lib/sites/site-adapter';

const sendButton = `:is(a, button):is(.send, [onclick*="command('send'"]):not(.disabled)`;
const roles = ['to', 'cc', 'bcc'] as const;

/** An error of an earlier try may still stand there while the next one is on its way. */
const failure = ':is(#messagestack, #message):not(:has(.loading, .confirmation)) .error';

/** The page for writing. The mail leaves by a form sent into a hidden frame, then the page goes back to the list. */
export const roundcubeCompose: ComposeReader = {
  // The whole page: some skins have the button in a toolbar outside the form.
  windows: ['body:has([name="_to"]):has([name="_subject"])'],
  // The frame of TinyMCE stands in for the text area, which is hidden meanwhile.
  editors: ['#composebody_ifr', '[name="_message"]'],
  kept: '#_rc_sig, #reply-intro, blockquote',
  recipients(compose) {
    const people = roles.flatMap((role) =>
      splitMailboxes(fieldText(field(compose, role))).map((mailbox) => ({ mailbox, role })),
    );
    const recipients = people.map(({ mailbox }) => mailbox);
    const from = ownMailboxes(compose).selected;
    const recipientCount = recipients.length;
    return people.map((one) => ({ ...one, from, recipients, recipientCount, folder: 'other', rule: 'field' }));
  },
  // Keys are no matter: Enter on the button clicks it, and Roundcube has no key that sends.
  isSend: (event) => isClickOn(event, sendButton),
  confirms: 'leave',
  failed: (page) => first(page, failure) !== undefined,
};

/** The user's own identities as the form offers them. */
export function ownMailboxes(root: Document | Element): {
  readonly all: readonly string[];
  readonly selected?: string;
} {
  const from = first(root, '[name="_from"]');
  if (!(from instanceof HTMLSelectElement)) {
    const [selected] = splitMailboxes(fieldText(from));
    return { all: selected ? [selected] : [], selected };
  }
  const mailboxes = (options: Iterable<HTMLOptionElement>) =>
    [...options].flatMap((option) => splitMailboxes(option.textContent ?? '').slice(0, 1));
  return { all: mailboxes(from.options), selected: mailboxes(from.selectedOptions)[0] };
}

/** Elastic draws a list of names over the field, which keeps the true text. */
function field(compose: Element, role: (typeof roles)[number]): Element | undefined {
  return first(compose, `[name="_${role}"]`);
}
