import { describe, expect, it } from 'vitest';
import { fillTemplate, parseTemplate } from './template';

const fill = (text: string, values = {}) => fillTemplate({ text }, values);

describe('fields', () => {
  it.each([
    ['a value', 'Hi {{firstName|there}},', 'Hi Marta,'],
    ['a fall-back', 'at {{company|your company}}', 'at your company'],
    ['a field that may be left out', 'Kind regards,\n{{ownName|}}', 'Kind regards,\n'],
    ['blanks and capitals', '{{ FirstName | there }}', 'Marta'],
    ['a fall-back with a bar', '{{company|you | yours}}', 'you | yours'],
    ['three braces', '{{{firstName}}}', '{Marta}'],
    ['braces that are no field', 'a { b } {{ }} {{1}} {{#if x}} {{a b}} $ {firstName}', undefined],
    ['a field over two lines', '{{firstName\n|there}}', undefined],
    ['a fall-back over two lines', '{{company|a\nb}}', undefined],
  ])('%s', (_name, text, expected) => {
    expect(fill(text, { firstName: ' Marta ' })).toMatchObject({ text: expected ?? text, unresolved: [] });
  });

  it('refuse to be inserted where one is unresolved, and name it once', () => {
    const filled = fill('{{firstName}} {{owner}} {{owner}} {{promisedOn|soon}}', { firstName: 'Marta', owner: ' ' });
    expect(filled).toMatchObject({ text: 'Marta {{owner}} {{owner}} soon', unresolved: ['owner'] });
    expect(fill('Hi {{firstName|there}}')).toMatchObject({ text: 'Hi there', unresolved: [] });
  });

  it('refuse a name that is none, even with a fall-back: it would hide the slip', () => {
    const filled = fill('Hi {{fristName|there}}', { firstName: 'Marta' });
    expect(filled).toMatchObject({ text: 'Hi {{fristName|there}}', unresolved: ['fristName'] });
    expect(fill('{{constructor}} {{toString|x}}').unresolved).toEqual(['constructor', 'toString']);
  });

  it('refuse for the subject too', () => {
    const filled = fillTemplate({ subject: 'About {{lastTopic}}', text: 'Hi' }, {});
    expect(filled.unresolved).toEqual(['lastTopic']);
    expect(filled.spans).toEqual([{ part: 'subject', start: 6, end: 19, name: 'lastTopic', from: 'nothing' }]);
    expect(fillTemplate({ subject: 'About {{lastTopic}}', text: 'Hi' }, { lastTopic: 'Spring' })).toMatchObject({
      subject: 'About Spring',
      text: 'Hi',
      unresolved: [],
    });
  });

  it('fill in what a page brought as text on one line, without characters that turn its direction', () => {
    const { text } = fill('{{lastTopic}}', { lastTopic: 'Offer\r\nBcc: all\u202Ereversed {{name}}' });
    expect(text).toBe('Offer Bcc: allreversed {{name}}');
  });

  it('say where they are', () => {
    expect(fill('Hi {{firstName}} at {{company|home}}', { firstName: 'Åsa' }).spans).toEqual([
      { part: 'text', start: 3, end: 6, name: 'firstName', from: 'value' },
      { part: 'text', start: 10, end: 14, name: 'company', from: 'fallback' },
    ]);
  });

  it('are found in long texts in time', () => {
    const text = '{{ firstName |'.repeat(20_000);
    expect(parseTemplate(text)).toEqual([{ text }]);
  });
});
