import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, peopleOn, startOnSamples } from './support/any-pages.ts';
import { badgeOf, until } from './support/closed-roots.ts';
import { ask } from './support/database.ts';
import type { Journey } from './support/journey.ts';

const url = 'https://intranet.acme.example/customers';
const row = (id: number) => `<tr><td><a href="/p/${id}">Person Number${id}</a></td><td>p${id}@umbra.example</td></tr>`;
const table = (rows: number) =>
  `<table><tbody>${Array.from({ length: rows }, (_, id) => row(id)).join('')}</tbody></table>`;

interface Walks {
  /** How often the page was walked or searched. */
  readonly walks: number;
  /** The most nodes that one walk went over. */
  readonly longest: number;
}

/** Counts in our own script's world of this page. */
async function countWalks(journey: Journey, page: Page): Promise<() => Promise<Walks>> {
  const session = await journey.context.newCDPSession(page);
  const worlds: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const ours = worlds.find(({ origin }) => origin.includes(journey.extensionId));
  if (!ours) throw new Error('our script does not run here');
  const run = (expression: string) =>
    session.send('Runtime.evaluate', { expression, contextId: ours.id, returnByValue: true });
  await run(`globalThis.counted = { walks: 0, longest: 0 };
    for (const [kind, name] of [[Document, 'createTreeWalker'], [Document, 'querySelectorAll'], [Element, 'querySelectorAll']]) {
      const before = kind.prototype[name];
      kind.prototype[name] = function (...given) { counted.walks++; return before.apply(this, given); };
    }
    const steps = new WeakMap();
    const { nextNode } = TreeWalker.prototype;
    TreeWalker.prototype.nextNode = function () {
      steps.set(this, (steps.get(this) ?? 0) + 1);
      counted.longest = Math.max(counted.longest, steps.get(this));
      return nextNode.call(this);
    };`);
  return async () => (await run('counted')).result.value as Walks;
}

async function whenFound(journey: Journey, page: Page): Promise<readonly string[]> {
  return until(
    async () => {
      const people = await peopleOn(journey, page);
      return people && people.length > 0 ? people : undefined;
    },
    'people',
    30_000,
  );
}

describe('what reading any page costs', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startOnSamples();
    await ask(journey, 'track', { people: [{ mailbox: 'Person Number1 <p1@umbra.example>', as: 'customer' }] });
  });
  afterAll(() => journey.close());

  it('is nothing at all while the page is idle, also while a clock on it ticks', async () => {
    const page = await openPage(journey, url, `<!doctype html><body><p id="clock">0</p>${table(50)}</body>`);
    await badgeOf(page, /Number1/);
    const counted = await countWalks(journey, page);
    const walks = async () => (await counted()).walks;
    await page.waitForTimeout(1_000);
    const before = await walks();
    await page.evaluate(() => {
      const text = document.querySelector('#clock')?.firstChild;
      let ticks = 0;
      setInterval(() => {
        if (text) text.nodeValue = String(++ticks);
      }, 20);
    });
    await page.waitForTimeout(2_000);
    expect(await walks()).toBe(before);
    await page.evaluate(() => {
      const row = document.querySelector('tr');
      row?.after(row.cloneNode(true));
    });
    await expect.poll(walks).toBeGreaterThan(before);
    await page.close();
  });

  it('is bounded on a page of 200,000 nodes that never rests', async () => {
    const page = await openPage(journey, `${url}/all`, '<!doctype html><body><main></main><p id="clock">0</p></body>');
    const counted = await countWalks(journey, page);
    await page.evaluate(makeHostile, table(10_000) + '<p><b>x</b></p>'.repeat(40_000));
    const people = await whenFound(journey, page);
    expect(people.length).toBeLessThanOrEqual(500);
    expect(people.length).toBeGreaterThan(100);
    const { longest } = await counted();
    expect(longest).toBeGreaterThan(90_000);
    expect(longest).toBeLessThanOrEqual(100_001);
    await page.close();
  });
});

/** Many rows, deep nesting, and a part that changes all the time. */
function makeHostile(html: string): void {
  const main = document.querySelector('main');
  if (!main) return;
  main.innerHTML = html;
  let at: Element = main;
  for (let depth = 0; depth < 300; depth++) {
    const next = document.createElement('div');
    at.append(next);
    at = next;
  }
  at.textContent = 'deep@umbra.example';
  setInterval(() => document.querySelector('#clock')?.append(document.createElement('i')), 20);
}
