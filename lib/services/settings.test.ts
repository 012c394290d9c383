import { beforeEach, describe, expect, it } from 'vitest';
import { ruleDefaults, type Settings } from '@/lib/core/settings';
import { settingsOf } from '@/lib/db/settings';
import { newId } from '@/lib/messaging/new-id';
import { protocol, type RequestOf } from '@/lib/messaging/protocol';
import { aBench, type Bench, day } from '@/tests/support/background';
import { refreshDerived } from './derived';
import { services } from './services';

type Wanted = Omit<RequestOf<'changeSettings'>, 'id'>;

let bench: Bench;
beforeEach(async () => {
  bench = await aBench();
});

const stored = (): Promise<Settings> => settingsOf(bench.db, 'en-GB');
const change = (wanted: Wanted, id = newId()) => services.changeSettings(bench.db, { id, ...wanted }, bench.ours());

/** Each rule with a value other than its default. */
const rules: Required<Wanted> = {
  ownAddresses: ['sam@ours.example'],
  ownDomains: ['ours.example'],
  cadenceDays: 21,
  fadingFactor: 2.5,
  stageCadences: { lead: 3, lost: 'none' },
  tagCadences: { vip: 10, press: 'none' },
  owedAfterDays: 2,
  owedAfterHours: { lead: 0.5, customer: 4 },
  leastWorkingDays: 2,
  workStartMinutes: 480,
  workEndMinutes: 990,
  weekend: [5, 6],
  holidays: ['2026-12-24', '2026-12-25'],
  holidayRegion: 'DE-BY',
  away: [{ fromOn: '2026-07-06', toOn: '2026-07-17' }],
  mostRecipients: 8,
  countsToo: ['cc-only'],
  dailyBudget: 20,
  keepSubjects: false,
  ownName: 'Jonas',
  templates: [{ id: '01JDDDDDDDDDDDDDDDDDDDDDDD', name: 'Tea', text: 'Hi {{firstName|there}}, …' }],
  extras: [{ what: 'Tea', cost: 4.5 }],
  extraLimits: { 1: 0, 2: 50.5, 3: 500 },
  findPromises: false,
};
const names = Object.keys(rules) as (keyof Wanted)[];

describe('the weekend, before the user chose one', () => {
  it.each([
    ['en-GB', [0, 6]],
    ['he-IL', [5, 6]],
    ['ar-EG', [5, 6]],
    ['fa-IR', [5]],
    ['hi-IN', [0]],
    ['de', [0, 6]],
  ])('is that of %s', async (locale, days) => {
    const { weekend } = await settingsOf(bench.db, locale);
    expect(weekend.toSorted()).toEqual(days);
  });

  it('is kept, with the rest, when the language of the browser changes later', async () => {
    await services.giveConsent(bench.db, { id: newId(), ownAddresses: [] }, { ...bench.ours(), locale: 'he-IL' });
    expect((await settingsOf(bench.db, 'en-GB')).weekend.toSorted()).toEqual([5, 6]);
  });
});

