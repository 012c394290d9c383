import { beforeEach, describe, expect, it } from 'vitest';
import { rulesOf, settingsOf } from '@/lib/db/settings';
import { newId } from '@/lib/messaging/new-id';
import { aMail, aReport, day, tuesday } from '@/tests/support/background';
import { aPromiseBench, byFriday, type PromiseBench, to } from '@/tests/support/promise-bench';
import { rebuildDerived } from './derived';
import { services } from './services';

let bench: PromiseBench;
beforeEach(async () => {
  bench = await aPromiseBench();
});

const clock = async () => (await bench.db.contacts.get(bench.ann))?.clock;

describe('the answer', () => {
  it('keeps it as a follow-up on its day, with a link, and is one act however often it comes', async () => {
    await bench.send(byFriday);
    const [promise] = await bench.promises();
    const id = newId();
    for (let n = 0; n < 2; n++) {
      expect((await bench.answer(promise?.id, true, id)).text).toBe('Planned for Friday with Ann Lee.');
    }
    expect(await bench.db.followUps.toArray()).toMatchObject([
      {
        id,
        contactId: bench.ann,
        dueOn: '2026-08-07',
        channel: 'mail',
        note: 'send the quote',
        promiseId: promise?.id,
      },
    ]);
    expect(await bench.promises()).toMatchObject([{ answer: 'accepted', followUpId: id }]);
    expect(await bench.offers()).toEqual([]);
    expect((await clock())?.plan).toMatchObject({ on: '2026-08-07', channel: 'mail' });
    await expect(bench.answer(promise?.id, false)).rejects.toThrow('errorNotFound');
  });

  it('is undone with all that it did, and can be given again', async () => {
    await bench.send(byFriday);
    const [before] = await bench.promises();
    const id = newId();
    await bench.answer(before?.id, true, id);
    await services.undo(bench.db, { id: newId(), actId: id }, bench.page());
    expect(await bench.offers()).toMatchObject([{ id: before?.id, offeredUntilOn: before?.offeredUntilOn }]);
    expect((await clock())?.plan).toBeUndefined();
    await bench.answer(before?.id, false);
    expect(await bench.promises()).toMatchObject([{ answer: 'declined' }]);
  });
});

it('is asked for on the card, in words, until it is answered', async () => {
  const card = () => services.getCard(bench.db, { contactId: bench.ann }, bench.page());
  expect((await card())?.offer).toBeUndefined();
  await bench.send(byFriday);
  const [promise] = await bench.promises();
  expect((await card())?.offer).toEqual({
    promiseId: promise?.id,
    text: 'You promised Ann: “send the quote” by Friday.',
  });
  expect((await bench.answer(promise?.id, true)).card?.offer).toBeUndefined();
});

describe('an accepted promise', () => {
  it('is kept when its follow-up happened, broken when it did not and its day is over, called off before', async () => {
    const id = await bench.accepted();
    const settlePlan = async (happened: boolean) => {
      const [plan] = await bench.db.followUps.toArray();
      const actId = newId();
      await services.settleFollowUp(bench.db, { id: actId, followUpId: plan?.id ?? '', happened }, bench.ours());
      const { answer: said, outcome } = (await bench.db.promises.get(id)) ?? {};
      await services.undo(bench.db, { id: newId(), actId }, bench.ours());
      return `${said} ${outcome}`;
    };
    expect(await settlePlan(false)).toBe('declined undefined');
    expect(await settlePlan(true)).toBe('accepted kept');
    bench.now += 4 * day;
    expect(await settlePlan(false)).toBe('accepted broken');
    expect(await bench.db.promises.get(id)).toMatchObject({ answer: 'accepted', outcome: undefined });
  });

  it('is broken after a working day without a sign: a sign in the clock, in the sentences and the next step', async () => {
    await bench.accepted();
    expect((await clock())?.promises).toMatchObject([
      { about: 'send the quote', on: '2026-08-07', fromOn: '2026-08-11' },
    ]);
    const card = () => services.getCard(bench.db, { contactId: bench.ann }, bench.ours());
    const sentence = 'You promised “send the quote” for Friday and nothing shows that it happened in time.';
    bench.now = tuesday + 6 * day;
    expect((await card())?.sentences).not.toContain(sentence);
    bench.now = tuesday + 7 * day;
    expect((await card())?.sentences).toContain(sentence);
  });

  it('is what the user says, and its follow-up ends with it', async () => {
    const promiseId = await bench.accepted();
    const say = (outcome: 'kept' | 'broken') =>
      services.settlePromise(bench.db, { id: newId(), promiseId, outcome }, bench.ours());
    await expect(say('broken')).rejects.toThrow('errorBadRequest');
    bench.now += 3 * day;
    expect((await say('broken')).text).toBe('Noted: promise not kept.');
    expect((await clock())?.plan).toBeUndefined();
    expect((await clock())?.promises).toMatchObject([{ fromOn: '2026-08-07' }]);
    expect((await say('kept')).text).toBe('Noted: promise kept.');
    expect((await clock())?.promises).toBeUndefined();
  });

  it('is in the clock that is made anew, too', async () => {
    await bench.accepted();
    const kept = await bench.db.contacts.toArray();
    expect(kept[0]?.clock.promises).toHaveLength(1);
    await rebuildDerived(bench.db, rulesOf(await settingsOf(bench.db, 'en-GB'), 'Europe/Berlin'));
    expect(await bench.db.contacts.toArray()).toEqual(kept);
  });

  it('cannot be settled before it was accepted', async () => {
    await bench.send(byFriday);
    const request = { id: newId(), promiseId: (await bench.promises())[0]?.id ?? '', outcome: 'kept' as const };
    await expect(services.settlePromise(bench.db, request, bench.ours())).rejects.toThrow('errorNotFound');
  });

  it('is no sign any more once a recovery was opened for it', async () => {
    await bench.accepted();
    bench.now = tuesday + 8 * day;
    await services.openRecovery(bench.db, { id: newId(), contactId: bench.ann, fault: 'broken-promise' }, bench.ours());
    expect((await clock())?.promises).toBeUndefined();
  });
});

