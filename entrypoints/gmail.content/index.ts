import { defineContentScript } from 'wxt/utils/define-content-script';
import { runSite } from '@/lib/page/run-site';
import { gmail } from '@/lib/sites/gmail';

export default defineContentScript({
  matches: ['https://mail.google.com/*'],
  runAt: 'document_idle',
  // Else every page is sent our extension id (docs/threats.md T3).
  noScriptStartedPostMessage: true,
  main() {
    runSite(() => gmail);
  },
});
