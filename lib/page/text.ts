import { fillIn } from '@/lib/core/phrase';
import type { Hello } from '@/lib/messaging/protocol';
import type { PageTextKey } from './text-keys';

/** Says a text of the page in the interface language, with `$1`, `$2` … filled in. */
export type Say = (key: PageTextKey, ...values: readonly (string | number)[]) => string;

/** Looks texts up in what the background sent; a text it did not send is empty, never a key. */
export function sayWith(texts: Hello['texts']): Say {
  return (key, ...values) => fillIn(texts[key] ?? '', values);
}
