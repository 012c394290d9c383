import { defineContentScript } from 'wxt/utils/define-content-script';
import { awaitHandOver } from '@/lib/page/hand-over';
import { runSite } from '@/lib/page/run-site';
import type { MoreSites } from '@/lib/page/world';
import { serverSites } from '@/lib/sites/server-sites';
import { siteAmong } from '@/lib/sites/site-among';

/** Webmail on servers of one's own, and every other host: the background registers this script once the user has granted one. */
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main() {
    // Comes from the script beside this one, before the background has answered the first question.
    let more: MoreSites = { sites: [], complete: (own) => own };
    awaitHandOver<MoreSites>((given) => {
      more = given;
    });
    runSite(
      (url, page) => siteAmong([...serverSites, ...more.sites], url, page),
      (own, tools) => more.complete(own, tools),
    );
  },
});
