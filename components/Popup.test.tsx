// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DatabaseTrouble } from '@/lib/db/open-database';
import { newId } from '@/lib/messaging/new-id';
import { services } from '@/lib/services/services';
import { aStage, logged, openPopup, type Stage } from '@/tests/support/popup';

const article = (name: string) =>
  within(screen.getByRole('button', { name: new RegExp(`^${name}`) }).closest('article') ?? document.body);

async function threeGroups(): Promise<Stage> {
  const stage = await aStage();
  await stage.customer('Marta Lindqvist', 42, { company: 'Norrsken AB', mail: 'marta@norrsken.example' });
  await stage.customer('Jorge Otero', 30);
  await stage.customer('Priya Raman', 27);
  await stage.customer('Far Away', 2);
  return stage;
}

it('lists who is overdue, due today and due within a week, with counts', async () => {
  await openPopup(await threeGroups());
  expect(await screen.findByRole('heading', { name: 'Overdue 1' })).toBeDefined();
  expect(screen.getByRole('heading', { name: 'Today 1' })).toBeDefined();
  expect(screen.getByRole('heading', { name: 'Next 7 days 1' })).toBeDefined();
  expect(screen.getByText(/^Tue,? 4 Aug · 2 people$/)).toBeDefined();
  expect(screen.queryByText('Far Away')).toBeNull();
});

it('logs a call with two keys, says so, follows without a reload, and takes it back with a third', async () => {
  const stage = await threeGroups();
  const { user } = await openPopup(stage);
  await screen.findByRole('heading', { name: 'Overdue 1' });
  const before = (await logged(stage)).length;
  await user.keyboard('jlc');
  expect(await screen.findByText('Logged a call today.')).toBeDefined();
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Overdue 1' })).toBeNull());
  expect((await logged(stage)).at(-1)).toMatchObject({ kind: 'call', source: 'user', weight: 'counts' });
  await user.keyboard('z');
  expect(await screen.findByRole('heading', { name: 'Overdue 1' })).toBeDefined();
  expect((await logged(stage)).filter((one) => one.kind !== 'void')).toHaveLength(before + 1);
});

it('moves the keyboard to the next person when one leaves the list', async () => {
  const { user } = await openPopup(await threeGroups());
  await screen.findByRole('heading', { name: 'Overdue 1' });
  await user.keyboard('jlc');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Jorge Otero'));
});

it('answers the mail that waits, in its own thread, and x ends the waiting', async () => {
  const stage = await aStage();
  const contactId = await stage.customer('Ann Lee', 20, { mail: 'ann@acme.example' });
  await stage.mailFrom(contactId, 4, 'Prices');
  const create = vi.fn();
  Object.assign(fakeBrowser.tabs, { create });
  const { user } = await openPopup(stage);
  const row = await screen.findByRole('group', { name: 'Actions for Ann Lee' });
  await user.click(within(row).getByRole('button', { name: /^Answer/ }));
  await waitFor(() => expect(create).toHaveBeenCalledWith({ url: 'https://mail.google.com/mail/u/0/#inbox/thread1' }));
  await user.keyboard('x');
  expect(await screen.findByText('No reply needed for that mail.')).toBeDefined();
  expect(stage.sent.at(-1)).toMatchObject({ name: 'noReplyNeeded', request: { contactId } });
});

it('snoozes until next week by keyboard', async () => {
  const stage = await threeGroups();
  const { user } = await openPopup(stage);
  await screen.findByRole('heading', { name: 'Overdue 1' });
  await user.keyboard('js');
  await user.click(article('Marta').getByRole('button', { name: 'Monday' }));
  expect(stage.sent.at(-1)).toMatchObject({ name: 'snooze', request: { untilOn: '2026-08-10' } });
});

it('finds by several words in any order, and offers to add who is not there', async () => {
  const { user } = await openPopup(await threeGroups());
  await user.keyboard('/');
  await user.keyboard('norr mar');
  expect(await screen.findByRole('heading', { name: 'Found 1' })).toBeDefined();
  expect(screen.getByRole('button', { name: /^Marta Lindqvist/ })).toBeDefined();
  await user.keyboard('{Escape}');
  await user.keyboard('Zoe Quist');
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
  await user.click(await screen.findByRole('button', { name: 'Add Zoe Quist' }));
  expect(create.mock.lastCall?.[0].url).toMatch(/\/contact\.html\?new=Zoe%20Quist$/);
});

it('opens a contact and comes back to the same line', async () => {
  const { user } = await openPopup(await threeGroups());
  await screen.findByRole('heading', { name: 'Overdue 1' });
  await user.keyboard('jjo');
  expect(await screen.findByRole('heading', { name: 'Jorge Otero' })).toBeDefined();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Jorge Otero'));
});

it.each([
  ['on an empty day says who is next', [['Priya Raman', 27]], 'Nobody is waiting.', 'Next: Priya on Friday.'],
  ['while nobody is tracked says the one thing to do', [], 'Whom do you not want to lose?', /press "\+ Track"/],
] as const)('%s', async (_, customers, title, sentence) => {
  const stage = await aStage();
  for (const [name, daysAgo] of customers) await stage.customer(name, daysAgo);
  await openPopup(stage);
  expect(await screen.findByRole('heading', { name: title })).toBeDefined();
  expect(screen.getByText(sentence)).toBeDefined();
});

