import { beforeEach, describe, expect, it } from 'vitest';
import type { DatedPromise } from '@/lib/core/promise';
import { settingsOf } from '@/lib/db/settings';
import { newId } from '@/lib/messaging/new-id';
import { type TextReading, textReading } from '@/lib/reading/text-reading';
import { day, minute, tuesday } from '@/tests/support/background';
import { aPromiseBench, byFriday, type PromiseBench, to } from '@/tests/support/promise-bench';
import { services } from './services';

let bench: PromiseBench;
beforeEach(async () => {
  bench = await aPromiseBench();
});

/** Finds that, whatever the text. */
const finds = (found: readonly DatedPromise[]): TextReading => ({ ...textReading, promisesIn: () => found });

describe('a promise in a mail that is sent', () => {
  it('is offered once the mail is proven sent, in its own words and for its day, and never added', async () => {
    const id = await bench.hold(byFriday);
    expect(await bench.promises()).toEqual([]);
    await bench.settle(id, 'sent');
    const [mail] = await bench.db.interactions.toArray();
    expect(await bench.promises()).toMatchObject([
      {
        contactId: bench.ann,
        words: "I'll send you the quote by Friday",
        about: 'send the quote',
        dueOn: '2026-08-07',
        mailId: mail?.id,
        madeAt: tuesday,
        offeredUntilOn: '2026-08-18',
      },
    ]);
    expect(await bench.db.followUps.count()).toBe(0);
  });

  it('leaves nothing else of the text anywhere', async () => {
    await bench.send(`Strictly between us: the boss is ill.\n\n${byFriday}\n\nNobody knows the number 4711.`);
    const stored = await Promise.all(bench.db.tables.map((table) => table.toArray()));
    const all = JSON.stringify(stored);
    expect(all).toContain('send you the quote');
    expect(all).not.toMatch(/boss|4711|Hello Ann/);
  });

  it('is none if the mail was taken back or refused, before its proof or after', async () => {
    await bench.settle(await bench.hold(byFriday), 'undone');
    expect(await bench.promises()).toEqual([]);
    await bench.settle(await bench.send(byFriday), 'undone');
    expect(await bench.offers()).toEqual([]);
    expect(await bench.promises()).toMatchObject([{ deletedAt: tuesday }]);
  });

  it('is offered again when the mail that was taken back is sent after all', async () => {
    await bench.settle(await bench.send(byFriday), 'undone');
    bench.now += minute;
    await bench.send(byFriday);
    expect(await bench.promises()).toMatchObject([{ offeredUntilOn: '2026-08-18', madeAt: tuesday + minute }]);
    expect((await bench.promises())[0]?.deletedAt).toBeUndefined();
  });

  it('takes its follow-up with it when the mail is taken back after the answer', async () => {
    const id = await bench.send(byFriday);
    await bench.answer((await bench.promises())[0]?.id, true);
    await bench.settle(id, 'undone');
    expect((await bench.db.followUps.toArray()).map(({ deletedAt }) => deletedAt)).toEqual([tuesday]);
    expect((await bench.db.contacts.get(bench.ann))?.clock.plan).toBeUndefined();
  });

  it('is offered though the proof was quicker than the finder', async () => {
    let found = () => {};
    const waiting = new Promise<void>((resolve) => {
      found = resolve;
    });
    const { reading } = bench.page();
    const held = bench.hold(byFriday, undefined, () => waiting.then(reading));
    await expect.poll(() => bench.db.pendingSends.count()).toBe(1);
    const [pending] = await bench.db.pendingSends.toArray();
    await bench.settle(pending?.id ?? '', 'sent');
    found();
    await held;
    expect(await bench.offers()).toHaveLength(1);
  });

  it('said again is the same one, however it was put and whatever was answered', async () => {
    await bench.send(byFriday);
    bench.now += day;
    await bench.send("As I said: I'll send you our quote by Friday!");
    expect(await bench.promises()).toMatchObject([{ madeAt: tuesday }]);
    await bench.answer((await bench.promises())[0]?.id, false);
    await bench.send(byFriday);
    expect(await bench.offers()).toEqual([]);
  });

  it('is offered anew if it is said again after the offer went away', async () => {
    const later = "I'll send you the quote by 30 September.";
    await bench.send(later);
    bench.now += 20 * day;
    await bench.send(later);
    expect(await bench.promises()).toMatchObject([{ madeAt: bench.now, offeredUntilOn: '2026-09-07' }]);
  });

  it.each([
    ['absence', "I'm away till Friday."],
    ['a quoted promise', "Thanks!\n\n> I'll send you the quote by Friday."],
    ['a request', 'Can you send it by Friday?'],
  ])('is none: %s', async (_what, text) => {
    await bench.send(text);
    expect(await bench.promises()).toEqual([]);
  });

  it('is looked for only where somebody tracked gets the mail, and it counts for them', async () => {
    let asked = 0;
    const holding = (recipients: Parameters<typeof bench.hold>[1]) =>
      bench.hold(byFriday, recipients, async () => {
        asked += 1;
        return finds([]);
      });
    await holding([to('eve@else.example')]);
    await holding([to('eve@else.example'), to('ann@acme.example', 'cc')]);
    expect(asked).toBe(0);
    await holding([to('ann@acme.example')]);
    expect(asked).toBe(1);
  });

  it('is looked for only if the user wants that, which who agreed before there was a choice has to say', async () => {
    const want = (findPromises: boolean) =>
      services.changeSettings(bench.db, { id: newId(), findPromises }, bench.ours());
    const isAsked = async () => (await services.hello(bench.db, {}, bench.page())).findPromises;
    expect(await isAsked()).toBe(true);
    await want(false);
    expect(await isAsked()).toBe(false);
    await bench.send(byFriday);
    const { findPromises: _, ...before } = await settingsOf(bench.db, 'en-GB');
    await bench.db.meta.put(before);
    expect(await isAsked()).toBe(false);
    await bench.send(byFriday);
    expect(await bench.promises()).toEqual([]);
    await services.giveConsent(bench.db, { id: newId(), ownAddresses: [] }, bench.ours());
    expect(await isAsked()).toBe(true);
    await want(false);
    await services.giveConsent(bench.db, { id: newId(), ownAddresses: [] }, bench.ours());
    expect(await isAsked()).toBe(false);
  });

  it('was made to each of two whom the mail counts for', async () => {
    const bob = await bench.tracked('bob@brix.example');
    await bench.send(byFriday, [to('ann@acme.example'), to('bob@brix.example')]);
    expect((await bench.promises()).map(({ contactId }) => contactId).sort()).toEqual([bench.ann, bob].sort());
  });
});

