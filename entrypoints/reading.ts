import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { giveReading } from '@/lib/extension/reading-script';
import { textReading } from '@/lib/reading/text-reading';

/** Reads days and promises out of text: the background runs this script when it first needs it. */
export default defineUnlistedScript(() => giveReading(textReading));
