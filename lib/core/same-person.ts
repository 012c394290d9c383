import { plainName } from '@/lib/core/address';
import type { Contact } from '@/lib/core/model';
import { wordsOf } from '@/lib/core/words';

const oneWord = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]+$/u;
const longestName = 200;

/**
 * A name in a form in which equal names are equal, whatever the order of their words: "Lee, Ann" and "Ann Lee".
 * `undefined`: an address, or a first name alone, which says too little; scripts that write a whole name in one word do.
 */
export function nameKey(name: string): string | undefined {
  if (name.includes('@') || name.length > longestName) return undefined;
  const words = wordsOf(plainName(name));
  const [only = ''] = words;
  return words.length > 1 || (only.length > 1 && !oneWord.test(only)) ? words.toSorted().join(' ') : undefined;
}

/** The word of a name key to look for first: the longest is the rarest. */
export function rarestWord(key: string): string {
  return key.split(' ').reduce((best, word) => (word.length > best.length ? word : best), '');
}

/** May the two be one person? Not where one is gone or was merged, and not where the user has said that they are two. */
export function mayBeOne(one: Contact, other: Contact): boolean {
  const isAlive = (contact: Contact) => contact.deletedAt === undefined && contact.mergedIntoId === undefined;
  const isTold = one.notSameAsIds?.includes(other.id) || other.notSameAsIds?.includes(one.id);
  return one.id !== other.id && isAlive(one) && isAlive(other) && !isTold;
}
