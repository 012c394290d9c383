import { describe, expect, it } from 'vitest';
import { occasionTemplateKeys, promptTemplateKeys } from './template-pack';
import { templatesInEnglish } from './templates-en';
import { goesToOthers, wordingChoices } from './wording-choice';

const own = [
  { id: '01JR0000000000000000000001', name: 'Tea', text: 'Tea?' },
  { id: '01JR0000000000000000000002', name: 'Lunch', subject: 'Lunch', text: 'Lunch?' },
];
const choices = (wish: Parameters<typeof wordingChoices>[1]) => wordingChoices(templatesInEnglish, wish);
const keysOf = (wish: Parameters<typeof wordingChoices>[1], group: string) =>
  choices(wish)
    .filter((one) => one.group === group)
    .map(({ key }) => key);

describe('the wording to choose from', () => {
  it('is all there is for a day on which nothing went wrong, each once, what fits first', () => {
    const all = choices({ own, fitting: ['renewal-60', 'keep-in-touch'] });
    expect(all.slice(0, 4).map(({ key, group }) => [key, group])).toEqual([
      ['renewal-60', 'now'],
      ['keep-in-touch', 'now'],
      [own[0]?.id, 'own'],
      [own[1]?.id, 'own'],
    ]);
    const keys = all.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(keys)).toEqual(
      new Set([...own.map(({ id }) => id), ...promptTemplateKeys, ...occasionTemplateKeys]),
    );
    expect(all.find(({ key }) => key === own[1]?.id)).toMatchObject({
      name: 'Lunch',
      subject: 'Lunch',
      text: 'Lunch?',
    });
  });

  it('may begin with an own one, and passes over what there is not', () => {
    const [first, second] = choices({ own, fitting: ['none', '01JR0000000000000000000002'] });
    expect(first).toMatchObject({ name: 'Lunch', group: 'now' });
    expect(second).toMatchObject({ name: 'Tea', group: 'own' });
    expect(keysOf({ fitting: [] }, 'now')).toEqual([]);
  });

  it('knows what is not written to the contact', () => {
    const others = Object.entries(templatesInEnglish.templates).filter(([key]) => goesToOthers(key));
    // Whoever is greeted there is not the contact, who is spoken of.
    const spokenOf = Object.entries(templatesInEnglish.templates).filter(([, { text }]) => text.includes('{{name}}'));
    expect(others).toEqual(spokenOf);
    expect(others).toHaveLength(2);
  });

  it('asks for no renewal, no referral and no way back while a recovery is open', () => {
    const asks = ['referral-thanks', 'renewal-90', 'renewal-60', 'renewal-30'];
    expect(keysOf({ fitting: [] }, 'occasion')).toEqual(expect.arrayContaining(asks));
    const silent = keysOf({ fitting: ['renewal-60'], isSilenced: true }, 'occasion');
    expect(silent.filter((key) => asks.includes(key))).toEqual([]);
    expect(keysOf({ fitting: ['renewal-60'], isSilenced: true }, 'now')).toEqual([]);
    expect(silent).toContain('introduction');
  });
});
