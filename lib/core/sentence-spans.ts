/** Where something stands in a text: from the first character to the one behind the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Abbreviations whose full stop ends no sentence; after the others one ends unless it goes on in small letters or figures. */
const title = /\b(?:mr|mrs|ms|dr|st|e\.g|i\.e|vs|approx)$/i;
const abbreviation =
  /(?:\b(?:[ap]\.m|nos?|nr|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thur?s?|fri|sat|sun)|\b\d{1,2})$/i;
const dayName = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/i;
/** A line that ends so goes on in the next one. */
const unfinished =
  /(?:[,\-–—]|\b(?:a|an|the|and|or|of|to|by|on|in|at|for|with|before|until|within|next|this|that|if|whether|will|your|our|my|you|we|i|not))$/i;
const shortLine = 45;

/** The sentences of a text, in order. Every sentence ends with its line where the line is short or begins a list. */
export function sentenceSpans(text: string): readonly Span[] {
  const found: Span[] = [];
  let from = 0;
  const end = (to: number) => {
    if (/\S/.test(text.slice(from, to))) found.push({ from, to });
    from = to;
  };
  for (const { 0: mark, index } of text.matchAll(/[.!?…]+['")\]]*(?=\s|$)|\n/g)) {
    if (mark === '\n' ? isBreak(text, index) : !/^\.$/.test(mark) || !isAbbreviated(text, index))
      end(index + mark.length);
  }
  end(text.length);
  return found;
}

function isAbbreviated(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 12), index);
  if (title.test(before)) return true;
  if (!abbreviation.test(before)) return false;
  const after = text.slice(index + 1, index + 12).trimStart();
  return dayName.test(after) || (/\D$/.test(before) && /^[\p{Ll}\d]/u.test(after));
}

function isBreak(text: string, index: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', index - 1) + 1, index).trim();
  const next = /^[^\n]*/.exec(text.slice(index + 1))?.[0] ?? '';
  if (line === '' || next.trim() === '' || /^\s*(?:[-*•–]|\d+[.)])\s/.test(next)) return true;
  return (line.length < shortLine || /^\s*\p{Lu}/u.test(next)) && !unfinished.test(line);
}
