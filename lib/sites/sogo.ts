import type { SiteAdapter } from '@/lib/sites/site-adapter';
import { sogoCompose } from '@/lib/sites/sogo-compose';
import { sogoList } from '@/lib/sites/sogo-list';
import { sogoMessage } from '@/lib/sites/sogo-message';
import { sogoAccount } from '@/lib/sites/sogo-page';

/** SOGo 5, on any host. Only opened mails show addresses, so that no folder is ever seen in full. */
export const sogo: SiteAdapter = {
  id: 'sogo',
  name: 'SOGo',
  matches: [],
  sign: 'body[ng-app^="SOGo."]',
  views: [sogoList, sogoMessage],
  compose: sogoCompose,
  account: sogoAccount,
  folder: () => 'other',
};
