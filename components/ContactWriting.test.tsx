// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { services } from '@/lib/services/services';
import { openTab as openTabOf, part, undo, violations } from '@/tests/support/contact-tab';
import { aStage, type Stage } from '@/tests/support/popup';

let stage: Stage;
let marta: string;
/** Tuesday; Marta was called six weeks ago and has written nothing since. */
beforeEach(async () => {
  stage = await aStage();
  stage.answers.insertText = () => ({ inserted: true, where: 'editor' });
  marta = await stage.customer('Marta Lindqvist', 42, { company: 'Norrsken', mail: 'marta@norrsken.example' });
  location.hash = '';
});
const openTab = async (wording?: string) => {
  const user = await openTabOf(stage, marta, wording);
  await screen.findByRole('heading', { name: 'Write to Marta' });
  return user;
};
const box = () => part('Write to Marta');
const words = () => box().getByRole<HTMLTextAreaElement>('textbox', { name: 'Ready wording' });
const insertButton = () => box().getByRole('button', { name: 'Put into the mail' });
const chosen = () => box().getByRole<HTMLSelectElement>('combobox', { name: 'Wording' }).selectedOptions[0]?.text;
const inserted = () => stage.sent.filter(({ name }) => name === 'insertText').map(({ request }) => request);
const settings = (wanted: object) => services.changeSettings(stage.db, { id: newId(), ...wanted }, stage.ours());

describe('the wording of the situation at hand', () => {
  it('is filled with what is known of the contact, and goes into the mail', async () => {
    await settings({ ownName: 'Jonas Falk' });
    await stage.mailFrom(marta, 40, 'Re: Spring order');
    const user = await openTab();
    expect(chosen()).toBe('Answer to their message');
    expect(words().value).toContain('Hi Marta,\n\nThank you for your message about Spring order');
    expect(words().value).toMatch(/Kind regards,\nJonas Falk$/);
    await user.type(box().getByRole('textbox', { name: 'Your answer' }), 'Yes, it holds.');
    await user.click(insertButton());
    expect(inserted()).toEqual([
      { contactId: marta, subject: 'Spring order', text: expect.stringContaining('Yes, it holds.') },
    ]);
    expect(await screen.findByText('It is in the mail you are writing. Nothing was sent.')).toBeDefined();
  });

  it('refuses while a field has nothing to stand for, and says which', async () => {
    const user = await openTab();
    await user.selectOptions(box().getByRole('combobox', { name: 'Wording' }), 'After a meeting');
    expect(words().value).toContain('as I understood it: {{agreed}}.');
    expect(box().getByText('First fill in: What you agreed.')).toBeDefined();
    expect(insertButton()).toHaveProperty('disabled', true);
    expect(box().getByRole('button', { name: 'Copy' })).toHaveProperty('disabled', true);
    await user.type(box().getByRole('textbox', { name: 'What you agreed' }), 'ten chairs');
    expect(words().value).toContain('as I understood it: ten chairs.');
    expect(box().queryByText(/First fill in/)).toBeNull();
    await user.clear(words());
    await user.type(words(), 'Hi {{{{price}}');
    expect(box().getByText('First fill in: {{price}}.')).toBeDefined();
    expect(insertButton()).toHaveProperty('disabled', true);
  });

  it('refuses for a subject too, until that is changed', async () => {
    const own = { id: newId(), name: 'Tea', subject: 'About {{slip|tea}}', text: 'Tea?' };
    await settings({ templates: [own] });
    const user = await openTab(own.id);
    expect(box().getByText('First fill in: {{slip}}.')).toBeDefined();
    await user.clear(box().getByRole('textbox', { name: 'Subject of a new mail' }));
    expect(insertButton()).toHaveProperty('disabled', false);
    await user.click(insertButton());
    expect(inserted()).toEqual([{ contactId: marta, text: 'Tea?' }]);
  });

  it('takes up the topic of the newest mail, answered or not', async () => {
    await stage.mailFrom(marta, 3, 'Re: Spring order');
    const interactionId = (await stage.db.contacts.get(marta))?.clock.owed?.interactionId ?? '';
    await services.noReplyNeeded(stage.db, { id: newId(), contactId: marta, interactionId }, stage.ours());
    const user = await openTab();
    await user.selectOptions(box().getByRole('combobox', { name: 'Wording' }), 'Take up what they wrote');
    expect(words().value).toContain('I read your message about Spring order once more');
  });

  it('fills in a field that is written by hand, and keeps what was typed when the situation changes', async () => {
    const user = await openTab();
    expect(chosen()).toBe('After a call');
    await user.clear(words());
    await user.type(words(), 'Dear {{{{firstName}}');
    expect(words().value).toBe('Dear Marta');
    await stage.mailFrom(marta, 1, 'Chairs');
    await waitFor(() => expect(screen.getByText('Reply owed')).toBeDefined());
    expect(words().value).toBe('Dear Marta');
  });

  it.each([
    [{ inserted: true, where: 'compose' }, 'A new mail was opened with it. Nothing was sent.', false],
    [{ inserted: false, where: 'compose' }, 'Copied. A new mail was opened in the next tab: paste it there.', true],
    [{ inserted: false, where: 'nowhere' }, 'Copied. No mail is open here: paste it into yours.', true],
  ])('says where it went: %j', async (reply, said, copied) => {
    stage.answers.insertText = () => reply;
    const user = await openTab();
    await navigator.clipboard.writeText('before');
    await user.selectOptions(box().getByRole('combobox', { name: 'Wording' }), 'How are you?');
    await user.click(insertButton());
    expect(await screen.findByText(said)).toBeDefined();
    expect(await navigator.clipboard.readText()).toBe(copied ? words().value : 'before');
  });

  it('says so where the browser lets nothing be copied', async () => {
    stage.answers.insertText = () => ({ inserted: false, where: 'nowhere' });
    const user = await openTab();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not in front'));
    await user.selectOptions(box().getByRole('combobox', { name: 'Wording' }), 'How are you?');
    await user.click(insertButton());
    expect(await screen.findByText(/^Your browser did not let it be copied/)).toBeDefined();
  });
});