describe('every rule', () => {
  it('can be changed, alone or with the others', async () => {
    await change(rules);
    expect(await stored()).toMatchObject(rules);
  });

  it.each(names)('%s is stored alone and comes back by undo', async (name) => {
    const before = await stored();
    expect(before[name]).not.toEqual(rules[name]);
    const id = newId();
    await change({ [name]: rules[name] }, id);
    expect(await stored()).toMatchObject({
      ...before,
      [name]: rules[name],
      updatedAt: expect.any(Number),
      updatedBy: expect.any(String),
    });
    await services.undo(bench.db, { id: newId(), actId: id }, bench.ours());
    expect((await stored())[name]).toEqual(before[name]);
  });

  it.each(names)('%s fits what the server lets through', (name) => {
    const request = { id: newId(), [name]: rules[name] };
    expect(protocol.changeSettings.request.safeParse(request)).toMatchObject({ success: true, data: request });
  });

  it('of who is due makes derived fields anew; the others do not', async () => {
    const derived = new Set<string>();
    for (const name of names) {
      await refreshDerived(bench.db, bench.ours());
      await change({ [name]: rules[name] });
      if (await refreshDerived(bench.db, bench.ours())) derived.add(name);
    }
    const words = ['findPromises', 'ownName', 'templates', 'extras', 'extraLimits'];
    const others = ['ownAddresses', 'ownDomains', 'holidayRegion', 'dailyBudget', 'keepSubjects', ...words];
    expect([...derived].sort()).toEqual(names.filter((name) => !others.includes(name)).sort());
  });

  it('moves who is due: a lead is due after the days of its stage', async () => {
    const add = { id: newId(), name: 'Ann Lee', stage: 'lead' } as const;
    const [contactId = ''] = (await services.addContact(bench.db, add, bench.ours())).contactIds;
    const dueOn = async () => (await bench.db.contacts.get(contactId))?.clock.dueOn;
    await refreshDerived(bench.db, bench.ours());
    expect(await dueOn()).toBe('2026-08-11');
    await change({ stageCadences: { lead: 14 } });
    await refreshDerived(bench.db, bench.ours());
    expect(await dueOn()).toBe('2026-08-18');
    await change({ holidays: ['2026-08-18', '2026-08-19'] });
    await refreshDerived(bench.db, bench.ours());
    expect(await dueOn()).toBe('2026-08-20');
  });
});

describe('what cannot be meant is refused, and nothing of it is stored', () => {
  it.each<[string, string, Wanted]>([
    ['work that ends before it starts', 'errorWorkHours', { workStartMinutes: 1_000, workEndMinutes: 600 }],
    ['an end of work before the stored start', 'errorWorkHours', { workEndMinutes: 9 * 60 }],
    ['half a day', 'errorBadRequest', { cadenceDays: 1.5 }],
    ['half a day for a tag', 'errorBadRequest', { tagCadences: { vip: 2.5 } }],
    ['a weekday there is not', 'errorBadRequest', { weekend: [2.5] }],
    ['a holiday that is no date', 'errorBadRequest', { holidays: ['2026-02-30'] }],
    ['an absence that ends before it begins', 'errorPeriod', { away: [{ fromOn: '2026-07-06', toOn: '2026-07-05' }] }],
    ['a domain that is none', 'errorDomain', { ownDomains: ['ours'] }],
    ['a free mail service as own company', 'errorFreeMail', { ownDomains: ['Gmail.com'] }],
  ])('%s', async (_, key, wanted) => {
    const before = await stored();
    await expect(change({ keepSubjects: false, ...wanted })).rejects.toMatchObject({ key });
    expect(await stored()).toEqual(before);
  });

  it.each<[string, object]>([
    ['no working day at all', { weekend: [0, 1, 2, 3, 4, 5, 6] }],
    ['a stage there is not', { stageCadences: { friend: 3 } }],
    ['a cadence of ten years and more', { cadenceDays: 4_000 }],
    ['a weak kind there is not', { countsToo: ['newsletter'] }],
    ['more holidays than anybody has', { holidays: Array.from({ length: 2_001 }, () => '2026-12-25') }],
    ['a budget of nobody', { dailyBudget: 0 }],
    ['a fading line before the due line', { fadingFactor: 0.5 }],
    ['a wording without a text', { templates: [{ id: newId(), name: 'Tea', text: '' }] }],
    ['an extra that earns money', { extras: [{ what: 'Tea', cost: -1 }] }],
    ['a limit for a severity there is not', { extraLimits: { 1: 1, 2: 2 } }],
  ])('by the server: %s', (_, wanted) => {
    expect(protocol.changeSettings.request.safeParse({ id: newId(), ...wanted }).success).toBe(false);
  });
});

