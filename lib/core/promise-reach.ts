import type { DatedWords } from '@/lib/core/day-phrases';
import { headPatterns, type Need, wordsPattern } from '@/lib/core/promise-heads';
import type { Span } from '@/lib/core/sentence-spans';

/** The words that begin a promise in a sentence, and how far what they say goes. */
export interface Head extends Span {
  readonly needs: readonly Need[];
  /** Where the clause ends. */
  readonly reach: number;
  /** Where the next head begins, or the sentence ends. */
  readonly end: number;
}

const opener = wordsPattern(
  `^\\s*(?:and|but|so|then|also|yes|yep|ok|okay|sure|fine|great|good|perfect|right|well|thanks|thank you|no problem|no worries
  |of course|certainly|absolutely|definitely|sorry|apologies|unfortunately|instead|meanwhile|however|therefore|thus|hence|otherwise
  |anyway|still|again|first|firstly|second|secondly|next|finally|lastly|afterwards|additionally|furthermore|besides|as usual|as always
  |now|today|p\\.?s\\.?|either way|just to confirm|to confirm|don't worry|(?:hi|hello|hey|dear)(?: \\p{L}+){1,3}
  |(?:thanks|thank you) for(?: [\\p{L}'-]+){1,6}|to make up for (?:it|this|that)
  |as (?:discussed|agreed|promised|mentioned|said|requested|arranged|announced|planned)(?: [\\p{L}'-]+){0,3}
  |(?:(?:(?:I|we) (?:can |do )?|can )(?:promise|assure|guarantee|confirm)(?: you| to you)?|please note|rest assured|be assured|you have my word
    |(?:I'm|I am|we're|we are) (?:sure|confident|certain|(?:happy|glad|pleased|delighted) to (?:say|confirm|tell you|inform you)))(?: that)?
  |(?:I )?(?:just )?(?:wanted to|(?:I'm|I am) writing to) (?:let you know|confirm|tell you|inform you)(?: that)?
  |as (?:an?|our)(?: [\\p{L}-]+){1,4}|in (?:the meantime|return|addition|that case|this case|any case)|(?:for|from|on) (?:now|(?:my|our) (?:side|part|end))
  |(?:if|when|once|as soon as|after) (?:you|we|I|they|it|that|this|he|she)(?:'\\p{L}+)?(?: [\\p{L}\\p{N}'-]+){2,12}
  |[-*•–]|\\(?\\w[.)]|\\d+[.)])(?![\\p{L}\\p{N}'-])`,
  'iu',
);
/** After these words the writer says what somebody thinks or asks, or under which condition. */
const reported = wordsPattern(
  '\\b(?:if|unless|whether|in case|assuming|provided|suppose|supposing|wish|wonder|hope|hoped|said|says|told|asked|wrote|thought|think|believe|claimed|mentioned|not sure|doubt|imagine|expect|want|why|how|what|who|which)\\b',
  'i',
);
const quoting =
  /\b(?:said|wrote|asked|told (?:me|us|him|her|them)|replied|promised|answered|says|writes|claimed|mentioned)\s*[,:]\s*$/i;
const joint = /[,;:()–—…]|\s-\s|--/g;

/** Could the sentence hold a promise? Cheap, and asked before the days are read. */
export function mayPromise(sentence: string): boolean {
  return headPatterns.some(({ pattern }) => sentence.search(pattern) >= 0);
}

/** Is the last subject before the place the writer, so that "and will call you" is said of no one else? */
const isOfWriter = /\b(?:I|we)\b(?!.*\b(?:he|she|they)\b)/is;

/** The words in a sentence that begin promises, if a day follows. `dates`: the days that the sentence names. */
export function headsOf(sentence: string, dates: readonly DatedWords[]): readonly Head[] {
  const found: (Span & { readonly needs: readonly Need[] })[] = [];
  for (const { pattern, needs } of headPatterns) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(sentence); match; match = pattern.exec(sentence)) {
      const span = { from: match.index, to: match.index + match[0].length, needs };
      // Words like "the" may begin a head wherever they stand.
      pattern.lastIndex = span.from + 1;
      const isKnown = found.some((one) => one.from < span.to && span.from < one.to);
      if (!isKnown && opensClause(sentence, span, dates)) found.push(span);
    }
  }
  found.sort((a, b) => a.from - b.from);
  return found.map((head, index) => {
    const next = found[index + 1]?.from ?? sentence.length;
    return { ...head, end: next, reach: Math.min(next, clauseEnd(sentence, head)) };
  });
}

