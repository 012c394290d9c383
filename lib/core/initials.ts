const ideographic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const letters = /[\p{L}\p{N}]/u;

/** One or two letters that stand for a name in a small circle; `?` where it holds none. */
export function initialsOf(name: string): string {
  const words = name
    .split(/\s+/u)
    .map(graphemes)
    .filter((word) => word.length > 0);
  const [first] = words;
  if (!first) return '?';
  if (ideographic.test(first[0] ?? '')) return first.slice(0, 2).join('');
  const last = words.length > 1 ? words.at(-1) : undefined;
  return `${first[0] ?? ''}${last?.[0] ?? ''}`.toUpperCase();
}

function graphemes(word: string): string[] {
  if (/^[ -~]*$/.test(word)) return [...word.replace(/[^a-z0-9]/gi, '')];
  return [...new Intl.Segmenter().segment(word)].map((part) => part.segment).filter((part) => letters.test(part));
}
