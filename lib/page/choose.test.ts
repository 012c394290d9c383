import { describe, expect, it } from 'vitest';
import { tracked } from '@/tests/support/fake-page';
import { chooseMarks } from './choose';

const listRow = (...replies: ReturnType<typeof tracked>[]) => ({
  view: 'list' as const,
  people: replies.map((reply) => ({ role: 'from' as const, reply })),
});

it('stands for the others of the row: the worst, "+1"', () => {
  const marks = chooseMarks([listRow(tracked('ann', 10), tracked('tom', 90))]);
  expect(marks).toMatchObject([{ item: 0, person: 1, badge: { contactId: 'tom' }, others: ['ann'] }]);
});

it('prefers the newest row to the first, and the first among equals', () => {
  const rows = [
    listRow(tracked('ann', 1, true, 5)),
    listRow(tracked('ann', 1, true, 9)),
    listRow(tracked('ann', 1, true, 9)),
  ];
  expect(chooseMarks(rows).map(({ item }) => item)).toEqual([1]);
});

it('shows nobody by the name where two records bear it, and does where two mails do', () => {
  const probable = tracked('tom', 1);
  const reply = probable.state === 'tracked' && {
    ...probable,
    badge: { ...probable.badge, isProbable: true as const },
  };
  if (!reply) throw new Error('tracked is tracked');
  const rows = (role: 'record' | 'from') => [1, 2].map(() => ({ view: 'list' as const, people: [{ role, reply }] }));
  expect(chooseMarks(rows('record'))).toEqual([]);
  expect(chooseMarks(rows('record').slice(1))).toHaveLength(1);
  expect(chooseMarks(rows('from'))).toHaveLength(1);
});

it('shows nothing in lists for people who are fine', () => {
  expect(chooseMarks([listRow(tracked('ann', 1, false))])).toEqual([]);
});

it('shows everybody tracked in open mail, once per message', () => {
  const mail = {
    ...listRow(tracked('ann', 1, false), tracked('ann', 1, false), tracked('tom')),
    view: 'thread' as const,
  };
  expect(chooseMarks([mail, mail]).map(({ item, person }) => [item, person])).toEqual([
    [0, 0],
    [0, 2],
    [1, 0],
    [1, 2],
  ]);
});

describe('the page of a record', () => {
  const stranger = (address: string) => ({
    role: 'record' as const,
    reply: { state: 'untracked' as const, address, name: '' },
  });
  const page = (...people: ReturnType<typeof stranger>[]) => ({ view: 'record' as const, people });

  it('offers to track the person it shows, once', () => {
    const item = page(stranger('ann@acme.example'));
    const marks = chooseMarks([item, item]);
    expect(marks.map(({ item: at, track }) => [at, track?.address])).toEqual([[1, 'ann@acme.example']]);
  });

  it('offers nothing where it shows more strangers than one would track', () => {
    expect(chooseMarks([page(...['a', 'b', 'c', 'd'].map((name) => stranger(`${name}@acme.example`)))])).toEqual([]);
  });
});