/** Does a clause of the writer's own begin here: after nothing, after "and", after "as discussed", after "on Friday"? */
function opensClause(sentence: string, head: Span, dates: readonly DatedWords[]): boolean {
  const before = withoutDates(sentence, head.from, dates);
  const lacksSubject = /^(?:will|shall)\b/i.test(sentence.slice(head.from, head.to));
  if (lacksSubject && !isOpening(before) && !isOfWriter.test(before)) return false;
  const [joined, clause] = lastJoint(before);
  if (quoting.test(before.slice(0, joined)) && !/^\s*as\b/i.test(before)) return false;
  if (isOpening(clause)) return true;
  const conjunction = /^(.*\S\s+)(?:and|but|so|then|plus)\s+(\S.*)?$/isu.exec(clause);
  return conjunction !== null && isOpening(conjunction[2] ?? '') && !reported.test(conjunction[1] ?? '');
}

/** Does it hold nothing but words with which people lead up to what they say? */
function isOpening(text: string): boolean {
  let rest = text.trimStart();
  for (let match = opener.exec(rest); match && rest !== ''; match = opener.exec(rest)) {
    rest = rest.slice(match[0].length).trimStart();
  }
  return rest === '';
}

/** The text before a place, and without the date right before it: "On Friday I'll …", "By Monday, you'll have …". */
function withoutDates(sentence: string, at: number, dates: readonly DatedWords[]): string {
  const front = frontDate(sentence, at, dates);
  return sentence.slice(0, front?.from ?? at);
}

const announcing =
  /(?:^|[,;:()–—]|\b(?:and|but|so|then|that))\s*(?:(?:(?:on|by|within|in|no later than)\s+)?(?:the\s+)?)$/i;

/** The date with which a clause begins, right before its subject. `from`: where it begins with its preposition. */
export function frontDate(sentence: string, at: number, dates: readonly DatedWords[]): DatedWords | undefined {
  const date = dates.find((one) => one.to <= at && /^,?\s*$/.test(sentence.slice(one.to, at)));
  const lead = date && announcing.exec(sentence.slice(0, date.from));
  if (!date || !lead) return undefined;
  const preposition = /(?:\b(?:on|by|within|in|no later than)\s+)?(?:the\s+)?$/i.exec(sentence.slice(0, date.from));
  return { ...date, from: preposition?.index ?? date.from };
}

/** Where the last clause of a text begins, and that clause. */
function lastJoint(text: string): readonly [at: number, clause: string] {
  const at = [...text.matchAll(joint)].reduce((end, { index, 0: mark }) => Math.max(end, index + mark.length), 0);
  return [at, text.slice(at)];
}

/** Where something else begins: another subject, a condition, another matter. */
const turn = wordsPattern(
  `[;:()–—]|\\s-\\s|--|\\b(?:(?:I|we|he|she|they)\\b
  |(?:(?<!let )you|it|that|this) ?(?:'re|'ve|'ll|'d|'s|(?: (?:are|were|can|could|will|would|should|have|had|has|need|want|wanted
    |asked|sent|said|requested|mentioned|ordered|wrote|told|got|see|saw|know|like|prefer|is|was|may|might|must|do|did|don't|\\p{L}+ed))\\b)
  |(?:which|who|whose|whether|if|unless|because|since|while|although|though|whereas|when|where|why|how|what|as soon as
  |is|are|was|were|isn't|aren't|has|had|did|does|can|could|would|should|might|must|will|won't|starts|begins|ends|opens|closes|takes place|expires
  |please|hope|wait|waiting|looking forward|look forward|expecting|let me know|let us know|ask(?:ing)? you|remind(?:ing)? you|needed|due)\\b
  |you to (?!the|our|your|an?\\b)\\p{L}|(?:said|wrote|asked)\\b)`,
  'giu',
);
/** What may follow a comma and still belong to what stands before it. */
const goesOn = wordsPattern(
  '^,\\s*(?:by|no later|not later|at the|within|before|on|today|tomorrow|tonight|the|an?|our|your|and|both|including|plus|together|then|latest|install|test|check|fix|repair|print|review|update|complete|finish|\\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|as (?:agreed|discussed|promised|requested|usual))\\b',
  'i',
);

/** What is assured is said in a clause of its own: "make sure that it is with you by Friday". */
const assuring = wordsPattern('\\b(?:make sure|ensure|see to)$', 'i');

function clauseEnd(sentence: string, { from, to }: Span): number {
  turn.lastIndex = to;
  let next = turn.exec(sentence);
  if (next && assuring.test(sentence.slice(from, to)) && /^\w/.test(next[0])) next = turn.exec(sentence);
  const end = next?.index ?? sentence.length;
  const comma = [...sentence.slice(to, end).matchAll(/,/g)].find(
    ({ index }) => !goesOn.test(sentence.slice(to + index)),
  );
  return comma ? to + comma.index : end;
}
