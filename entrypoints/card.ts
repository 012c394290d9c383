import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerCard } from '@/lib/page/card-script';

/** Contact card and track menu: the background puts this script into a frame when a badge there is first needed. */
export default defineUnlistedScript(() => offerCard(document));
