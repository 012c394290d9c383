import { addDays } from '@/lib/core/calendar';
import type { DatedWords } from '@/lib/core/day-phrases';
import type { CalendarDate } from '@/lib/core/model';
import { deed, type Need, wordsPattern } from '@/lib/core/promise-heads';
import { frontDate, type Head } from '@/lib/core/promise-reach';
import type { Span } from '@/lib/core/sentence-spans';

/** What is promised in a sentence, from its subject to its day. */
export interface DatedClause extends Span {
  readonly on: CalendarDate;
  /** The words that say when, with their preposition. */
  readonly when: Span;
}

const untilWords = "(?:until|untill|till|'?til)";
const deadline = wordsPattern(
  `\\b(?:by|before|within|inside|(?:no|not) later than|(?:at the )?latest(?: by)?|${untilWords})(?: the)? $`,
  'i',
);
const lasting = wordsPattern(`\\b${untilWords}(?: the)? $`, 'i');
/** Done at one moment: here "until" can only be a non-native "by". */
const momentary =
  /\b(?:send|e-?mail|mail|answer|reply|respond|back|deliver|ship|call|ring|know|confirm|receive|get|be with you)$/i;
/** A day after these words is not the one on which it will be done. */
const otherDay = wordsPattern(
  `(?:\\b(?:from|since|after|starting|beginning|commencing|effective|for|of|about|dated|every|each|last|past|than|with|like|instead of
  |except|not|the|our|your|my|his|her|their|an?|through|throughout|via|good|black|easter|cyber|casual|valid|as of
  |scheduled|planned|booked|signed|held|set|due)|'s) $`,
  'i',
);
const sameDay = wordsPattern(
  '\\b(?:(?:no|not) later than|(?:morning|afternoon|evening|course|day) of)(?: the)? $',
  'i',
);
/** A day that belongs to an occasion: "the slides for the meeting on Friday". */
const occasion = wordsPattern(
  `\\b(?:for|of|to|at|from|before|after|during|in|about) (?:the|our|your|an?|my|this|that|his|her|their)(?: [\\p{L}-]+){0,2} (?:meeting
  |call|workshop|fair|training|appointment|visit|session|event|conference|demo|dinner|lunch|presentation|review|interview|seminar|show
  |webinar|flight|deadline)(?: on)? $`,
  'iu',
);
const hedge = wordsPattern(
  '\\b(?:hopefully|probably|maybe|perhaps|possibly|ideally|presumably|likely|unlikely|might|try|trying|tentatively|luck|not(?! later)|never|earliest|if possible|always|usually|normally|typically|generally)\\b',
  'i',
);
const doubtAfter = wordsPattern(
  `^(?:'s\\b|s\\b|-\\p{L}| ?(?:,|\\() ?(?:hopefully|maybe|perhaps|probably|weather)| (?:at the )?earliest\\b|,? (?:or later|onwards?|and (?:every|each)
  |hopefully|maybe|perhaps|probably|if (?:possible|necessary|needed|required|I can|we can|all goes|everything goes|nothing|time)|weather permitting|I hope|I guess|I think|or not)\\b)`,
  'iu',
);
/** A last day put behind the clause: "I'll send it once I'm back, by Friday". */
const putBehind = wordsPattern('[,(–—-] ?(?:by|no later than|within|at the latest)(?: the)? $', 'i');
/** "You'll have Friday off", "I'll give you two weeks": what is had is the time itself. */
const havingTime = wordsPattern('\\b(?:have|get|receive|give (?:you|him|her|them)|book|take)$', 'i');
/** What is spoken about may have a day of its own: "I'll call you about the delivery on Friday". */
const matter = wordsPattern('\\b(?:about|regarding|concerning) (?!(?:it|this|that|them)\\b)', 'i');
const question = /\?["')\s]*$/;
/** A question that follows a promise in its sentence. */
const asksAfter =
  /[,;–—(-]\s*(?:(?:and|so|but)\s+)?(?:can|could|will you|would you|do|does|is|are|may|shall|what|when|how|where|who|which|ok|okay|alright|all right|fine|deal|agreed)\b/i;

/** What a head promises in its sentence, with each day that the sentence names for it. */
export function clausesOf(
  sentence: string,
  head: Head,
  dates: readonly DatedWords[],
  sentOn: CalendarDate,
): readonly DatedClause[] {
  const found: DatedClause[] = [];
  for (const date of dates) {
    if (date.from < head.to || !isReached(sentence, head, date)) continue;
    const last = found.at(-1);
    const between = sentence.slice(last?.to ?? head.to, date.from);
    if (last && /^\s*(?:,|\/|-|–|or|and|to)\s*(?:or\s+)?(?:(?:on|by)\s+)?(?:the\s+)?$/i.test(between)) {
      const on = date.on < last.on ? addDays(date.on, 7) : date.on;
      found[found.length - 1] = { ...last, to: date.to, on, when: { ...last.when, to: date.to } };
      continue;
    }
    const from = last ? nextDeed(sentence, last, date) : head.from;
    if (from === undefined || !isMeant(sentence, head, date, sentOn)) continue;
    found.push({ from, to: date.to, on: date.on, when: whenOf(sentence, date) });
  }
  if (found.length > 0) return found;
  const front = frontClause(sentence, head, dates, sentOn);
  return front ? [front] : [];
}

/** Does the date belong to the head: in its clause, or put behind it with "…, by Friday"? */
function isReached(sentence: string, head: Head, date: DatedWords): boolean {
  if (date.from < head.reach) return true;
  return date.from < head.end && putBehind.test(sentence.slice(head.to, date.from));
}

/** Where the second of two promises of one subject begins: "… today and the drawings by Friday". */
function nextDeed(sentence: string, last: DatedClause, date: DatedWords): number | undefined {
  const joint = /^\s*,?\s*(?:(?:and|plus)\s+(?:then\s+)?|then\s+|,\s*)(?=\S)/i.exec(sentence.slice(last.to, date.from));
  if (!joint) return undefined;
  const from = last.to + joint[0].length;
  const rest = sentence.slice(from, date.from);
  const [first, second] = [last.when, whenOf(sentence, date)].map(
    (when) => /^\w*/.exec(sentence.slice(when.from))?.[0],
  );
  const isAlike = deadline.test(rest) || (first === second && first !== '');
  const isThing = isAlike && /^(?:the|an?|our|your|my|both|all|another|\d+)\s/i.test(rest);
  return isThing || deed.test(rest) ? from : undefined;
}

/** Is it a promise for that day: not "until", not a day of something else, not under doubt, not a question? */
function isMeant(sentence: string, head: Head, date: DatedWords, sentOn: CalendarDate): boolean {
  const lead = sentence
    .slice(0, date.from)
    .replace(/\bthe\s+$/i, (the) => (/^\d/.test(sentence.slice(date.from)) ? '' : the));
  const [after, between] = [sentence.slice(date.to), sentence.slice(head.to, date.from)];
  if (date.on < sentOn || doubtAfter.test(after) || hedge.test(sentence.slice(head.from, date.from))) return false;
  if (lasting.test(lead) && !momentary.test(sentence.slice(head.from, head.to))) return false;
  if ((otherDay.test(lead) && !sameDay.test(lead) && !isSet(head, sentence, between)) || occasion.test(lead))
    return false;
  if (between.trim() === '' && havingTime.test(sentence.slice(head.from, head.to))) return false;
  if (matter.test(between) && !deadline.test(lead) && !/^(?:later|within)\b/i.test(sentence.slice(date.from)))
    return false;
  if (question.test(sentence) && !asksAfter.test(after)) return false;
  return head.needs.every((need) => isThere(need, sentence, head, date, sentOn));
}

/** "Delivery is confirmed for Monday". */
function isSet(head: Head, sentence: string, between: string): boolean {
  return (
    /^\s*(?:for\s+)?(?:the\s+)?$/i.test(between) && /\b(?:is|are|been)\b/i.test(sentence.slice(head.from, head.to))
  );
}

function isThere(need: Need, sentence: string, head: Head, date: DatedWords, sentOn: CalendarDate): boolean {
  const clause = sentence.slice(head.from, head.reach);
  const isLastDay =
    deadline.test(sentence.slice(0, date.from)) || /^(?:within|inside)\b/i.test(sentence.slice(date.from));
  const namesReader = /\byou(?:rs?)?\b/i.test(clause);
  if (need === 'you') return namesReader;
  if (need === 'object') return namesReader || /\b(?:it|them|this|that|these|those|everything)\b/i.test(clause);
  if (need === 'deadline') return isLastDay;
  if (need === 'later') return date.on > sentOn;
  return (
    isLastDay ||
    namesReader ||
    /\b(?:ready|done|finished|fixed|sorted|complete|back|sent|shipped|delivered|news|an? (?:answer|decision|update|quote|offer|solution|date))\b/i.test(
      clause,
    )
  );
}

/** "By Friday I'll send the quote": the day stands first. */
function frontClause(
  sentence: string,
  head: Head,
  dates: readonly DatedWords[],
  sentOn: CalendarDate,
): DatedClause | undefined {
  const front = frontDate(sentence, head.from, dates);
  if (!front || question.test(sentence) || front.on < sentOn) return undefined;
  const clause = sentence.slice(head.from, head.reach).replace(/[\s,.!…]+(?:(?:and|but|so|or|then)\s*)?$/i, '');
  if (hedge.test(clause) || !head.needs.every((need) => isThere(need, sentence, head, front, sentOn))) return undefined;
  return { from: front.from, to: head.from + clause.length, on: front.on, when: { from: front.from, to: front.to } };
}

/** The date with the words before it that say no more than when. */
function whenOf(sentence: string, date: DatedWords): Span {
  const lead =
    /(?:[,(–—-]\s*)?(?:\b(?:(?<!\b(?:come|stop|drop|pop)\s+)by|on|before|between|within|in|until|untill|till|for|(?:no|not) later than|at the latest|latest|first thing|early|late|sometime)\s+)*(?:the\s+)?$/i.exec(
      sentence.slice(0, date.from),
    );
  return { from: lead?.index ?? date.from, to: date.to };
}