describe('texts that a page makes up', () => {
  const found = (n: number, more = '') => ({
    from: 0,
    to: 1,
    words: `I'll do it ${n}${more}`,
    on: '2026-08-07',
    about: `thing ${n}${more}`,
  });
  const finding = (many: number, more = '') =>
    bench.send('x', undefined, async () => finds(Array.from({ length: many }, (_, n) => found(n, more))));

  it('offer at most five of a mail, of at most two hundred characters, without what cannot be seen', async () => {
    await finding(9, `\u202e\u200b\n ${'<b>long</b> '.repeat(50)}`);
    const all = await bench.offers();
    expect(all).toHaveLength(5);
    for (const { words, about } of all) {
      expect(words.length).toBeLessThanOrEqual(200);
      expect(about.length).toBeLessThanOrEqual(200);
      expect(words).not.toMatch(/[\u202e\u200b\n]/);
    }
  });

  it('never leave more than fifty offers open, and are not read of a tab that sends without end', async () => {
    for (let n = 0; n < 14; n++) await finding(5, ` of mail ${n}`);
    expect(await bench.offers()).toHaveLength(50);
    let asked = 0;
    for (let n = 0; n < 40; n++) {
      await bench.hold('x', undefined, async () => {
        asked += 1;
        return finds([]);
      });
    }
    expect(asked).toBe(16);
  });
});
