import { readGmailAccount } from '@/lib/sites/gmail-account';
import { gmailCompose } from '@/lib/sites/gmail-compose';
import { gmailList } from '@/lib/sites/gmail-list';
import { gmailThread } from '@/lib/sites/gmail-thread';
import { readGmailUrl } from '@/lib/sites/gmail-url';
import type { SiteAdapter } from '@/lib/sites/site-adapter';

/** Gmail in the browser, standard layout. Attributes and roles only; a class name is a last resort. */
export const gmail: SiteAdapter = {
  id: 'gmail',
  name: 'Gmail',
  matches: ['https://mail.google.com/*'],
  views: [gmailList, gmailThread],
  compose: gmailCompose,
  account: readGmailAccount,
  folder(_page, url) {
    const place = readGmailUrl(url);
    return place?.view === 'list' && place.newest ? place.folder : 'other';
  },
};
