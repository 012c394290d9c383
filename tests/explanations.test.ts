import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answers, uncounted } from './support/situations/mail';
import { away, plans } from './support/situations/quiet';
import { recoveries } from './support/situations/recovery';
import { measures, silence } from './support/situations/silence';
import { type Situation, toldOf } from './support/situations/situation';

const doc = join(import.meta.dirname, '../docs/explanations.md');
const groups: readonly (readonly [title: string, situations: readonly Situation[]])[] = [
  ['In touch, and not', silence],
  ['What the silence is measured by', measures],
  ['A reply owed', answers],
  ['Something went wrong', recoveries],
  ['What was seen and does not count, or not for certain', uncounted],
  ['Plans, snoozes and skips', plans],
  ['Paused, gone, away', away],
];
const all = groups.flatMap(([, situations]) => situations);

function tableOf(situations: readonly Situation[]): string {
  const rows = situations.map((one) => {
    const { badge, sentence, card, next } = toldOf(one);
    return `| ${[one.what, badge, sentence, card.join(' '), next].join(' | ')} |`;
  });
  const head = [
    '| what happened | badge | why, in one sentence | the card says besides | next step |',
    '|---|---|---|---|---|',
  ];
  return [...head, ...rows].join('\n');
}

/** The rates that `rhythm-alarms.test.ts` proves, read from its table. */
function alarmRates(): string {
  const source = readFileSync(join(import.meta.dirname, '../lib/core/rhythm-alarms.test.ts'), 'utf8');
  const rows = [...source.matchAll(/\['([a-z ]+)', '(fast|near|slow)', ([\d.]+), ([\d.]+), (?:within|\{)/g)];
  const lines = rows.map(([, habit, speed, due, fading]) => `| ${habit} | ${speed} | ${due} % | ${fading} % |`);
  return ['| habit | speed | at nominal 20 % | at nominal 5 % |', '|---|---|---|---|', ...lines].join('\n');
}

function part(name: string, text: string, table: string): string {
  const marked = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- end -->)`);
  expect(text, `docs/explanations.md has lost its mark <!-- ${name} -->`).toMatch(marked);
  return text.replace(marked, (_, begin: string, end: string) => `${begin}\n${table}\n\n${end}`);
}

describe('docs/explanations.md', () => {
  it('says what the code says; if the code is right, run: npx vitest run tests/explanations.test.ts -u', async () => {
    const tables = groups.map(([title, situations]) => `### ${title}\n\n${tableOf(situations)}`).join('\n\n');
    const text = part('rates', part('situations', readFileSync(doc, 'utf8'), tables), alarmRates());
    await expect(text).toMatchFileSnapshot(doc);
  });

  it('lists at least fifty situations, each once', () => {
    expect(all.length).toBeGreaterThanOrEqual(50);
    expect(new Set(all.map(({ what }) => what)).size).toBe(all.length);
  });
});

describe('every sentence', () => {
  const told = all.map((one) => ({ what: one.what, ...toldOf(one) }));
  const sentences = told.flatMap(({ sentence, card }) => [sentence, ...card]);

  it.each(told)('$what: is one sentence that ends', ({ sentence }) => {
    expect(sentence).toMatch(/^[^\s].*[.?]$/);
    expect(sentence.match(/[.?](?= |$)/g), sentence).toHaveLength(1);
    expect(sentence).not.toMatch(/undefined|NaN|\$\d|\.\.| {2}/);
  });

  it('names people and guesses no pronoun; says what was seen, never that nobody answered', () => {
    for (const sentence of sentences) expect(sentence).not.toMatch(/\b(she|he|her|his|him|they|their|nobody)\b/i);
  });

  it('is calm', () => {
    for (const sentence of sentences) expect(sentence).not.toMatch(/!|urgent|immediately|asap/i);
  });

  it('is short enough to be taken in at one glance', () => {
    for (const sentence of sentences) expect(sentence.length, sentence).toBeLessThanOrEqual(110);
  });
});
