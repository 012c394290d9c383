import { defineContentScript } from 'wxt/utils/define-content-script';
import { runSite } from '@/lib/page/site-runner';
import { grantedSites, siteAmong } from '@/lib/sites/registry';

/** Every other site: the background registers this script for a host once the user has granted it. */
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main() {
    runSite((url, page) => siteAmong(grantedSites, url, page));
  },
});