it('lets everybody wait on a day off, unless asked', async () => {
  const stage = await threeGroups();
  await services.changeSettings(stage.db, { id: newId(), weekend: [2] }, stage.ours());
  const { user } = await openPopup(stage);
  expect(await screen.findByRole('heading', { name: 'It is Tuesday.' })).toBeDefined();
  expect(screen.getByText(/people can wait until tomorrow\./)).toBeDefined();
  expect(screen.queryByRole('heading', { name: /^Overdue/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Show the list' }));
  expect(await screen.findByRole('heading', { name: /^Overdue/ })).toBeDefined();
});

it('reads nothing before the consent and leads to the first-run page', async () => {
  const stage = await aStage({ consent: false });
  const create = vi.fn();
  Object.assign(fakeBrowser.tabs, { create, query: vi.fn() });
  const { user } = await openPopup(stage);
  expect(await screen.findByRole('heading', { name: 'Holdfast has not been started yet.' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'See what it does and start' }));
  expect(create.mock.calls[0]?.[0].url).toContain('/welcome.html');
  expect(fakeBrowser.tabs.query).not.toHaveBeenCalled();
});

it('shows its shell at once, while the database is still opening', async () => {
  const stage = await aStage();
  const forever = () => new Promise<never>(() => undefined);
  const { Popup } = await import('@/components/Popup');
  const { render } = await import('@testing-library/react');
  render(<Popup open={forever} />);
  expect(screen.getByRole('heading', { level: 1 })).toBeDefined();
  expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
  expect(stage.sent).toEqual([]);
});

it('shows at once what was read ahead, and lives from then on; what is gone since then never comes back', async () => {
  const stage = await threeGroups();
  const { Popup } = await import('@/components/Popup');
  const { readAhead } = await import('@/components/hooks');
  const { act, cleanup, render } = await import('@testing-library/react');
  const show = () => act(async () => void render(<Popup open={async () => stage.db} />));
  await readAhead(stage.db);
  await show();
  expect(screen.getByRole('heading', { name: 'Overdue 1' })).toBeDefined();
  await stage.db.contacts.filter(({ name }) => name === 'Marta Lindqvist').delete();
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Overdue 1' })).toBeNull());
  cleanup();
  await show();
  expect(screen.queryByRole('heading', { name: /Overdue/ })).toBeNull();
});

it('says what happened, what is safe and what to do when the data is gone, and goes on once it is repaired', async () => {
  const stage = await threeGroups();
  let damaged = true;
  const open = async () => {
    if (damaged) throw new DatabaseTrouble('empty');
    return stage.db;
  };
  stage.answers.repair = () => {
    damaged = false;
    return { text: 'Brought back what the last snapshot held.', contactIds: [] };
  };
  const { user } = await openPopup(stage, open);
  expect(await screen.findByText(/^There was data on this computer/)).toBeDefined();
  expect(screen.getByText(/^Nothing was overwritten/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Restore the last snapshot' }));
  expect(await screen.findByRole('heading', { name: 'Overdue 1' })).toBeDefined();
});

it('says when an act failed, that nothing was changed, and offers no undo for it', async () => {
  const stage = await threeGroups();
  stage.answers.logInteraction = () => {
    throw new Error('worker is gone');
  };
  const { user } = await openPopup(stage);
  await screen.findByRole('heading', { name: 'Overdue 1' });
  await user.keyboard('jlc');
  expect(await screen.findByText('Something went wrong in Holdfast. Nothing was changed.')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

it('reminds of a copy after thirty logs, and not before', async () => {
  const stage = await threeGroups();
  const settings = await stage.db.meta.get('settings');
  if (settings?.key !== 'settings') throw new Error('no settings');
  await stage.db.meta.put({ ...settings, logsSinceCopy: 29 });
  await openPopup(stage);
  await screen.findByRole('heading', { name: 'Overdue 1' });
  expect(screen.queryByText(/logs since the last copy/)).toBeNull();
  await stage.db.meta.put({ ...settings, logsSinceCopy: 30 });
  expect(await screen.findByText('30 logs since the last copy.')).toBeDefined();
});

it('says at the foot that Sent was not seen, and "Catch up" opens it', async () => {
  const stage = await threeGroups();
  const create = vi.fn();
  Object.assign(fakeBrowser.tabs, { create });
  const origin = 'https://mail.google.com';
  const mailbox = { key: 'gmail', site: 'gmail', origin, addresses: [], sentUrl: `${origin}/mail/u/0/#sent` };
  await stage.db.mailboxes.put({ ...mailbox, inboxSeenAt: stage.now - 3 * 60_000 });
  const { user } = await openPopup(stage);
  const foot = within(screen.getByRole('contentinfo'));
  expect(await foot.findByText('Inbox seen 3 min ago · Sent not seen yet')).toBeDefined();
  await user.click(foot.getByRole('button', { name: 'Catch up' }));
  await waitFor(() => expect(create).toHaveBeenCalledExactlyOnceWith({ url: mailbox.sentUrl }));
  // Somebody opened Sent: the foot follows by itself.
  await stage.db.mailboxes.put({ ...mailbox, inboxSeenAt: stage.now, sentSeenAt: stage.now });
  await waitFor(() => expect(foot.queryByRole('button', { name: 'Catch up' })).toBeNull());
});
