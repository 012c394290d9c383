/**
 * The words with which English mail promises something, as data. How far a promise goes stands in `promise-reach.ts`, which
 * days are meant in `promise-days.ts`.
 */

/** What must stand beside a head so that it is a promise to the reader. */
export type Need =
  /** The reader is named: you, your. */
  | 'you'
  /** The reader, or something already spoken of: it, them. */
  | 'object'
  /** A last day, not just a day: by, within, no later than. */
  | 'deadline'
  /** A day after the day of writing. */
  | 'later'
  /** A last day, or the reader, or a state in which it will be: ready, back, fixed. */
  | 'result';
/** One way to begin a promise: who promises, and what. */
export interface HeadPattern {
  readonly pattern: RegExp;
  readonly needs: readonly Need[];
}

const firstPerson =
  "(?:I(?:'?ll| will| shall|(?:'?m| am) (?:going to|gonna))|we(?:'ll| will| shall|(?:'re| are) (?:going to|gonna)))";
const hedging = 'only|hopefully|probably|possibly|presumably|likely|ideally|hardly|rarely';
const adverb = `(?: (?:(?!(?:${hedging}|reply|apply|supply|rely|comply|fly|early)\\b)\\w+ly|also|then|now|just|still|again|first|of course|in turn|both|all|each|be (?:happy|glad|pleased|able|sure) to|make sure to|go ahead and))*`;
const word =
  "(?: (?!(?:is|are|was|were|will|would|can|could|has|have|had|if|whether|that|which|who|when|until|said|says|think|hope|told|not|never|i|we|you|he|she|it|they)\\b)[\\p{L}\\p{N}'&/-]+)";
const staff =
  '(?:team|crew|technician|engineer|driver|courier|carrier|fitter|installer|specialist|electrician|plumber)';

const family = '(?:wife|husband|partner|sons?|daughters?|kids?|parents|mother|father|doctor|landlord)';

/** What is done for somebody by the very word. */
const giving = `(?:(?:re-?)?send|e-?mail|mail|forward|deliver|ship|dispatch|post|courier|refund|reimburse|credit|reply|answer|respond
  |confirm|report back|get back|come back to|revert|write(?! my\\b)|call|ring(?! the\\b)|phone|ping|text|message|contact|share|hand|submit
  |let (?:you|[\\p{L}']+(?: [\\p{L}']+)?) know|let you have|give (?:you|him|her|them)
  |get (?:you|it|them|this|that|these|those|everything)|return (?:your|it|the)|(?:come|stop|drop|pop) (?:by|over|round)
  |be (?:back )?in (?:touch|contact)|be back (?:to you|with (?:you|an?|the|our|my))|be with you)(?! (?:me|us)\\b)`;
/** Work that a customer waits for, unless it is on something of the writer's own. */
const work = `(?:(?:follow up|replace|repair|fix|check|look(?! forward)|find out|clarify|investigate|review|prepare|draft
  |(?:finish|complete|finali[sz]e) (?:it|this|that|them|the|your|both|all|everything)|correct|update|upload|sort|resolve|solve|settle|install|bring|drop|print|provide|supply|arrange|organi[sz]e|process
  |test|quote|calculate|work (?:out|on)|figure out|translate|escalate|chase|issue|transfer|wire|exchange|swap
  |adjust|collect|pick up|circulate|distribute|put .{1,40} in the (?:post|mail)|take care of|see to|make sure|ensure
  |do (?:it|that|this|so|the|a|both|all|your)|have (?:it|this|that|them|these|those|everything|a look)
  |get (?:my|our|someone|somebody)|get .{1,40} (?:to you|done|ready|sorted|fixed|back)|be (?:there|on[- ]site|at your)
  |be (?:sending|shipping|delivering|calling|emailing|mailing|posting|contacting|getting back|coming back|replacing|bringing|providing
    |sharing|forwarding|following up|submitting|issuing|replying|responding|confirming|dropping))(?! my\\b))`;
/** What one will do or be without promising it to anybody. */
const unpromising = `(?:${hedging}|not|never|no|be|have|has|get|need|want|see you|meet|miss|assume|suppose|expect|await|wait|hope|try
  |attempt|aim|plan|consider|think|know|believe|hear|receive|understand|remember|keep|stay|remain|leave|lose|charge|bill|invoice
  |debit|cancel|terminate|close|ask you|require|remind|invite|owe|join|welcome|thank|like|love|prefer|do (?:my|our|what)|trust|bet
  |wish|depend|rely|travel|fly|drive|go|look|let|maybe|perhaps|take|give|hate|agree|appreciate|\\w+ly)`;
const done = `(?:sent|e-?mailed|shipped|dispatched|posted|delivered|finished|completed|fixed|repaired|resolved|refunded|credited|installed
  |printed|replaced|transferred|corrected|solved|sorted)`;
const arriving = `(?:reach you|get to you|arrive|follow|leave (?:our|the|us)|go out|ship|land (?:in|on)|come (?:to you|with)
  |(?:work|run) again|be (?:with you|in your (?:hands|inbox|mailbox|account|post|possession)|there|ready|done|complete
    |(?:\\p{L}+ and )?${done}|on (?:its|their) way|on your (?:desk|account)|at your))`;
const leaving = `(?:leaves? (?:our|the) (?:warehouse|factory|plant|works|depot|dock|workshop|premises|lab|store)|goes? out|ships?|follows?
  |(?:runs?|works?) again|arrives? (?:with you|at your)|(?:is|are) (?:shipping|going out|leaving)
  |(?:is|are) back (?:up|online|in (?:service|operation)))`;
