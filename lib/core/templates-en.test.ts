import { describe, expect, it } from 'vitest';
import { fillTemplate, parseTemplate } from './template';
import { occasionTemplateKeys, promptTemplateKeys, recoveryTemplateKeys } from './template-pack';
import { templatesInEnglish } from './templates-en';

const { templates } = templatesInEnglish;
const all = Object.entries(templates);
const plain = all.map(([key, { name, subject = '', text }]) => [key, [name, subject, text].join('\n')] as const);

/** False urgency, blame, empty politeness, excuses, and what nobody can promise. */
const loud = [
  /!/,
  /\p{Extended_Pictographic}/u,
  /\b[A-Z]{3,}\b/,
  /\b(?:urgent(?:ly)?|asap|hurry|immediately|right away|act now|today only|only today|last chance|final (?:reminder|notice|call)|don['’]t miss|running out|expires?|deadline|limited (?:time|offer)|before it is too late|at your earliest convenience)\b/i,
  /\bjust (?:checking|following|wanted|wondering|a quick|a reminder)\b/i,
  /\b(?:check(?:ing)? in|touch(?:ing)? base|circl(?:e|ing) back|bump(?:ing)?|ping(?:ing)?|nudge|(?:gentle|friendly|quick) reminder|reach(?:ing)? out)\b/i,
  /\b(?:as|per) (?:per )?my (?:last|previous|earlier)\b/i,
  /\byou (?:did not|didn['’]t|have not|haven['’]t|never|failed|forgot|ignored|should have|must|need to (?:answer|reply|act))\b/i,
  /\b(?:still (?:no|waiting)|no (?:answer|reply) from you|not heard (?:back|from you)|haven['’]t heard)\b/i,
  /\bsorry (?:about that|for any|for the inconvenience|if)\b/i,
  /\b(?:any inconvenience|inconvenience caused|if you (?:were|felt|feel)|mistakes were made|unfortunately|misunderstanding|no one (?:informed|told)|our (?:system|policy)|the system)\b/i,
  /\b(?:valued customer|hope this (?:mail|email|message)? ?finds you|better than before|guarantee|to be honest|no-brainer|exciting)\b/i,
];

describe('the texts in English', () => {
  it('are there for every key, and for no other', () => {
    const keys = [...recoveryTemplateKeys, ...promptTemplateKeys, ...occasionTemplateKeys];
    expect(all.map(([key]) => key).sort()).toEqual([...keys].sort());
  });

  it.each(all)('%s names only fields that there are, and each subject fits in a line', (_key, template) => {
    const { name, subject = '', text } = template;
    const parts = [subject, text].flatMap(parseTemplate);
    expect(parts.filter((part) => 'written' in part && part.field === undefined)).toEqual([]);
    expect(parts.filter((part) => 'text' in part && /[{}|]/.test(part.text))).toEqual([]);
    expect(`${name}${subject}`).not.toContain('\n');
    expect(name.length).toBeLessThan(45);
    expect(text).toBe(text.trim());
    expect(subject).not.toBe('');
  });

  it.each(plain)('%s is quiet: no false urgency, no blame, no excuse', (_key, text) => {
    expect(loud.flatMap((phrase) => phrase.exec(text)?.[0] ?? [])).toEqual([]);
  });

  it.each([
    'Just checking in on this',
    'This offer expires today',
    'You did not answer',
    'I am still waiting',
    'Sorry about that',
    'I am sorry if you were offended',
    'Mistakes were made',
    'A friendly reminder',
    'As per my last mail',
    'Act now',
    'Great news!',
    'THIS IS URGENT',
    'Our system went down',
  ])('the scan hears "%s"', (phrase) => {
    expect(loud.some((one) => one.test(phrase))).toBe(true);
  });

  it('names differ', () => {
    expect(new Set(all.map(([, { name }]) => name)).size).toBe(all.length);
  });

  it.each(all)('%s greets somebody of whom only the address is known', (_key, template) => {
    const { text } = fillTemplate(template, {});
    expect(text.split('\n')[0]).toMatch(/^(?:Hi there|Hello,$|Hi \{\{manager\}\},)/);
  });

  it('a holding note has two lines', () => {
    expect(templates['holding-note'].text.split('\n')).toHaveLength(2);
  });

  it('a remedy is promised only with its day, an apology only with what happened', () => {
    const unresolved = (key: keyof typeof templates) => fillTemplate(templates[key], {}).unresolved;
    expect(unresolved('remedy-promise')).toEqual(['promiseAbout', 'promisedOn']);
    expect(unresolved('remedy-again')).toEqual(['promiseAbout', 'promisedOn']);
    expect(unresolved('apology')).toEqual(['happened', 'explanation', 'remedyOn', 'prevention']);
    expect(unresolved('apology-promise')).toEqual(['promiseAbout', 'explanation', 'remedyOn', 'prevention']);
    expect(unresolved('escalation')).toEqual(['happened', 'manager']);
  });

  it('after a second failure there is no stock apology, and the manager is named', () => {
    const { text } = templates.escalation;
    expect(text).not.toMatch(/\bsorry\b|apologi[sz]e|forgive/i);
    expect(text.match(/\{\{manager\}\}/g)).toHaveLength(2);
  });

  it.each(['check', 'ask-how', 'how-are-you', 'thinking-of-you', 'extension-thanks', 'case-closed'] as const)(
    '%s can be inserted for whom little is known',
    (key) => {
      expect(fillTemplate(templates[key], {}).unresolved).toEqual([]);
    },
  );
});
