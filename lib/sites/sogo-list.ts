import { bareName, seen, textOf } from '@/lib/sites/mail-parts';
import { first } from '@/lib/sites/page-parts';
import type { SiteView } from '@/lib/sites/site-adapter';
import { sogoPlace } from '@/lib/sites/sogo-page';

/** The program finds the name by its place: behind the folder's and the icon of its urgency. */
const names = ['span + md-icon + span', '.sg-md-subhead > div > span:not(.sg-label-outline)'];

/** A folder's list. Its rows name people without any address, and the same few rows show every mail in turn. */
export const sogoList: SiteView = {
  name: 'list',
  test: (url) => sogoPlace(url).view === 'list',
  landmark: '#messagesList',
  items: ['#messagesList md-list-item', 'md-virtual-repeat-container md-list-item'],
  watch: ['aria-label'],
  read(row, url) {
    const { folder } = sogoPlace(url);
    const element = nameOf(row);
    // The whole address may stand behind the name, but whoever wrote the mail chose the name.
    const mailbox = element && bareName(textOf(element));
    if (!folder || !element || mailbox === undefined) return [];
    return seen([{ element, mailbox, hasAddress: false, role: 'participant' }], { folder, rule: 'row' });
  },
  place(row) {
    const anchor = nameOf(row);
    // One transparent button lies over the whole row.
    return anchor && { anchor, where: 'after', isCovered: true };
  },
};

function nameOf(row: Element): Element | undefined {
  return names.map((selector) => first(row, selector)).find(Boolean);
}