/** People and events about which it is not the writer who promises. */
const notOurs = `(?!your (?:[\\p{L}-]+ ){0,2}(?:bank|colleagues?|boss|manager|team|husband|wife|accountants?|lawyers?|suppliers?|landlord
  |insurance|answer|reply|feedback|approval|signature)\\b)(?!\\p{L}+ (?:[\\p{L}-]+ ){0,2}(?:flights?|trains?|plane|bus|guests?|parents
  |meeting|event|fair|webinar|conference|party|holidays?)\\b)`;
const goods = `${notOurs}(?:(?:the|your|our|these|those|both|all|this|that|an?|another)${word}{1,6}?|it|they|this|that|these|those|everything|both|all)`;
const delivery = `(?:(?:the|your|our)${word}{0,3}? )?(?:delivery|shipment|shipping|dispatch|installation|repair|replacement|handover
  |collection|refund|exchange|order|parcel|pick-?up)`;

const sources: readonly (readonly [source: string, ...needs: Need[]])[] = [
  [`${firstPerson}${adverb} (?:${giving}|${work})`],
  [`${firstPerson}${adverb} (?!${unpromising}\\b)\\p{L}+`, 'you'],
  [
    `${firstPerson}${adverb}(?: (?!(?:I|we|he|she|they|it|if|whether|that|is|are|will|can)\\b)[\\p{L}'-]+){1,8}? and (?:then )?${giving}`,
  ],
  [
    `${firstPerson}${adverb} have(?! (?:to|until|till|lunch|dinner|breakfast|time|a (?:break|day|meeting|party|baby|chat|word)|the day|been|\\p{L}+ed)\\b)`,
    'result',
  ],
  [`${firstPerson}${adverb} (?:be (?:ready|done|finished)|have ${done})`, 'deadline'],
  [`(?:I|we) should${adverb} (?:${giving}|have)`, 'deadline', 'result'],
  [`(?:I|we) can${adverb} (?:${giving}|${work}|have|offer|make)`, 'deadline'],
  [
    `(?:I'?m|I am|we're|we are)${adverb} (?:sending|shipping|delivering|posting|mailing|emailing|calling|bringing|forwarding|dispatching|refunding|replacing|transferring|putting)`,
    'later',
  ],
  [
    '(?:I|we) (?:send|call|deliver|ship|forward|refund|replace|transfer|bring|answer|reply|come back|get back)',
    'object',
    'later',
  ],
  [`(?:I|we)(?: can| do| hereby)?${adverb} (?:promise|guarantee|commit|undertake|pledge)`],
  [
    `let (?:me|us)${adverb} (?:get back|come back|check|send|confirm|find out|look into|call|clarify|prepare|follow up)`,
  ],
  [`(?:will|shall)${adverb} (?:${giving}|${work}|do)`],
  [
    `you(?:'?ll| will| shall|(?:'re| are) going to)${adverb} (?:find .{1,40} in your|(?:get|receive|have)(?!.{1,40} from (?:your|his|her|their|the)\\b)(?! (?:to|used|until|till|been|received|had|seen|heard|read|noticed|\\p{L}+ed|time|fun|a (?:look|chat|word|great|good|nice|lovely|wonderful|fantastic|break|rest|bill))\\b)|hear (?:back )?from (?:me|us|our|my)|be hearing (?:back )?from (?:me|us)|be (?:contacted|refunded|reimbursed|credited|called|informed|notified|told|sent|given|getting|receiving)|see (?:it|the (?:refund|credit|money|amount)))`,
  ],
  [
    `you should${adverb} (?:(?:receive|get|have)(?! (?:to|a look)\\b)(?!.{1,60}\\b(?:checked|signed|reviewed|tested|serviced|${done})\\b)|hear (?:back )?from (?:me|us|our))`,
    'deadline',
  ],
  [
    'you can (?:expect(?! (?:delays?|disruptions?|traffic|rain|snow|outages?|downtime|interruptions?)\\b)|count on|rely on|look forward to)',
  ],
  ['you can have (?:it|them|this|that|these|the|your|our)', 'deadline'],
  [
    '(?:please )?expect (?:it|them|these|the|an?|our|my|this|to (?:hear|receive|get|have))(?! (?:delays?|disruptions?|outages?)\\b)',
  ],
  [`(?:our|my|an?|the)${word}{0,2}? ?${staff}${word}{0,3}?(?:'ll| will)${adverb} be (?:there|on[- ]site)`],
  [
    `(?:our|my)(?! ${family}\\b)${word}{1,5}?(?:'ll| will|(?: is| are) going to)${adverb} (?:${giving}|${work}|come|visit)`,
    'object',
  ],
  [
    `(?:some(?:one|body)|one of (?:us|(?:our|my)${word})|a colleague|(?:an?|the)${word}? ?${staff})${word}{0,4}?(?:'ll| will)${adverb} (?:${giving}|${work}|come|visit)`,
    'object',
  ],
  [`${goods}(?:'ll| will| should)${adverb} ${arriving}`],
  [`${goods} ${leaving}`],
  [
    `${delivery} (?:is|are|has been|have been)${adverb} (?:confirmed|scheduled|booked|planned|set|arranged|promised|guaranteed)`,
  ],
];

/** In the order in which they are tried; a later one counts where no earlier one begins. */
export const headPatterns: readonly HeadPattern[] = sources.map(([source, ...needs]) => ({
  pattern: wordsPattern(`(?<![\\p{L}\\p{N}'-])${source}\\b`, 'giu'),
  needs,
}));

/** The beginning of words that say what is done, after the subject of an earlier promise. */
export const deed = wordsPattern(`^(?:${giving}|${work})\\b`, 'iu');

/** A pattern over running text, from one with single blanks that may be broken over lines. */
export function wordsPattern(source: string, flags: string): RegExp {
  return new RegExp(source.replace(/\n\s*/g, '').replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+'), flags);
}
