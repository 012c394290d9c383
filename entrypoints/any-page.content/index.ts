import { defineContentScript } from 'wxt/utils/define-content-script';
import { surveyAnyPage } from '@/lib/page/any-page';
import { handOver } from '@/lib/page/hand-over';

/** What reads pages that no adapter knows; registered together with the script of all granted sites, and after it. */
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main() {
    handOver(surveyAnyPage);
  },
});
