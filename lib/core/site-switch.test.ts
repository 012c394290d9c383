import { expect, it } from 'vitest';
import { isTurnedOff, withSite } from '@/lib/core/site-switch';

const port = 'http://crm.example:8080';
const host = 'http://crm.example';

it('concerns one origin, and with a host named without port all its ports', () => {
  expect(isTurnedOff([port], port)).toBe(true);
  expect(isTurnedOff([host], port)).toBe(true);
  expect(isTurnedOff([port], host)).toBe(false);
  expect(isTurnedOff([host], 'https://crm.example')).toBe(false);
  expect(isTurnedOff(undefined, host)).toBe(false);
});

it('ends for a page whichever way its site was named', () => {
  expect(withSite(withSite([], host, true), port, false)).toEqual([]);
  expect(withSite([port, host], port, true)).toEqual([host, port]);
});
