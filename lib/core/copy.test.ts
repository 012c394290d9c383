import { describe, expect, it } from 'vitest';
import { anAccepted, aPromise } from '@/tests/support/promise-rows';
import { anEvent, deeds, story, storyEvents } from '@/tests/support/recovery-rows';
import { aContact, aLog, aMail, english } from '@/tests/support/rows';
import { type CopyContent, makeCopy, mergeCopy, readCopy } from './copy';
import type { AddressRow } from './model';
import { ruleDefaults, type Settings } from './settings';

const address: AddressRow = {
  address: 'marta@norrsken.example',
  contactId: '01JAAAAAAAAAAAAAAAAAAAAAAA',
  role: 'own',
  updatedAt: 1,
  updatedBy: 'device-1',
};
const settings: Settings = {
  key: 'settings',
  ownAddresses: ['me@holdfast.example'],
  ...ruleDefaults,
  weekend: [0, 6],
  holidays: [],
  keepSubjects: true,
  ownName: 'Jonas',
  templates: [{ id: '01JDDDDDDDDDDDDDDDDDDDDDDD', name: 'Tea', subject: 'Tea', text: 'Hi {{firstName|there}},\n…' }],
  extras: [{ what: 'Tea', cost: 4.5 }],
  extraLimits: { 1: 0, 2: 50.5, 3: 500 },
  logsSinceCopy: 0,
  updatedAt: 1,
  updatedBy: 'device-1',
};
const mails = [aMail('2026-11-03 09:00', 'in'), aLog('2026-11-04 09:00', 'note', { note: 'Ünïcode 陈伟 "quoted"\n' })];
const account = {
  id: 'norrsken.example',
  name: 'Norrsken',
  domains: ['norrsken.example'],
  renewsOn: '2027-03-01',
  updatedAt: 1,
  updatedBy: 'device-1',
};
const followUp = {
  id: '01JCCCCCCCCCCCCCCCCCCCCCCC',
  contactId: '01JAAAAAAAAAAAAAAAAAAAAAAA',
  dueOn: '2026-12-01',
  channel: 'call',
  reason: 'referral-thanks',
  forOn: '2026-12-01',
  aboutId: '01JBBBBBBBBBBBBBBBBBBBBBBB',
  about: 'Ann Lee',
  madeAt: 1,
  updatedAt: 1,
  updatedBy: 'device-1',
} as const;
const comesBack = {
  renewsOn: '2027-03-01',
  reviewFromOn: '2026-12-01',
  birthday: '02-29',
  anniversary: '12-31',
  referredById: '01JBBBBBBBBBBBBBBBBBBBBBBB',
};
const nothing = {
  contacts: [],
  addresses: [],
  accounts: [],
  followUps: [],
  recoveries: [],
  recoveryEvents: [],
  promises: [],
  interactions: [],
};
const content: CopyContent = {
  contacts: [aContact({ ...comesBack }, mails)],
  addresses: [address],
  accounts: [account],
  followUps: [followUp],
  recoveries: [story.opened],
  recoveryEvents: storyEvents,
  promises: [aPromise(), anAccepted({ id: 'promise-2' })],
  interactions: mails,
  settings,
};

function problem(text: string): string {
  const found = readCopy(text);
  return found.ok ? 'none' : english(found.problem);
}
const changed = (change: (copy: Record<string, unknown>) => void) => {
  const copy = JSON.parse(makeCopy(content, 5)) as Record<string, unknown>;
  change(copy);
  return JSON.stringify(copy);
};

it('reads back what it wrote', () => {
  const read = readCopy(makeCopy(content, 5));
  expect(read).toEqual({ ok: true, savedAt: 5, content: JSON.parse(JSON.stringify(content)) });
  expect(readCopy(makeCopy(nothing, 5)).ok).toBe(true);
});

