import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addDays, civilDate } from '@/lib/core/calendar';
import { newId } from '@/lib/messaging/new-id';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import type { ServiceName } from '@/lib/services/services';
import { aBench, aMail, aReport, type Bench, day, hour, minute, tuesday } from '@/tests/support/background';
import { pruneActs } from './act';
import type { ServiceContext } from './context';
import { errorKeyOf } from './failure';
import { services } from './services';

let bench: Bench;
let ann: string;
const today = '2026-08-04';

/** One act, as the popup sends it. */
function doAct<N extends ServiceName>(name: N, request: Omit<RequestOf<N>, 'id'>, id = newId()) {
  const context: ServiceContext = bench.ours();
  return services[name](bench.db, { ...request, id } as RequestOf<N>, context) as Promise<ActReply>;
}
const undo = (actId: string, id = newId()) => doAct('undo', { actId }, id);
const contact = (id = ann) => bench.db.contacts.get(id);

beforeEach(async () => {
  bench = await aBench();
  await doAct('giveConsent', { ownAddresses: ['sam@ours.example'] });
  const people: RequestOf<'track'>['people'] = [{ mailbox: 'Ann Lee <ann@acme.example>', as: 'customer' }];
  ann = (await doAct('track', { people })).contactIds[0] ?? '';
});

describe('a log', () => {
  const call = { kind: 'call', outcome: 'reached' } as const;

  it('counts, says so, and brings the card along', async () => {
    const id = newId();
    const reply = await doAct('logInteraction', { contactId: ann, ...call }, id);
    expect(reply).toMatchObject({ text: 'Logged a call today.', interactionId: id, contactIds: [ann] });
    expect(reply.card).toMatchObject({ contactId: ann, badge: { contactId: ann, status: 'on-track' } });
    expect((await contact())?.clock).toMatchObject({ lastContactAt: tuesday, dueOn: '2026-09-03' });
  });

  it('is the same act when the message comes again, also at once', async () => {
    const id = newId();
    const replies = await Promise.all([1, 2, 3].map(() => doAct('logInteraction', { contactId: ann, ...call }, id)));
    bench.now += hour;
    replies.push(await doAct('logInteraction', { contactId: ann, ...call }, id));
    expect(new Set(replies.map((reply) => reply.text))).toEqual(new Set(['Logged a call today.']));
    expect(await bench.db.interactions.count()).toBe(1);
  });

  it('moves to another day, and not to one that is still to come', async () => {
    const id = newId();
    await doAct('logInteraction', { contactId: ann, ...call }, id);
    const moved = await doAct('moveInteraction', { interactionId: id, occurredOn: '2026-08-03' });
    expect(civilDate((await contact())?.clock.lastContactAt ?? 0, 'Europe/Berlin')).toBe('2026-08-03');
    await undo((await bench.db.acts.toCollection().last())?.id ?? '');
    expect((await contact())?.clock.lastContactId).toBe(id);
    expect(moved.interactionId).not.toBe(id);
    for (const occurredOn of ['2026-08-05', '2026-13-01', '2026-02-30']) {
      await expect(doAct('moveInteraction', { interactionId: id, occurredOn })).rejects.toThrow('errorBadRequest');
    }
  });

  it('"tried, no answer" does not count and brings the contact back on the next working day', async () => {
    const reply = await doAct('logInteraction', { contactId: ann, kind: 'call', outcome: 'tried' });
    expect(reply.text).toContain('Ann Lee');
    expect((await contact())?.clock).toMatchObject({ retryOn: '2026-08-05' });
    expect((await contact())?.clock.lastContactAt).toBeUndefined();
  });

  it('reminds of a copy: logs are counted until one is saved', async () => {
    for (let n = 0; n < 3; n++) await doAct('logInteraction', { contactId: ann, ...call });
    expect(await bench.db.meta.get('settings')).toMatchObject({ logsSinceCopy: 3 });
    const { fileName, text } = await services.saveCopy(bench.db, { id: newId() }, bench.ours());
    expect(fileName).toBe('holdfast-2026-08-04.json');
    expect(JSON.parse(text).interactions).toHaveLength(3);
    expect(await bench.db.meta.get('settings')).toMatchObject({ logsSinceCopy: 0, copySavedAt: tuesday });
  });

  it('a note alone never resets the clock', async () => {
    await doAct('addNote', { contactId: ann, note: 'Likes tea' });
    expect((await contact())?.clock.lastContactAt).toBeUndefined();
    const card = await services.getCard(bench.db, { contactId: ann }, bench.page());
    expect(JSON.stringify(card)).not.toContain('tea');
  });
});

