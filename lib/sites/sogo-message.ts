import { addressees, type Shown, seen, senderOf, shown, textOf } from '@/lib/sites/mail-parts';
import { all, isVisible } from '@/lib/sites/page-parts';
import type { SeenPerson, SiteView } from '@/lib/sites/site-adapter';
import { sogoPlace } from '@/lib/sites/sogo-page';

const address = '[ng-bind*="message.from[0].email"]';
const roles = ['to', 'cc', 'bcc'] as const;

/** An open message beside the list or in a window of its own. Recipients are shown by name where they have one. */
export const sogoMessage: SiteView = {
  name: 'thread',
  test: (url) => sogoPlace(url).view === 'thread',
  landmark: address,
  items: [`md-card:has(${address})`],
  watch: ['ng-bind', 'aria-label'],
  read: readMessage,
  place(item, carrier) {
    // Of many recipients one line names the first; the chips wait behind it.
    const anchor = isVisible(carrier) ? carrier : headed(item, '[ng-bind*="$shortRecipients"]');
    return anchor && { anchor, where: 'after' };
  },
};

function readMessage(item: Element, url: URL): readonly SeenPerson[] {
  const { folder, mailbox, uid } = sogoPlace(url);
  const link = headed(item, address);
  const name = textOf(headed(item, '[ng-bind*="message.from[0].name"]'));
  const sender = link && shown(link, `${name}<${textOf(link)}>`, 'from');
  if (!folder || !sender?.hasAddress || isDraft(item)) return [];
  const recipients = roles.flatMap((role) => chipsIn(item, role));
  return seen([sender, ...recipients], {
    from: senderOf(sender),
    ...addressees(recipients),
    dateText: textOf(headed(item, 'time[ng-bind*="message.date"]')) || undefined,
    messageId: uid && `${mailbox}/${uid}`,
    subject: textOf(headed(item, '[ng-bind*="message.subject"]')) || undefined,
    folder,
    rule: 'message',
  });
}

/** The program's own part of the card; the body follows it. */
function headed(item: Element, selector: string): Element | undefined {
  return all(item, selector).find((element) => !element.closest('[ng-bind-html], [sg-compile]'));
}

function chipsIn(item: Element, role: Shown['role']): Shown[] {
  return all(item, `md-chips[ng-model$="message.${role}"] md-chip-template`).flatMap(
    (chip) => shown(chip, textOf(chip), role) ?? [],
  );
}

/** Only a draft can be edited. */
function isDraft(item: Element): boolean {
  const edit = headed(item, '[ng-click^="viewer.edit("]');
  return edit !== undefined && isVisible(edit);
}
