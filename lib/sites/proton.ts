import { protonCompose } from '@/lib/sites/proton-compose';
import { protonList } from '@/lib/sites/proton-list';
import { protonAccount, protonPlace } from '@/lib/sites/proton-page';
import { protonThread } from '@/lib/sites/proton-thread';
import type { SiteAdapter } from '@/lib/sites/site-adapter';

/** Proton Mail in the browser. Its own tests need the attributes that are read here. */
export const proton: SiteAdapter = {
  id: 'proton',
  name: 'Proton Mail',
  matches: ['https://mail.proton.me/*'],
  views: [protonList, protonThread],
  compose: protonCompose,
  account: protonAccount,
  folder(_page, url) {
    const { view, folder, isNewest } = protonPlace(url);
    return (view === 'list' && (isNewest || folder === 'search') && folder) || 'other';
  },
};
