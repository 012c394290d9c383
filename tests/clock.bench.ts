import { it } from 'vitest';
import { attentionOf, clockOf } from '@/lib/core/cadence';
import { addDays } from '@/lib/core/calendar';
import { gapsOf, linesOf } from '@/lib/core/lines';
import type { Interaction } from '@/lib/core/model';
import { chanceFrom } from './support/chance';
import { aContact, aMail, rules } from './support/rows';

const chance = chanceFrom(1);
const contact = aContact();
/** A thousand contacts with ten mails each, over some two years. */
const histories = Array.from({ length: 1_000 }, (): Interaction[] => {
  let on = addDays('2024-11-01', Math.floor(chance.uniform() * 300));
  return Array.from({ length: 10 }, () => {
    on = addDays(on, 1 + Math.floor(20 * chance.gamma(1)));
    return aMail(`${on} 09:00`, chance.uniform() < 0.5 ? 'in' : 'out');
  });
});
const gaps = histories.map(() => Array.from({ length: 9 }, () => 1 + Math.floor(20 * chance.gamma(1))));

// Read the ratios: times depend on the machine. A hundred times each is what 100,000 contacts cost.
it('1,000 contacts with 10 interactions', async ({ bench }) => {
  await bench.compare(
    bench('a bare loop over the rows', () => {
      let newest = 0;
      for (const rows of histories) for (const one of rows) newest = Math.max(newest, one.occurredAt);
      if (newest === 0) throw new Error('nothing was read');
    }),
    bench('lines out of gaps', () => {
      for (const some of gaps) linesOf(some, '2026-11-20', 30, rules);
    }),
    bench('days between contacts', () => {
      for (const rows of histories) gapsOf(rows, rules.timeZone);
    }),
    bench('clock and attention', () => {
      for (const rows of histories) attentionOf(contact, clockOf(contact, rows, rules), rules);
    }),
  );
});
