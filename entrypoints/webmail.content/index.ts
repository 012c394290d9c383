import { defineContentScript } from 'wxt/utils/define-content-script';
import { runSite } from '@/lib/page/run-site';
import { webmailAt } from '@/lib/sites/webmail-sites';

/** Webmail at addresses known beforehand: the background registers this script there once the user has granted it. */
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main() {
    runSite(webmailAt);
  },
});
