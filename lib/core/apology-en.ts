import english from '@/lib/core/apology-en.json';
import { readApologyRules } from '@/lib/core/apology-rules';

/** Apologies in English, as natives and others write it. */
export const englishApologies = readApologyRules(english);
