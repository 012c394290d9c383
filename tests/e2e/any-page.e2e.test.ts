import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, peopleOn, samples, startOnSamples } from './support/any-pages.ts';
import { until } from './support/closed-roots.ts';
import type { Journey } from './support/journey.ts';

const addressIn = (mailbox: string) => /<([^<>]*)>$/.exec(mailbox)?.[1] ?? mailbox;

describe('pages without an adapter', () => {
  let journey: Journey;
  const found = new Map<string, readonly string[]>();
  beforeAll(async () => {
    journey = await startOnSamples();
  });
  afterAll(() => journey.close());

  it.each(samples)('$name: everybody it shows is found, and nobody else', async ({ name, url, body, people }) => {
    const page = await openPage(journey, url, body);
    const look = async () => {
      const seen = await peopleOn(journey, page);
      return seen && seen.length > 0 ? seen : undefined;
    };
    const seen = await until(look, `people of ${name}`);
    found.set(name, seen.map(addressIn));
    expect([...seen].sort()).toEqual([...new Set(people.map(({ mailbox }) => mailbox))].sort());
    await page.close();
  });

  it('at least 98 of 100 shown customers are found, and none is invented', () => {
    let shown = 0;
    let missed = 0;
    let invented = 0;
    for (const { name, people } of samples) {
      const expected = new Set(people.map(({ mailbox }) => addressIn(mailbox)));
      const seen = new Set(found.get(name));
      shown += expected.size;
      missed += [...expected].filter((address) => !seen.has(address)).length;
      invented += [...seen].filter((address) => !expected.has(address)).length;
    }
    expect(shown).toBeGreaterThan(100);
    expect(missed / shown).toBeLessThanOrEqual(0.02);
    expect(invented).toBe(0);
  });
});