describe('the choice', () => {
  it('has the user’s own beside the others, and begins with the one somebody was led here for', async () => {
    const own = { id: newId(), name: 'A cup of tea', text: 'Tea, {{firstName|there}}?' };
    await settings({ templates: [own] });
    const user = await openTab('renewal-60');
    expect(chosen()).toBe('Renewal, two months ahead');
    const groups = [...document.querySelectorAll('optgroup')].map((one) => one.label);
    expect(groups).toEqual(['Fits now', 'Your own', 'Every day', 'Occasions']);
    await user.selectOptions(box().getByRole('combobox', { name: 'Wording' }), 'A cup of tea');
    expect(words().value).toBe('Tea, Marta?');
    expect(box().queryByRole('textbox', { name: 'Subject of a new mail' })).toBeNull();
  });

  it('offers none of itself to somebody who rests, and nothing of new business while a recovery is open', async () => {
    await services.openRecovery(stage.db, { id: newId(), contactId: marta, what: 'Late.' }, stage.ours());
    await openTab();
    expect(box().getByRole('link', { name: 'Go on with the recovery' }).getAttribute('href')).toMatch(
      /^recovery\.html\?id=/,
    );
    expect(chosen()).toBe('Choose a wording');
    expect(box().queryByRole('textbox')).toBeNull();
    const names = within(box().getByRole('combobox')).getAllByRole('option');
    expect(names.filter(({ textContent }) => /Renewal|referral/.test(textContent ?? ''))).toEqual([]);
  });

  it('does not put into a mail to the contact what is written to somebody else', async () => {
    const user = await openTab();
    await user.selectOptions(box().getByRole('combobox', { name: 'Wording' }), 'Who follows?');
    expect(box().getByText('This one goes to somebody else. Copy it into a mail to them.')).toBeDefined();
    expect(box().queryByRole('button', { name: 'Put into the mail' })).toBeNull();
  });
});

it('is where `#write` leads, even though the page is read first', async () => {
  const scrolled = vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockReturnValue();
  location.hash = '#write';
  await openTab();
  await waitFor(() => expect(scrolled.mock.contexts).toEqual([document.getElementById('write')]));
});

it('undo of an act leaves what is being written alone', async () => {
  const user = await openTab();
  await user.clear(words());
  await user.type(words(), 'Hello');
  await user.click(screen.getByRole('button', { name: 'Chat' }));
  await undo(user);
  expect(words().value).toBe('Hello');
});

it.each(['After a meeting', 'How are you?', 'Who follows?'])('nothing to complain about: %s', async (name) => {
  const user = await openTab();
  await user.selectOptions(box().getByRole('combobox', { name: 'Wording' }), name);
  await waitFor(() => expect(document.title).toContain('Marta'));
  expect(await violations()).toEqual([]);
});