describe('tracking', () => {
  it('offers namesakes and colleagues, and brings back somebody with history', async () => {
    const choices = await services.getTrackChoices(bench.db, { mailbox: 'Bob <bob@acme.example>' }, bench.page());
    expect(choices).toMatchObject({ name: 'Bob', candidates: [{ contactId: ann, name: 'Ann Lee' }] });
    const home = await services.getTrackChoices(bench.db, { mailbox: 'Ann Lee <ann@gmail.com>' }, bench.page());
    expect(home?.candidates.map((one) => one.contactId)).toEqual([ann]);
    await doAct('logInteraction', { contactId: ann, kind: 'call', outcome: 'reached' });
    await doAct('untrack', { contactId: ann });
    expect(await bench.db.contacts.where('attentionAt').above(0).count()).toBe(0);
    const again = await doAct('track', { people: [{ mailbox: 'ann@acme.example', as: 'lead' }] });
    expect(again.contactIds).toEqual([ann]);
    expect((await contact())?.clock.lastContactAt).toBe(tuesday);
  });

  it('refuses own addresses and what is no address, and says who is tracked already', async () => {
    for (const mailbox of ['sam@ours.example', 'nobody', 'a@b@c.example']) {
      await expect(doAct('track', { people: [{ mailbox, as: 'customer' }] })).rejects.toThrow('errorBadRequest');
      const typed = { name: 'Sam', address: mailbox, stage: 'customer' } as const;
      await expect(doAct('addContact', typed)).rejects.toThrow('errorBadRequest');
    }
    const twice = await doAct('track', { people: [{ mailbox: 'ann@acme.example', as: 'customer' }] });
    expect(twice).toMatchObject({ text: 'Ann Lee is tracked already.', contactIds: [ann] });
    const byHand = await doAct('addContact', { name: 'Ann', address: 'ann@acme.example', stage: 'lead' });
    expect(byHand.contactIds).toEqual([ann]);
    expect(await bench.db.contacts.count()).toBe(1);
  });

  it('counts mail of the assistant for the contact', async () => {
    await doAct('track', { people: [{ mailbox: 'Kim <kim@acme.example>', as: 'assistant-of', ofContactId: ann }] });
    const mail = aMail(tuesday - day, { mailbox: 'kim@acme.example', from: 'kim@acme.example' });
    const { replies } = await services.reportSightings(bench.db, aReport('thread', [mail]), bench.page());
    expect(replies[0]).toMatchObject({ state: 'tracked', badge: { contactId: ann } });
    expect(await bench.db.addresses.get('kim@acme.example')).toMatchObject({ role: 'assistant', via: 'Kim' });
  });

  it('sorts the people of a page', async () => {
    const mailboxes = [
      'Ann <ann@acme.example>',
      'eve@else.example',
      'Eve <eve@else.example>',
      'sam@ours.example',
      'info@x.example',
    ];
    const sorted = await services.sortPeople(bench.db, { mailboxes }, bench.ours());
    expect(sorted.map(({ name, state }) => [name, state])).toEqual([
      ['Ann Lee', 'tracked'],
      ['Eve', 'untracked'],
    ]);
  });
});

it('never answers a page before consent, and hides badges for a while', async () => {
  const { consent } = await services.hello(bench.db, {}, bench.page());
  expect(consent).toBe(true);
  await doAct('hideBadges', { untilAt: tuesday + 90 * day });
  const hidden = await services.hello(bench.db, {}, bench.page());
  expect(hidden.hiddenUntilAt).toBe(tuesday + day);
  bench.now += 2 * day;
  expect((await services.hello(bench.db, {}, bench.page())).hiddenUntilAt).toBeUndefined();
});

