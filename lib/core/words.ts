/** Lower-case words under which a contact is found; a search matches the beginning of any of them. */
export function searchWords(name: string, company: string | undefined, addresses: readonly string[]): string[] {
  return [...new Set([name, company ?? '', ...addresses].flatMap(wordsOf))];
}

/** A text taken apart as `searchWords` does it: without accents, lower case. */
export function wordsOf(text: string): string[] {
  return text
    .slice(0, 1_000)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
