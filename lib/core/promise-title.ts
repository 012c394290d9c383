const subject =
  /^(?:(?:I|we)(?:'?ll|'?m|'re|\s+(?:will|shall|should|can|am|are))*(?:\s+(?:going\s+to|gonna))?|will|shall|let\s+(?:me|us)|(?:please\s+)?expect)\s+/i;
const adverbs =
  /^(?:(?:(?!reply|apply|supply)\w+ly|also|then|now|just|still|again|be\s+(?:happy|glad|pleased|able|sure)\s+to|make\s+sure\s+to|go\s+ahead\s+and|be(?=\s+\w+ing\b))\s+)+/i;
const promising =
  /^(?:(?:do|hereby)\s+)?(?:promise|guarantee|commit|undertake|pledge)(?:\s+you)?(?:\s+(?:to|that))?\s+/i;
/** "You'll have the quote" is about the quote; "you'll get it" says no more without its subject. */
const receiving =
  /^you(?:'?ll|\s+(?:will|shall|should|can|are\s+going\s+to))\s+(?:\w+ly\s+)?(?:have|get|receive|expect|count\s+on|rely\s+on|look\s+forward\s+to)\s+(?=(?:the|an?|our|your|my|this|all|both)\s)/i;
const toReader =
  /\b((?:(?:re-?)?send|e-?mail|mail|ship|bring|show|call|phone|ring|ping|text|message|hand|forward|update|refund|post|answer|contact)(?:p?ing)?|get(?:ting)?|giv(?:e|ing))\s+you\b/gi;
const forReader = /(?<!\bback)\s+(?:to|for)\s+you\b/gi;
const longest = 60;

/**
 * A short title for what was promised, in the writer's own words without the subject, the reader and the day: "send the
 * quote" for "I'll send you the quote by Friday". `when`: where in the words it says by when.
 */
export function promiseTitle(words: string, when: { readonly from: number; readonly to: number }): string {
  const whole = tidy(`${words.slice(0, when.from)} ${words.slice(when.to)}`);
  const title = tidy(
    [subject, adverbs, promising, receiving]
      .reduce((rest, part) => rest.replace(part, ''), whole)
      .replace(toReader, '$1')
      .replace(forReader, ''),
  );
  return shortened(title || whole || tidy(words));
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll('’', "'")
    .replace(/^[\s,;:(–—-]+|[\s,;:(–—-]+$/g, '')
    .replace(/ ,/g, ',');
}

function shortened(title: string): string {
  if (title.length <= longest) return title;
  return `${title.slice(0, longest).replace(/\s+\S*$/, '')}…`;
}
