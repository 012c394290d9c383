import { beforeEach, expect, it } from 'vitest';
import type { Contact, Interaction } from '@/lib/core/model';
import { aBench, type Bench, tuesday } from '@/tests/support/background';
import { aContact, aLog, aMail, anEvidence, at, rules } from '@/tests/support/rows';
import type { Moment } from './moment';
import { choicesOf, fitting, tagsAmong, waitingOf } from './whole-list';
import { readWaiting } from './whole-list-queries';

const moment: Moment = { ...rules, now: at('2026-11-24 10:00'), today: '2026-11-24', locale: 'en-GB' };
const webmail = anEvidence({ origin: 'https://webmail.ours.example', url: 'https://webmail.ours.example/?_uid=7' });

function readOf(people: readonly (readonly [Partial<Contact>, readonly Interaction[]])[]) {
  const contacts = people.map(([changes, history], number) => aContact({ id: `${number}`, ...changes }, history));
  const interactions = new Map(people.flatMap(([, history]) => history.map((one) => [one.id, one] as const)));
  return { contacts, interactions, capped: false };
}

it('knows the site of the last contact, after a call that of the newest mail, and of others none', () => {
  const mail = aMail('2026-09-01 10:00', 'out', { evidence: webmail });
  const waiting = waitingOf(
    readOf([
      [{ name: 'Mail' }, [mail]],
      [{ name: 'Call after mail' }, [mail, aLog('2026-09-02 10:00', 'call')]],
      [{ name: 'Call alone' }, [aLog('2026-09-03 10:00', 'call')]],
      [{ name: 'Odd' }, [aMail('2026-09-04 10:00', 'out', { evidence: anEvidence({ origin: 'nowhere' }) })]],
    ]),
    moment,
  );
  const sites = Object.fromEntries(waiting.map(({ contact, site }) => [contact.name, site]));
  const own = 'webmail.ours.example';
  expect(sites).toEqual({ Mail: own, 'Call after mail': own, 'Call alone': undefined, Odd: undefined });
});

it('lists whom the hour makes wait, without the database having changed', () => {
  const lead = { stage: 'lead' as const };
  const read = readOf([[lead, [aMail('2026-11-24 10:00', 'in')]]]);
  expect(waitingOf(read, { ...moment, now: at('2026-11-24 10:30') })).toHaveLength(0);
  expect(waitingOf(read, { ...moment, now: at('2026-11-24 11:30') })).toHaveLength(1);
});

it('counts of each tag and site those who fit what else was chosen, and never loses what is chosen', () => {
  const gmail = () => [aMail('2026-09-01 10:00', 'out')];
  const other = () => [aMail('2026-09-01 10:00', 'out', { evidence: webmail })];
  const waiting = waitingOf(
    readOf([
      [{ tags: ['VIP'] }, gmail()],
      [{ tags: ['VIP', 'Fair'] }, other()],
      [{}, other()],
    ]),
    moment,
  );
  expect(choicesOf(waiting, {})).toEqual({
    tags: [
      { value: 'Fair', count: 1 },
      { value: 'VIP', count: 2 },
    ],
    sites: [
      { value: 'mail.google.com', count: 1 },
      { value: 'webmail.ours.example', count: 2 },
    ],
  });
  const chosen = { tag: 'Gone', site: 'mail.google.com' };
  expect(fitting(waiting, chosen)).toHaveLength(0);
  expect(choicesOf(waiting, chosen).tags).toEqual([
    { value: 'Fair', count: 0 },
    { value: 'Gone', count: 0 },
    { value: 'VIP', count: 1 },
  ]);
  expect(tagsAmong(waiting)).toEqual(['Fair', 'VIP']);
});

let bench: Bench;
beforeEach(async () => {
  bench = await aBench();
});

const row = (number: number, attentionAt: number, urgentAt?: number) => ({
  ...aContact({ id: `0${number}`, name: `Person ${number}`, attentionAt, urgentAt }),
  clock: { lastContactId: `call-${number}` },
});

it('reads everybody whose turn comes today, what their clocks name, and who is next', async () => {
  await bench.db.contacts.bulkAdd([row(1, tuesday - 5), row(2, tuesday), row(3, tuesday + 5), row(4, tuesday + 9)]);
  const calls = [1, 2, 3].map((number) =>
    aLog('2026-07-01', 'call', { id: `call-${number}`, contactId: `0${number}` }),
  );
  await bench.db.interactions.bulkAdd(calls);
  const read = await readWaiting(bench.db, tuesday + 1);
  expect(read.contacts.map(({ id }) => id)).toEqual(['01', '02']);
  expect([...read.interactions.keys()]).toEqual(['call-1', 'call-2']);
  expect(read).toMatchObject({ capped: false, upcoming: { id: '03' } });
});

it('of too many reads those who have waited longest and all that is urgent, and says that there are more', async () => {
  await bench.db.contacts.bulkAdd([...[1, 2, 3, 4].map((number) => row(number, number)), row(5, 5, 5)]);
  const read = await readWaiting(bench.db, tuesday, 2);
  expect(new Set(read.contacts.map(({ id }) => id))).toEqual(new Set(['01', '02', '05']));
  expect(read.capped).toBe(true);
});
