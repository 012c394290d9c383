import { beforeEach, expect, it } from 'vitest';
import { aBench, type Bench } from '@/tests/support/background';
import type { ServiceContext } from './context';
import { readDay } from './read-day';

let bench: Bench;
beforeEach(async () => {
  bench = await aBench();
});

/** What is understood on Tuesday, 4 August 2026, eleven o'clock in Berlin. */
async function understood(text: string, changes: Partial<ServiceContext> = {}): Promise<string | undefined> {
  const day = await readDay(bench.db, { text }, { ...bench.ours(), ...changes });
  return day === null ? undefined : `${day.on} ${day.label}`;
}

it.each([
  ['tomorrow', '2026-08-05 Wed 5 Aug'],
  ['in 2 weeks', '2026-08-18 Tue 18 Aug'],
  ['2 weeks', '2026-08-18 Tue 18 Aug'],
  ['next Monday', '2026-08-10 Mon 10 Aug'],
  ['Friday', '2026-08-07 Fri 7 Aug'],
  ['in a month', '2026-09-04 Fri 4 Sept'],
  ['3 Dec', '2026-12-03 Thu 3 Dec'],
  ['3/12', '2026-12-03 Thu 3 Dec'],
  ['2026-10-01', '2026-10-01 Thu 1 Oct'],
  ['after the fair, on 12 October', '2026-10-12 Mon 12 Oct'],
])('reads “%s”', async (text, expected) => {
  expect(await understood(text)).toBe(expected);
});

it('takes a date that is over this year for next year’s', async () => {
  expect(await understood('3 Feb')).toBe('2027-02-03 Wed, 3 Feb 2027');
});

it('moves a day off to the next working day', async () => {
  expect(await understood('Saturday')).toBe('2026-08-10 Mon 10 Aug');
});

it.each(['today', 'yesterday', '3 Feb 2026', '3 Feb 2099', 'soon', ''])('reads no day ahead in “%s”', async (text) => {
  expect(await understood(text)).toBeUndefined();
});

it('reckons from today where the user is, not where the machine is', async () => {
  // 23:30 on Tuesday in Berlin is Wednesday morning in Auckland.
  bench.now = Date.UTC(2026, 7, 4, 21, 30);
  expect(await understood('tomorrow')).toBe('2026-08-05 Wed 5 Aug');
  expect(await understood('tomorrow', { timeZone: 'Pacific/Auckland' })).toBe('2026-08-06 Thu 6 Aug');
});

it('reads 3/12 as Americans write it where they do', async () => {
  expect(await understood('3/12', { locale: 'en-US' })).toBe('2027-03-12 Fri, Mar 12, 2027');
});