it('puts lists in order: no doubles, domains as they are compared', async () => {
  await change({
    ownDomains: ['@Ours.Example', ' ours.example', 'löwe.example'],
    holidays: ['2026-12-25', '2026-05-01', '2026-12-25'],
    weekend: [6, 6, 0],
    countsToo: ['cc-only', 'cc-only'],
  });
  expect(await stored()).toMatchObject({
    ownDomains: ['ours.example', 'xn--lwe-sna.example'],
    holidays: ['2026-05-01', '2026-12-25'],
    weekend: [6, 0],
    countsToo: ['cc-only'],
  });
});

it('forgets how the user signs, and takes the first list of extras with its limits again', async () => {
  await change(rules);
  await change({ ownName: null, extras: null, extraLimits: null });
  const { ownName, extras, extraLimits, templates } = await stored();
  expect({ ownName, extras, extraLimits }).toEqual({ ownName: undefined, extras: undefined, extraLimits: undefined });
  expect(templates).toEqual(rules.templates);
});

it('forgets the country of the holidays and keeps their days', async () => {
  await change({ holidays: ['2026-12-25'], holidayRegion: 'DE' });
  await change({ holidayRegion: null });
  const { holidays, holidayRegion } = await stored();
  expect({ holidays, holidayRegion }).toEqual({ holidays: ['2026-12-25'], holidayRegion: undefined });
});

describe('"Were you away?"', () => {
  const gap = { fromOn: '2026-07-20', toOn: '2026-07-31' };
  const answer = (wasAway: boolean, id = newId()) =>
    services.answerAway(bench.db, { id, ...gap, wasAway }, bench.ours());

  async function aCustomer(stage: 'customer' | 'lead' = 'customer') {
    bench.now -= 30 * day;
    const add = { id: newId(), name: 'Ann Lee', stage } as const;
    const [contactId = ''] = (await services.addContact(bench.db, add, bench.ours())).contactIds;
    const log = { id: newId(), contactId, kind: 'call', outcome: 'reached' } as const;
    await services.logInteraction(bench.db, log, bench.ours());
    bench.now += 30 * day;
    return async () => {
      await refreshDerived(bench.db, bench.ours());
      return (await bench.db.contacts.get(contactId))?.clock.dueOn;
    };
  }

  it('"Yes" gives the drifting ones those days, and undo takes them away again', async () => {
    const dueOn = await aCustomer();
    expect(await dueOn()).toBe('2026-08-04');
    const id = newId();
    expect(await answer(true, id)).toMatchObject({ text: 'Noted. Nobody drifted while you were away.' });
    expect(await dueOn()).toBe('2026-08-17');
    expect(await stored()).toMatchObject({ away: [gap], awayAnsweredOn: gap.toOn });
    await services.undo(bench.db, { id: newId(), actId: id }, bench.ours());
    expect(await dueOn()).toBe('2026-08-04');
    const { away, awayAnsweredOn } = await stored();
    expect({ away, awayAnsweredOn }).toEqual({ away: [], awayAnsweredOn: undefined });
  });

  it('"No" moves nobody and is remembered', async () => {
    const dueOn = await aCustomer();
    await answer(false);
    expect(await dueOn()).toBe('2026-08-04');
    expect(await stored()).toMatchObject({ away: [], awayAnsweredOn: gap.toOn });
  });

  it('joins what overlaps', async () => {
    await change({ away: [{ fromOn: '2026-07-27', toOn: '2026-08-03' }] });
    await answer(true);
    expect((await stored()).away).toEqual([{ fromOn: '2026-07-20', toOn: '2026-08-03' }]);
  });

  it('refuses days the wrong way round', async () => {
    const request = { id: newId(), fromOn: gap.toOn, toOn: gap.fromOn, wasAway: true };
    await expect(services.answerAway(bench.db, request, bench.ours())).rejects.toMatchObject({ key: 'errorPeriod' });
  });
});

it('begins with the defaults of the product', async () => {
  expect(await stored()).toMatchObject(ruleDefaults);
});