describe('what the card offers', () => {
  const mailed = async (at: number, fields: Parameters<typeof aMail>[1] = {}) => {
    await services.reportSightings(bench.db, aReport('thread', [aMail(at, fields)]), bench.page());
  };
  const status = async () => (await services.getCard(bench.db, { contactId: ann }, bench.page()))?.badge.status;

  it('snooze silences until its day, or until they write', async () => {
    bench.now += 60 * day;
    expect(await status()).toBe('overdue');
    await doAct('snooze', { contactId: ann, untilOn: addDays(civilDate(bench.now, 'Europe/Berlin'), 7) });
    expect(await status()).toBe('planned');
    bench.now += day;
    await mailed(bench.now - minute);
    expect(await status()).toBe('on-track');
    expect((await contact())?.clock.snoozedUntilOn).toBeUndefined();
  });

  it('takes back whatever the user entered, and calls only a mail a mail', async () => {
    await mailed(tuesday - 5 * day);
    const waits = (await contact())?.clock.owed?.interactionId ?? '';
    const settled = newId();
    await doAct('noReplyNeeded', { contactId: ann, interactionId: waits }, settled);
    const text = async (interactionId: string) =>
      (await doAct('discountInteraction', { contactId: ann, interactionId })).text;
    expect(await text(settled)).toBe('Taken back.');
    expect((await contact())?.clock.owed?.interactionId).toBe(waits);
    expect(await text(waits)).toBe('That mail no longer counts.');
    expect((await contact())?.clock.lastInAt).toBeUndefined();
  });

  it('"No reply needed" ends the waiting for that mail and for no later one', async () => {
    await mailed(tuesday - 5 * day, { threadId: 'price' });
    const owed = (await contact())?.clock.owed;
    expect(await status()).toBe('reply-owed');
    await doAct('noReplyNeeded', { contactId: ann, interactionId: owed?.interactionId ?? '' });
    expect((await contact())?.clock.owed).toBeUndefined();
    await mailed(tuesday - 4 * day, { threadId: 'price' });
    expect((await contact())?.clock.owed).toMatchObject({ sinceAt: tuesday - 4 * day });
  });

  it('"never badge this address" leaves it without a badge, and Undo brings the badge back', async () => {
    const seen = async () => {
      const mail = aMail(tuesday - day, { messageId: 'one' });
      const { replies } = await services.reportSightings(bench.db, aReport('thread', [mail]), bench.page());
      return replies[0]?.state;
    };
    expect(await seen()).toBe('tracked');
    const id = newId();
    await doAct('neverBadge', { address: 'ann@acme.example' }, id);
    expect(await seen()).toBe('none');
    await undo(id);
    expect(await seen()).toBe('tracked');
  });
});

it('ends a snooze that is no day ahead with a refusal', async () => {
  for (const untilOn of [today, addDays(today, -1), '2026-99-99', '2099-01-01']) {
    await expect(doAct('snooze', { contactId: ann, untilOn })).rejects.toThrow('errorBadRequest');
  }
});

it('does all or nothing when the disk is full, and says so', async () => {
  const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
  vi.spyOn(bench.db.acts, 'add').mockRejectedValueOnce(full);
  const log = doAct('logInteraction', { contactId: ann, kind: 'call', outcome: 'reached' });
  const error: unknown = await log.catch((thrown: unknown) => thrown);
  expect(errorKeyOf(error)).toBe('errorDiskFull');
  expect(await bench.db.interactions.count()).toBe(0);
  expect((await contact())?.clock.lastContactAt).toBeUndefined();
  const { text } = await services.saveCopy(bench.db, { id: newId() }, bench.ours());
  expect(JSON.parse(text).contacts).toHaveLength(1);
});

it('keeps changes in their order when the clock goes back two hours', async () => {
  await doAct('editContact', { contactId: ann, name: 'Anna' });
  const { updatedAt = 0 } = (await contact()) ?? {};
  bench.now -= 2 * hour;
  await doAct('editContact', { contactId: ann, name: 'Annabel' });
  expect((await contact())?.updatedAt).toBe(updatedAt + 1);
});

it('keeps acts for thirty days and at most a thousand of them', async () => {
  await pruneActs(bench.db, bench.now + 29 * day);
  expect(await bench.db.acts.count()).toBeGreaterThan(0);
  const row = { name: 'x', doneAt: tuesday + 10, contactIds: [], appendedIds: [], changed: [], text: '' };
  await bench.db.acts.bulkPut(Array.from({ length: 1_001 }, () => ({ ...row, id: newId() })));
  await pruneActs(bench.db, bench.now);
  expect(await bench.db.acts.count()).toBe(1_000);
  await pruneActs(bench.db, bench.now + 31 * day);
  expect(await bench.db.acts.count()).toBe(0);
});
