import { describe, expect, it } from 'vitest';
import { promiseTitle } from './promise-title';

/** The title where the day stands between asterisks. */
function titleOf(marked: string): string {
  const from = marked.indexOf('*');
  const words = marked.replaceAll('*', '');
  return promiseTitle(words, { from, to: marked.lastIndexOf('*') - 1 });
}

describe('titles of promises', () => {
  it.each([
    ["I'll send you the quote *by Friday*", 'send the quote'],
    ['I will personally send the quote over to you *by Friday*', 'send the quote over'],
    ["we're going to replace both units *on 9 December*", 'replace both units'],
    ["I'm sending you the form *tomorrow*", 'sending the form'],
    ["I'll be sending the crew *on 2 Dec*", 'sending the crew'],
    ['I should be able to get you the parts *by Friday*', 'get the parts'],
    ['I can get you the spare part *by Thursday*', 'get the spare part'],
    ["I'll call you *tomorrow*", 'call'],
    ["I'll ring you back *this afternoon*", 'ring back'],
    ["I'll get back to you *within two days*", 'get back to you'],
    ["I'll check and let you know *in a week*", 'check and let you know'],
    ['I promise you a decision *by Friday*', 'a decision'],
    ['We hereby commit to a fix *by Friday*', 'a fix'],
    ['Will send the quote *tomorrow*', 'send the quote'],
    ['Let me come back to you *tomorrow*', 'come back to you'],
    ['Expect the parts *no later than 4 December*', 'the parts'],
    ["You'll have the new offer in writing *by 2 December*", 'the new offer in writing'],
    ['You should receive our reply *by Friday*', 'our reply'],
    ["you'll get it *by EOD*", "you'll get it"],
    ["You'll hear from me *on Friday*", "You'll hear from me"],
    ['the manuals will be with you *by Monday*', 'the manuals will be with you'],
    ['*By Friday* we’ll have it fixed', 'have it fixed'],
    ["I'll send *on Friday*, the drawings", 'send, the drawings'],
    ["I'll do that *by\nFriday*", 'do that'],
    ['send you my estimate *tomorrow*', 'send my estimate'],
  ])('“%s”: %s', (marked, title) => {
    expect(titleOf(marked)).toBe(title);
  });

  it('ends between two words where it would be too long', () => {
    const title = titleOf(`I'll send you ${'the drawings and '.repeat(6)}the samples *by Friday*`);
    expect(title).toBe('send the drawings and the drawings and the drawings and the…');
  });
});
