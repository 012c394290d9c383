import { describe, expect, it } from 'vitest';
import { isUnreadable, readability, type ViewHealth, withLook } from '@/lib/core/site-health';

const minute = 60_000;
const look = { site: 'crm', origin: 'https://crm.acme.example', view: 'list', rows: 20, people: 20, missed: 0 };
const blind = { ...look, people: 0, missed: 20, sample: '<tr>' };

describe('a view', () => {
  it.each([
    ['a full list', look, 'read'],
    ['a list with advertisements', { ...look, people: 15 }, 'read'],
    ['a few addresses beside those that are read', { ...look, missed: 8 }, 'read'],
    ['rows that tell of nobody', { ...look, people: 0 }, 'blind'],
    ['addresses in rows that nobody finds any more', { ...look, rows: 0, people: 0, missed: 20 }, 'blind'],
    ['more addresses missed than people read', { ...look, people: 9, missed: 11 }, 'blind'],
    ['an empty list', { ...look, rows: 0, people: 0 }, 'unclear'],
    ['two drafts', { ...look, rows: 2, people: 0 }, 'unclear'],
    ['an open mail of nobody', { ...look, view: 'thread', rows: 1, people: 0 }, 'blind'],
    ['a record not yet there', { ...look, view: 'record', rows: 0, people: 0 }, 'unclear'],
  ] as const)('with %s', (_what, seen, verdict) => {
    expect(readability(seen)).toBe(verdict);
  });
});

describe('the health of sites', () => {
  const afterLooks = (...looks: [typeof look, number][]) =>
    looks.reduce<readonly ViewHealth[]>((views, [one, now]) => withLook(views, one, now), []);

  it('is told once a view was blind at two looks some time apart, and since the first of them', () => {
    expect(afterLooks([blind, 0]).map(isUnreadable)).toEqual([false]);
    expect(afterLooks([blind, 0], [blind, 5 * minute]).map(isUnreadable)).toEqual([false]);
    const [told] = afterLooks([blind, 0], [blind, 12 * minute]);
    expect(told).toMatchObject({ blindSinceAt: 0, seenAt: 12 * minute, sample: '<tr>' });
    expect(told && isUnreadable(told)).toBe(true);
  });

  it('is well again after one look that reads, and keeps no sample', () => {
    const [well] = afterLooks([blind, 0], [blind, 12 * minute], [look, 20 * minute]);
    expect(well).toEqual({ ...look, seenAt: 20 * minute });
  });

  it('does not change for a view that shows too little, nor for another site', () => {
    const before = afterLooks([blind, 0]);
    expect(withLook(before, { ...blind, rows: 0, missed: 0 }, minute)).toBe(before);
    expect(withLook(before, { ...look, origin: 'https://other.example' }, minute)).toHaveLength(2);
    expect(withLook(before, { ...look, view: 'record' }, minute)).toHaveLength(2);
  });

  it('holds no more views than a person has sites', () => {
    const many = Array.from({ length: 90 }, (_, n): [typeof look, number] => [{ ...look, site: `s${n}` }, n]);
    expect(afterLooks(...many)).toHaveLength(60);
  });
});
