import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aContact, aMail, anEvidence, at } from '@/tests/support/rows';
import type { Interaction } from './model';
import { type JudgedSighting, reconcile, sightingKey } from './sighting';

const minute = 60_000;

/** Real mails at least ten minutes apart, each shown by some of the pages that can show it. */
const mailbox = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 10, max: 3_000 }),
      direction: fc.constantFrom<'in' | 'out'>('in', 'out'),
      automatic: fc.boolean(),
      opened: fc.boolean(),
      inList: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((mails) => {
    let occurredAt = at('2026-09-01 09:00');
    return mails.flatMap(({ gap, direction, automatic, opened, inList }, index) => {
      occurredAt += gap * minute;
      const show = (
        proof: 'row' | 'recipients',
        weight: 'counts' | 'doubtful',
        way: 'in' | 'out' | 'unknown',
        doubt?: 'list-post' | 'direction-unknown',
      ) =>
        sighting({
          occurredAt,
          direction: way,
          weight,
          doubt,
          evidence: anEvidence({ messageId: `m${index}`, threadId: `t${index}`, proof }),
        });
      return [
        // A conversation's row does not say who wrote; a Sent row and an opened mail do.
        ...(inList ? [show('row', 'doubtful', 'unknown', 'direction-unknown')] : []),
        ...(opened
          ? [
              automatic && direction === 'in'
                ? show('recipients', 'doubtful', 'in', 'list-post')
                : show('recipients', 'counts', direction),
            ]
          : []),
        ...(inList && direction === 'in' ? [show('row', 'counts', 'in')] : []),
      ];
    });
  });

function sighting(changes: Partial<JudgedSighting>): JudgedSighting {
  const evidence = anEvidence();
  return {
    address: evidence.address,
    name: '',
    isRole: false,
    direction: 'in',
    weight: 'counts',
    precision: 'instant',
    evidence,
    ...changes,
  };
}

/** What the background does with sightings in that order. */
function store(seen: readonly JudgedSighting[]): Interaction[] {
  const rows: Interaction[] = [];
  for (const one of seen) {
    const id = sightingKey(one);
    const found = reconcile(rows, one, id);
    if (found.action === 'same') continue;
    const { direction, weight, doubt, evidence, occurredAt = 0 } = one;
    rows.push(
      aMail('2026-09-01', direction, {
        id,
        weight,
        doubt,
        evidence,
        occurredAt,
        precision: 'instant',
        voidsId: found.voidsId,
        recordedAt: rows.length,
      }),
    );
  }
  return rows;
}

const lasts = (rows: readonly Interaction[]) => {
  const { lastInAt, lastOutAt, lastContactAt, owed } = aContact({}, rows).clock;
  return { lastInAt, lastOutAt, lastContactAt, owedSince: owed?.sinceAt };
};

it('the order in which pages are seen does not matter', () => {
  const orders = mailbox.chain((seen) =>
    fc.tuple(fc.constant(seen), fc.shuffledSubarray(seen, { minLength: seen.length })),
  );
  fc.assert(
    fc.property(orders, ([seen, other]) => {
      expect(lasts(store(other))).toEqual(lasts(store(seen)));
    }),
    { numRuns: 500 },
  );
});

it('seeing twice adds nothing', () => {
  fc.assert(
    fc.property(mailbox, (seen) => {
      expect(store([...seen, ...seen])).toEqual(store(seen));
    }),
  );
});

it('no two entries about one message stand at the same time', () => {
  fc.assert(
    fc.property(mailbox, (seen) => {
      const rows = store(seen);
      const replaced = new Set(rows.map((row) => row.voidsId));
      const standing = rows.filter((row) => !replaced.has(row.id)).map((row) => row.evidence?.messageId);
      expect(new Set(standing).size).toBe(standing.length);
    }),
  );
});
