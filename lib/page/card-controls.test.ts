// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MessageName } from '@/lib/messaging/protocol';
import { fakeWorld, hosts, mail, row, tracked, words } from '@/tests/support/fake-page';
import {
  ann,
  box,
  card,
  control,
  fillIn,
  leavePage,
  openCard,
  openFirst,
  preparePage,
  press,
  settle,
} from '@/tests/support/open-card';

const tom = 'Tom Berger <tom@birchvale.example>';
const bo = 'Bo Lee <bo@norrsken.example>';

beforeEach(preparePage);
afterEach(() => {
  leavePage();
  vi.useRealTimers();
});

interface Case {
  /** Controls in the order of the clicks; what stands in quotes is written into the field and saved. */
  readonly path: readonly string[];
  readonly name: MessageName;
  readonly request: Readonly<Record<string, unknown>>;
}

const contactId = 'ann';
const cases: readonly Case[] = [
  { path: ['Meeting'], name: 'logInteraction', request: { contactId, kind: 'meeting', outcome: 'reached' } },
  { path: ['Mail'], name: 'logInteraction', request: { contactId, kind: 'mail', outcome: 'reached' } },
  { path: ['Chat'], name: 'logInteraction', request: { contactId, kind: 'chat', outcome: 'reached' } },
  {
    path: ['Mail: tried, no answer'],
    name: 'logInteraction',
    request: { contactId, kind: 'mail', outcome: 'tried' },
  },
  {
    path: ['Call', 'Date', '"2026-11-19"'],
    name: 'moveInteraction',
    request: { interactionId: 'call-1', occurredOn: '2026-11-19' },
  },
  { path: ['No reply needed'], name: 'noReplyNeeded', request: { contactId, interactionId: 'mail-1' } },
  { path: ['Snooze', 'Tomorrow'], name: 'snooze', request: { contactId, untilOn: '2026-11-25' } },
  { path: ['Snooze', '"2026-12-24"'], name: 'snooze', request: { contactId, untilOn: '2026-12-24' } },
  { path: ['More', 'Something went wrong'], name: 'openRecovery', request: { contactId } },
  { path: ['More', 'Stop tracking'], name: 'untrack', request: { contactId } },
  { path: ['More', 'Not right?', 'Wrong person'], name: 'wrongPerson', request: { contactId, address: ann } },
  {
    path: ['More', 'Not right?', 'This mail does not count'],
    name: 'discountInteraction',
    request: { contactId, interactionId: 'mail-1' },
  },
  { path: ['More', 'Not right?', 'Never badge this address'], name: 'neverBadge', request: { address: ann } },
];

async function walk(path: readonly string[]) {
  for (const step of path) await (step.startsWith('"') ? fillIn(step.slice(1, -1)) : press(step));
}

describe('a control of the card', () => {
  it.each(cases)('$path asks for $name', async ({ path, name, request }) => {
    const { last } = await openCard();
    await walk(path);
    expect(last()).toEqual({ name, request: { id: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/), ...request } });
    const { id } = last()?.request ?? {};
    await press('Undo');
    expect(last()).toMatchObject({ name: 'undo', request: { actId: id } });
  });

  it('"Go on with the recovery" comes first, asks for its page, and closes the card', async () => {
    const { last } = await openCard({ recovery: { id: 'recovery-1', label: 'Go on with the recovery' } });
    expect(control('Go on with the recovery')?.className).toBe('btn primary');
    expect(control('Reply')?.className).toBe('btn');
    await press('Go on with the recovery');
    expect(last()).toEqual({ name: 'showRecovery', request: { recoveryId: 'recovery-1' } });
    expect(box()).toBeUndefined();
  });

  it('"Hide badges for an hour" means an hour', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(1_800_000_000_000);
    const { last } = await openCard();
    await walk(['More', 'Hide badges for an hour']);
    expect(last()).toMatchObject({ name: 'hideBadges', request: { untilAt: 1_800_003_600_000 } });
    expect(control('Undo')).toBeDefined();
  });

  it('"Turn off on this site" names the site it stands on', async () => {
    const { last } = await openCard();
    await walk(['More', 'Turn off on this site']);
    expect(last()).toMatchObject({ name: 'turnSite', request: { origin: location.origin, isOff: true } });
  });

  it('"Last in touch?" offers what a site states first', async () => {
    const { last } = await openCard({ asksLastInTouch: true, stated: '1 Jun, by crm.acme.example' });
    await press('1 Jun, by crm.acme.example');
    expect(last()).toMatchObject({ name: 'setLastInTouch', request: { when: 'as-stated' } });
  });

  it.each(['this-week', 'this-month', 'longer'] as const)('"Last in touch?" knows %s', async (when) => {
    const { last } = await openCard({ asksLastInTouch: true });
    await press({ 'this-week': 'This week', 'this-month': 'This month', longer: 'Longer ago' }[when]);
    expect(last()).toMatchObject({ name: 'setLastInTouch', request: { contactId, when } });
  });

  it('"Last in touch?" takes a date', async () => {
    const { last } = await openCard({ asksLastInTouch: true });
    await walk(['Date', '"2026-10-05"']);
    expect(last()).toMatchObject({ name: 'setLastInTouch', request: { contactId, when: '2026-10-05' } });
  });

  it.each([
    ['Snooze', { min: '2026-11-24', max: '' }],
    ['Date', { min: '', max: '2026-11-24' }],
  ])('"%s" takes no empty day, and only days within %o', async (name, limits) => {
    const { sent } = await openCard({ asksLastInTouch: true });
    const before = sent.length;
    await walk([name, '""']);
    expect(box()?.querySelector('input[type=date]')).toMatchObject(limits);
    expect(sent.slice(before)).toEqual([]);
  });

  it.each([
    [{ recovery: { id: 'recovery-1', label: 'Go on with the recovery' } }, ['More'], 'Something went wrong'],
    [{ countedMailId: undefined }, ['More', 'Not right?'], 'This mail does not count'],
    [{ owedInteractionId: undefined }, [], 'No reply needed'],
  ])('with %o there is, after %j, no “%s”', async (given, path, name) => {
    await openCard(given);
    await walk(path);
    expect(box()).toBeDefined();
    expect(control(name)).toBeUndefined();
  });
});

