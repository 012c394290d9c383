import { describe, expect, it } from 'vitest';
import v1Rows from '@/tests/fixtures/schema/v1.json';
import { aContact, aLog, aMail, historyOf, rules } from '@/tests/support/rows';
import { clockOf } from './cadence';
import { readCopy } from './copy';
import type { AddressRow, Contact } from './model';
import { upgradeContacts, upgradeSettings } from './upgrade';

const stamp = { updatedAt: 1, updatedBy: 'device-1' };
const address = (contactId: string, address: string, role: AddressRow['role'] = 'own'): AddressRow => {
  return { ...stamp, address, contactId, role };
};
const marta = aContact({ id: 'marta' });
const upgraded = (contacts: Contact[], addresses: AddressRow[]) => upgradeContacts(contacts, addresses);

describe('from version 1 to 2', () => {
  it.each<[string, Partial<Contact>, AddressRow[], string | undefined, string[]]>([
    ['a company', {}, [address('marta', 'marta@norrsken.example')], 'norrsken.example', ['Norrsken']],
    [
      'by the name the user gave it',
      { company: 'Norrsken AB' },
      [address('marta', 'marta@norrsken.example')],
      'norrsken.example',
      ['Norrsken AB'],
    ],
    ['free mail belongs to nobody', {}, [address('marta', 'marta@gmail.com')], undefined, []],
    [
      'free mail beside a company',
      {},
      [address('marta', 'marta@gmail.com'), address('marta', 'marta@norrsken.example')],
      'norrsken.example',
      ['Norrsken'],
    ],
    [
      'an assistant elsewhere makes no account',
      {},
      [address('marta', 'jonas@agency.example', 'assistant')],
      undefined,
      [],
    ],
    ['without an address', {}, [], undefined, []],
    ['somebody else’s address', {}, [address('other', 'x@other.example')], undefined, []],
  ])('%s', (_what, changes, addresses, accountId, names) => {
    const found = upgraded([{ ...marta, ...changes }], addresses);
    expect(found.contacts[0]?.accountId).toBe(accountId);
    expect(found.accounts.map((account) => account.name)).toEqual(names);
  });

  it('two people of one company share one account, whose row two devices make alike', () => {
    const people = [
      { ...marta, company: 'Norrsken AB', updatedAt: 5 },
      { ...marta, id: 'nils', company: 'Norrsken', updatedAt: 9, updatedBy: 'device-2' },
    ];
    const addresses = [address('marta', 'marta@norrsken.example'), address('nils', 'nils@norrsken.example')];
    expect(upgraded(people, addresses).accounts).toEqual([
      {
        id: 'norrsken.example',
        name: 'Norrsken AB',
        domains: ['norrsken.example'],
        updatedAt: 9,
        updatedBy: 'device-2',
      },
    ]);
  });

  it('loses nothing that the user said, and drops only what is derived', () => {
    const said = { ...marta, snoozedUntilOn: '2026-12-01', snoozedAt: 7, cadenceDays: 14, clock: { lastInAt: 3 } };
    const old = { ...said, clock: { ...said.clock, owed: { interactionId: 'x', sinceAt: 1, dueOn: '2026-11-01' } } };
    // The owed reply of version 1 knew no instant.
    const [now] = upgraded([old as unknown as Contact], []).contacts;
    expect(now).toEqual(said);
    expect(
      clockOf(now ?? marta, historyOf([aMail('2026-11-13 15:00', 'in'), aLog('2026-11-20 09:00', 'note')]), rules).owed,
    ).toBeDefined();
  });

  it('settings keep what was chosen and gain the defaults of what is new', () => {
    expect(upgradeSettings({ cadenceDays: 21, weekend: [5, 6] })).toMatchObject({
      cadenceDays: 21,
      weekend: [5, 6],
      holidays: [],
      away: [],
      dailyBudget: 12,
      owedAfterHours: { lead: 1 },
      leastWorkingDays: 3,
    });
  });
});

it('a copy that version 1 saved is read as one of version 2', () => {
  const v1 = v1Rows as { readonly contacts: readonly object[]; readonly addresses: readonly object[] };
  const settings = { ...(v1Rows.meta.find((row) => row.key === 'settings') ?? {}) };
  const { interactions } = v1Rows;
  const text = JSON.stringify({
    format: 'holdfast-copy',
    version: 1,
    savedAt: 1,
    ...v1,
    interactions,
    settings,
    meta: undefined,
    acts: undefined,
    mailboxes: undefined,
    pendingSends: undefined,
  });
  const read = readCopy(text);
  expect(read).toMatchObject({ ok: true, content: { followUps: [], settings: { dailyBudget: 12 } } });
  expect(read.ok && read.content.accounts.map(({ id }) => id)).toEqual(['acme.example']);
  expect(read.ok && read.content.contacts.every(({ accountId }) => accountId === 'acme.example')).toBe(true);
});