describe('says what is wrong with a file', () => {
  it.each<[string, string, string]>([
    ['no JSON', '{', 'This file cannot be read: it is damaged or not a Holdfast copy. Nothing was changed.'],
    [
      'cut off',
      makeCopy(content, 5).slice(0, -10),
      'This file cannot be read: it is damaged or not a Holdfast copy. Nothing was changed.',
    ],
    ['something else', '{"format":"other"}', 'This file is not a copy saved by Holdfast. Nothing was changed.'],
    ['a list', '[]', 'This file is not a copy saved by Holdfast. Nothing was changed.'],
    [
      'from the future',
      changed((copy) => Object.assign(copy, { version: 5 })),
      'This copy was saved by a newer Holdfast. Update Holdfast and try again; nothing was changed.',
    ],
    [
      'a part missing',
      changed((copy) => delete copy.addresses),
      'A part of this copy is missing or damaged (addresses), so none of it was taken. Nothing was changed.',
    ],
    [
      'a row damaged',
      changed((copy) => Object.assign((copy.interactions as object[])[1] ?? {}, { kind: 'fax' })),
      'Entry 2 of interactions in this copy is damaged, so none of it was taken. Nothing was changed.',
    ],
    [
      'an unknown field',
      changed((copy) => Object.assign((copy.contacts as object[])[0] ?? {}, { admin: true })),
      'Entry 1 of contacts in this copy is damaged, so none of it was taken. Nothing was changed.',
    ],
    [
      'a recovery damaged',
      changed((copy) => Object.assign((copy.recoveries as object[])[0] ?? {}, { severity: 4 })),
      'Entry 1 of recoveries in this copy is damaged, so none of it was taken. Nothing was changed.',
    ],
    [
      'an event of a recovery damaged',
      changed((copy) => Object.assign((copy.recoveryEvents as object[])[1] ?? {}, { kind: 'sued' })),
      'Entry 2 of recoveryEvents in this copy is damaged, so none of it was taken. Nothing was changed.',
    ],
    [
      'no such date',
      changed((copy) => Object.assign((copy.contacts as object[])[0] ?? {}, { trackedOn: '2026-02-30' })),
      'Entry 1 of contacts in this copy is damaged, so none of it was taken. Nothing was changed.',
    ],
    [
      'settings damaged',
      changed((copy) => Object.assign(copy, { settings: {} })),
      'A part of this copy is missing or damaged (settings), so none of it was taken. Nothing was changed.',
    ],
  ])('%s', (_what, text, expected) => expect(problem(text)).toBe(expected));

  it('too large', () => {
    expect(readCopy('x'.repeat(1_048_577), 1)).toEqual({ ok: false, problem: { key: 'copyTooLarge', values: [1] } });
    expect(readCopy('x'.repeat(1_048_576), 1)).toMatchObject({ problem: { key: 'copyNotJson' } });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('%s anywhere', (name) => {
    const poison = `"${name}":{"polluted":true},`;
    for (const mark of ['"format"', '"id"', '"trackedOn"', '"address"', '"site"', '"weekend"']) {
      const found = readCopy(makeCopy(content, 5).replace(mark, `${poison}${mark}`));
      if (found.ok) expect(JSON.stringify(found)).not.toContain('polluted');
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    }
  });
});

describe('mergeCopy', () => {
  const [contact] = content.contacts;
  it('takes the later change and keeps tombstones', () => {
    if (!contact) throw new Error('no contact');
    const deleted = { ...contact, deletedAt: 9, updatedAt: 9 };
    expect(mergeCopy(content, { ...content, contacts: [deleted] }).contacts).toEqual([deleted]);
    expect(mergeCopy({ ...content, contacts: [deleted] }, content).contacts).toEqual([deleted]);
  });
  it('of two changes at one instant takes that of the greater device, on both', () => {
    if (!contact) throw new Error('no contact');
    const one = { ...contact, name: 'Zoe', updatedBy: 'device-1' };
    const other = { ...contact, name: 'Ann', updatedBy: 'device-2' };
    const merged = (a: object, b: object) =>
      mergeCopy({ ...content, contacts: [a as typeof one] }, { ...content, contacts: [b as typeof one] });
    expect(merged(one, other).contacts).toEqual([other]);
    expect(merged(other, one).contacts).toEqual([other]);
  });
  it('unites what is append-only', () => {
    const more = aMail('2026-11-05 09:00', 'out');
    const merged = mergeCopy(content, { ...nothing, interactions: [more] });
    expect(new Set(merged.interactions)).toEqual(new Set([...mails, more]));
    const event = anEvent('2026-12-01 09:00', deeds.note);
    const cases = mergeCopy(content, { ...nothing, recoveryEvents: [event] });
    expect(new Set(cases.recoveryEvents)).toEqual(new Set([...storyEvents, event]));
    expect(cases.recoveries).toEqual([story.opened]);
    expect(merged.settings).toBe(settings);
  });
  it('keeps its own objects where nothing differs', () => {
    const read = readCopy(makeCopy(content, 5));
    const merged = mergeCopy(content, read.ok ? read.content : content);
    expect(merged.contacts[0]).toBe(contact);
    expect(new Set(merged.interactions)).toEqual(new Set(mails));
  });
});