describe('a row of several people', () => {
  const contacts = new Map([
    [ann, 'ann'],
    [tom, 'tom'],
    [bo, 'bo'],
  ]);
  const ranks: Readonly<Record<string, number>> = { ann: 70, tom: 20, bo: 10 };
  const names: Readonly<Record<string, string>> = { ann: 'Ann Lee', tom: 'Tom Berger', bo: 'Bo Lee' };

  async function openRow(...people: string[]) {
    const fake = fakeWorld((mailbox) => {
      const known = contacts.get(mailbox);
      return known ? tracked(known, ranks[known]) : { state: 'none' };
    });
    fake.answers.set('getCard', ({ contactId: asked }: { contactId: string }) => ({
      ...card,
      contactId: asked,
      name: names[asked] ?? '',
    }));
    fake.answers.set('wrongPerson', () => ({ text: 'gone', contactIds: [] }));
    await openFirst(fake, `<div class="list">${row('1', ...people)}</div>`);
    return fake;
  }
  const title = () => box()?.querySelector('h2')?.textContent;

  it.each([
    [[tom], 'Overdue 20 d', 'tom'],
    [[tom, ann], 'Overdue 70 d+1', 'ann +1 in this row.'],
    [[bo, tom, ann], 'Overdue 70 d+2', 'ann +2 in this row.'],
  ])('%j: one pill that says “%s”', async (people, text, spoken) => {
    await openRow(...people);
    expect(words()).toEqual([text]);
    expect(hosts()[0]?.shadowRoot?.querySelector('button')?.getAttribute('aria-label')).toBe(spoken);
  });

  it('shows the worst first, then the others, then the worst again, each with their own acts', async () => {
    const fake = await openRow(bo, ann, tom);
    expect(title()).toBe('Ann Lee');
    for (const name of ['Tom Berger', 'Bo Lee', 'Ann Lee', 'Tom Berger']) {
      await press('Next of 3');
      expect(title()).toBe(name);
    }
    await walk(['More', 'Not right?', 'Wrong person']);
    expect(fake.sent.at(-1)).toMatchObject({ name: 'wrongPerson', request: { contactId: 'tom', address: tom } });
  });

  it('of two says “Next of 2”', async () => {
    await openRow(ann, tom);
    await press('Next of 2');
    expect(title()).toBe('Tom Berger');
  });

  it('offers no "Next" where there is nobody else', async () => {
    await openRow(ann);
    expect(box()?.textContent).not.toContain('Next of');
  });
});

describe('the track menu', () => {
  async function openMenu() {
    const fake = fakeWorld(() => ({ state: 'untracked', address: 'ann@norrsken.example', name: 'Ann Lee' }));
    fake.answers.set('getTrackChoices', () => ({
      name: 'Ann Lee',
      address: 'ann@norrsken.example',
      candidates: [
        { contactId: 'bo', name: 'Bo Lee', company: 'Norrsken' },
        { contactId: 'cy', name: 'Cy Lee' },
      ],
    }));
    fake.answers.set('track', () => ({ text: 'Tracking Ann Lee.', contactIds: ['bo'], card }));
    fake.answers.set('getCard', () => card);
    await openFirst(fake, `<div class="thread">${mail('1', ann)}</div>`);
    return fake;
  }

  it.each([
    [['Customer'], { as: 'customer' }],
    [['Lead'], { as: 'lead' }],
    [['Another address of …', 'Bo Lee · Norrsken'], { as: 'address-of', ofContactId: 'bo' }],
    [['Another address of …', 'Cy Lee'], { as: 'address-of', ofContactId: 'cy' }],
    [['Assistant of …', 'Bo Lee · Norrsken'], { as: 'assistant-of', ofContactId: 'bo' }],
    [['Another address of …', 'Assistant of …', 'Cy Lee'], { as: 'assistant-of', ofContactId: 'cy' }],
  ])('%j tracks with %o', async (path, wanted) => {
    const { sent } = await openMenu();
    await walk(path);
    await settle();
    const asked = sent.filter(({ name }) => name === 'track').map(({ request }) => request);
    expect(asked).toEqual([{ id: expect.any(String), people: [{ mailbox: ann, ...wanted }] }]);
  });

  it('closes an open list again', async () => {
    await openMenu();
    await walk(['Assistant of …', 'Assistant of …']);
    expect(control('Cy Lee')).toBeUndefined();
    expect(control('Customer')).toBeDefined();
  });
});
