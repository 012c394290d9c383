import { defineContentScript } from 'wxt/utils/define-content-script';
import { awaitHandOver } from '@/lib/page/hand-over';
import { runSite } from '@/lib/page/site-runner';
import type { Complete } from '@/lib/page/world';
import { grantedSites, siteAmong } from '@/lib/sites/registry';

/** Every other site: the background registers this script for a host once the user has granted it. */
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main() {
    // Comes from the script beside this one, before the background has answered the first question.
    let complete: Complete = (own) => own;
    awaitHandOver<Complete>((given) => {
      complete = given;
    });
    runSite(
      (url, page) => siteAmong(grantedSites, url, page),
      (own, tools) => complete(own, tools),
    );
  },
});
