import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '@/tests/support/rows';
import { catalogueOf, extraLimits, extrasAtFirst, extrasCost, extrasLeft, extrasWithin } from './extras';

const named = (what: (typeof extrasAtFirst)[number]['what']) => (typeof what === 'string' ? what : english(what));

describe('something extra', () => {
  it('has a first list, cheapest first, each with a name and a cost of its own', () => {
    const names = extrasAtFirst.map(({ what }) => named(what));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('A card written by hand');
    const costs = extrasAtFirst.map(({ cost }) => cost);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    expect(costs[0]).toBeGreaterThan(0);
  });

  it.each([1, 2, 3] as const)('offers something for a case of severity %s, and more for a graver one', (severity) => {
    const within = extrasWithin(extrasAtFirst, [], extraLimits[severity]);
    expect(within.length).toBeGreaterThan(2);
    expect(within.length).toBe([4, 8, 10][severity - 1]);
  });

  it('is the user’s own list with own limits, each in place of what comes with Holdfast', () => {
    const extras = [{ what: 'Tea', cost: 4 }];
    const limits = { 1: 1, 2: 2, 3: 3 };
    expect(catalogueOf({})).toEqual({ choices: extrasAtFirst, limits: extraLimits });
    expect(catalogueOf({ extras })).toEqual({ choices: extras, limits: extraLimits });
    expect(catalogueOf({ extras: [], extraLimits: limits })).toEqual({ choices: [], limits });
  });

  it('adds up what was given, and says what nobody put a cost to', () => {
    expect(extrasCost([{ what: 'A', cost: 1.1 }, { what: 'B', cost: 2.2 }, { what: 'C' }])).toEqual({
      total: 3.3,
      unknown: 1,
    });
    expect(extrasLeft([{ what: 'A', cost: 70.5 }], 100)).toBe(29.5);
    expect(extrasLeft([{ what: 'A', cost: 130 }], 100)).toBe(0);
  });

  it('never offers what would go beyond the limit, whatever was given before', () => {
    const cost = fc.integer({ min: 0, max: 20_000 }).map((cents) => cents / 100);
    const given = fc.record({ what: fc.constant('x'), cost }, { requiredKeys: ['what'] });
    fc.assert(
      fc.property(fc.array(given), fc.array(fc.record({ what: fc.string(), cost })), cost, (extras, choices, limit) => {
        for (const one of extrasWithin(choices, extras, limit)) {
          const { total } = extrasCost([...extras, one].map((extra) => ({ what: 'x', cost: extra.cost })));
          expect(one.cost === 0 || total <= limit).toBe(true);
          expect(one.cost).toBeLessThanOrEqual(limit);
        }
        const left = extrasLeft(extras, limit);
        expect(extrasWithin(choices, extras, limit)).toEqual(choices.filter((one) => one.cost <= left));
      }),
    );
  });
});
