import { outlookCompose } from '@/lib/sites/outlook-compose';
import { outlookList } from '@/lib/sites/outlook-list';
import { outlookAccount, outlookPlace, shownFolder } from '@/lib/sites/outlook-page';
import { outlookThread } from '@/lib/sites/outlook-thread';
import { all, first } from '@/lib/sites/page-parts';
import type { SiteAdapter } from '@/lib/sites/site-adapter';

/** Outlook on the web, for work and at home. Its classes are new with every build and are not used. */
export const outlook: SiteAdapter = {
  id: 'outlook',
  name: 'Outlook',
  matches: [
    'https://outlook.office.com/*',
    'https://outlook.office365.com/*',
    'https://outlook.cloud.microsoft/*',
    'https://outlook.live.com/*',
  ],
  views: [outlookList, outlookThread],
  compose: outlookCompose,
  account: outlookAccount,
  folder(page, url) {
    const rows = all(page, '[role="option"][data-convid]');
    // A row without an address is not logged, so the folder was not seen in full.
    const isWhole = outlookPlace(url).view === 'list' && rows.every((row) => first(row, 'span[title*="@"]'));
    return (isWhole && shownFolder(page, url)) || 'other';
  },
};