describe('promises go where their contact goes', () => {
  it('off the list, and back again', async () => {
    await bench.send(byFriday);
    const id = newId();
    await services.untrack(bench.db, { id, contactId: bench.ann }, bench.page());
    await expect(bench.answer((await bench.promises())[0]?.id, true)).rejects.toThrow('errorNotFound');
    await services.undo(bench.db, { id: newId(), actId: id }, bench.page());
    await bench.answer((await bench.promises())[0]?.id, true);
    expect(await bench.db.followUps.count()).toBe(1);
  });

  it('into another contact, each with its mail; what was said to both was said once', async () => {
    const both = [to('ann@acme.example'), to('ann@private.example')];
    const other = await bench.tracked('ann@private.example');
    await bench.send(byFriday, both);
    await bench.send("We'll call you tomorrow.", [to('ann@private.example')]);
    const id = newId();
    const people = [{ mailbox: 'ann@private.example', as: 'address-of' as const, ofContactId: bench.ann }];
    await services.track(bench.db, { id, people }, bench.ours());
    const mine = (await bench.offers()).filter(({ contactId }) => contactId === bench.ann);
    expect(mine.map(({ about }) => about).sort()).toEqual(['call', 'send the quote']);
    expect(await bench.offers()).toHaveLength(2);
    const call = mine.find(({ about }) => about === 'call');
    expect((await bench.db.interactions.get(call?.mailId ?? ''))?.contactId).toBe(bench.ann);
    await services.undo(bench.db, { id: newId(), actId: id }, bench.ours());
    expect((await bench.offers()).map(({ contactId }) => contactId).sort()).toEqual([bench.ann, other, other].sort());
  });

  it('with an address that was the wrong person’s', async () => {
    await bench.accepted();
    await services.wrongPerson(
      bench.db,
      { id: newId(), contactId: bench.ann, address: 'ann@acme.example' },
      bench.page(),
    );
    expect(await bench.promises()).toMatchObject([{ deletedAt: tuesday }]);
    expect((await clock())?.plan).toBeUndefined();
  });

  it('into a saved copy, and back', async () => {
    await bench.accepted();
    const { text } = await services.saveCopy(bench.db, { id: newId() }, bench.ours());
    const known = await bench.promises();
    await bench.db.promises.clear();
    await services.bringBackCopy(bench.db, { id: newId(), text, dryRun: false }, bench.ours());
    expect(await bench.promises()).toEqual(JSON.parse(JSON.stringify(known)));
  });

  it('a mail that Sent shows later with its id changes nothing', async () => {
    await bench.accepted();
    const fields = {
      role: 'to' as const,
      mailbox: 'ann@acme.example',
      from: 'sam@ours.example',
      recipients: ['ann@acme.example'],
      folder: 'sent' as const,
    };
    const report = aReport('list', [aMail(tuesday + 40_000, { ...fields, row: 'single' })], { folder: 'sent' });
    await services.reportSightings(bench.db, report, bench.page());
    bench.now = tuesday + 7 * day;
    expect((await clock())?.promises).toHaveLength(1);
    expect(await bench.promises()).toMatchObject([{ madeAt: tuesday }]);
  });
});
