import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topicOf } from './subject-topic';

describe('what a mail is about', () => {
  it.each([
    ['Re: Spring order', 'Spring order'],
    ['AW: WG: Re[2]: Fwd: Spring order', 'Spring order'],
    ['RE: RE: re:Spring order', 'Spring order'],
    ['SV: Vårens beställning', 'Vårens beställning'],
    ['回复：春季订单', '春季订单'],
    ['Offer: spring order', 'Offer: spring order'],
    ['Order: 12 chairs', 'Order: 12 chairs'],
    ['  Spring\r\n order\u202E ', 'Spring order'],
    ['Re:', undefined],
    ['', undefined],
    [undefined, undefined],
    ['Re: Automatic reply: away', undefined],
    ['Out of office', undefined],
    ['Invitation: spring order', undefined],
    ['Undeliverable: Spring order', undefined],
  ])('%s', (subject, topic) => {
    expect(topicOf(subject)).toBe(topic);
  });

  it('is about itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((text) => `Re: ${text}`),
        ),
        (subject) => {
          const topic = topicOf(subject);
          if (topic !== undefined) expect(topicOf(topic)).toBe(topic);
        },
      ),
    );
  });
});
