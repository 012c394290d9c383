// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderAlone } from '@/tests/support/popup';
import { Agenda } from './Agenda';
import type { RowDeeds, RowGroup, RowView } from './row-view';

function aRow(number: number, changes: Partial<RowView> = {}): RowView {
  return {
    contactId: `c${number}`,
    name: `Person ${number}`,
    status: 'overdue',
    label: `Overdue ${number} d`,
    reason: `Last contact ${number} days ago.`,
    step: { label: 'Write to Person', act: 'write' },
    ...changes,
  };
}

function aGroup(rows: readonly RowView[], changes: Partial<RowGroup> = {}): RowGroup {
  return { key: 'overdue', title: 'Overdue', total: rows.length, rows, ...changes };
}

function show(groups: readonly RowGroup[], changes: Partial<Parameters<typeof Agenda>[0]> = {}) {
  const deeds = {
    searchesMail: true,
    takeStep: vi.fn(),
    write: vi.fn(),
    log: vi.fn(),
    snooze: vi.fn(),
    skip: vi.fn(),
    noReplyNeeded: vi.fn(),
    searchMail: vi.fn(),
    open: vi.fn(),
  } satisfies RowDeeds;
  const view = renderAlone(
    <main>
      <Agenda groups={groups} deeds={deeds} {...changes} />
    </main>,
  );
  return { ...view, deeds };
}
const focused = () => document.activeElement?.textContent?.trim();

it('says of each line which of how many it is', async () => {
  show([
    aGroup(
      [0, 1, 2].map((number) => aRow(number)),
      { total: 1_000 },
    ),
  ]);
  await screen.findByText('Person 0');
  const drawn = screen.getAllByRole('article');
  const line = drawn[2]?.closest('li');
  expect([line?.getAttribute('aria-posinset'), line?.getAttribute('aria-setsize')]).toEqual(['3', '1000']);
});

it('walks with j, k and arrows, stops at both ends, and keeps one line in the Tab order', async () => {
  const { user } = show([aGroup([aRow(1), aRow(2)]), aGroup([aRow(3)], { key: 'today', title: 'Today' })]);
  await screen.findByText('Person 3');
  await user.keyboard('k');
  await waitFor(() => expect(focused()).toBe('Person 1'));
  await user.keyboard('j{ArrowDown}j');
  await waitFor(() => expect(focused()).toBe('Person 3'));
  await user.keyboard('{ArrowUp}');
  await waitFor(() => expect(focused()).toBe('Person 2'));
  const reachable = screen.getAllByRole('button', { name: /^Person/ }).filter((button) => button.tabIndex === 0);
  expect(reachable.map((button) => button.textContent?.trim())).toEqual(['Person 2']);
});

it.each([
  ['m', 'takeStep'],
  ['o', 'open'],
  ['x', 'noReplyNeeded'],
] as const)('%s on the active line', async (key, deed) => {
  const rows = [aRow(1), aRow(2, { owedInteractionId: 'mail' })];
  const { user, deeds } = show([aGroup(rows)]);
  await screen.findByText('Person 2');
  await user.keyboard(`jj${key}`);
  expect(deeds[deed]).toHaveBeenCalledExactlyOnceWith(rows[1]);
});

it('x does nothing where no mail waits', async () => {
  const { user, deeds } = show([aGroup([aRow(1)])]);
  await screen.findByText('Person 1');
  await user.keyboard('jx');
  expect(deeds.noReplyNeeded).not.toHaveBeenCalled();
});

it.each([
  ['c', 'call'],
  ['e', 'meeting'],
  ['m', 'mail'],
  ['t', 'chat'],
])('l then %s logs a %s, once, and nothing else', async (key, kind) => {
  const row = aRow(1);
  const { user, deeds } = show([aGroup([row])]);
  await screen.findByText('Person 1');
  await user.keyboard(`jl${key}`);
  expect(deeds.log).toHaveBeenCalledExactlyOnceWith(row, kind);
  expect(deeds.takeStep).not.toHaveBeenCalled();
});

it('Escape closes the choices and the focus stays on the line', async () => {
  const { user, deeds } = show([aGroup([aRow(1)])]);
  await screen.findByText('Person 1');
  await user.keyboard('jl');
  expect(document.activeElement?.textContent).toContain('Call');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(focused()).toBe('Person 1'));
  await user.keyboard('c');
  expect(deeds.log).not.toHaveBeenCalled();
});

it('a suggested call offers the log instead of pretending that it happened', async () => {
  const { user, deeds } = show([aGroup([aRow(1, { step: { label: 'Call Person', act: 'call' } })])]);
  await user.click(await screen.findByRole('button', { name: 'Call Person' }));
  expect(screen.getByRole('button', { name: /^Meeting/ })).toBeDefined();
  expect(deeds.takeStep).not.toHaveBeenCalled();
  expect(deeds.log).not.toHaveBeenCalled();
});

it('a press on the line opens the contact, one on its search opens the mail search', async () => {
  const row = aRow(1);
  const { user, deeds } = show([aGroup([row])]);
  await user.click(await screen.findByRole('button', { name: 'Person 1' }));
  await user.click(screen.getByRole('button', { name: 'Search mail of Person 1' }));
  expect(deeds.open).toHaveBeenCalledExactlyOnceWith(row);
  expect(deeds.searchMail).toHaveBeenCalledExactlyOnceWith(row);
});

it('leads to the rest of a long group, and says "+" where nobody counted to the end', async () => {
  const onMore = vi.fn();
  const { user } = show(
    [aGroup([aRow(1)], { total: 5 }), aGroup([aRow(2)], { key: 'next', title: 'Next', total: 212, capped: true })],
    { onMore },
  );
  await user.click(await screen.findByRole('button', { name: 'Show more (4 left)' }));
  expect(onMore).toHaveBeenCalledOnce();
  expect(screen.getByRole('heading', { name: 'Next 200+' })).toBeDefined();
  expect(screen.getByRole('button', { name: 'Show more' })).toBeDefined();
});

it('leads on from a group of which more was read than counted, and says round numbers of what can wait', async () => {
  const later = { count: 188, capped: true };
  show([aGroup([aRow(1), aRow(2)], { total: 2, capped: true, later })]);
  expect(await screen.findByRole('button', { name: 'Show more' })).toBeDefined();
  expect(screen.getByRole('button', { name: '100 or more can wait. Show them' })).toBeDefined();
});

it('holds names of any length and script', async () => {
  const long = 'Wolfgang Amadeus '.repeat(12).trim();
  const company = 'Vereinigte Müller & Söhne Großhandelsgesellschaft mbH & Co. KG';
  show([
    aGroup([aRow(1, { name: long, company }), aRow(2, { name: '陈伟 Wei Chen' }), aRow(3, { name: 'ليلى الحداد' })]),
  ]);
  const name = await screen.findByRole('button', { name: `${long} ${company}` });
  expect(name.title).toBe(`${long} · ${company}`);
  expect(screen.getByText('陈伟')).toBeDefined();
  expect(screen.getByText('ليلى الحداد').tagName).toBe('BDI');
});
