import { defineContentScript } from 'wxt/utils/define-content-script';
import { surveyAnyPage } from '@/lib/page/any-page';
import { handOver } from '@/lib/page/hand-over';
import type { MoreSites } from '@/lib/page/world';
import { crmSites } from '@/lib/sites/crm-sites';

/** CRMs, and what reads pages that no adapter knows; registered together with `site.js`, and after it. */
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main() {
    handOver<MoreSites>({ sites: crmSites, complete: surveyAnyPage });
  },
});
