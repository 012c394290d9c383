// @vitest-environment happy-dom
import { waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { services } from '@/lib/services/services';
import { part as partOf, undo, violations } from '@/tests/support/contact-tab';
import { openOptions } from '@/tests/support/options-tab';
import { aStage, type Stage } from '@/tests/support/popup';

let stage: Stage;
/** Tuesday, 4 August 2026. */
beforeEach(async () => {
  stage = await aStage();
});
const part = () => partOf('Your wording');
const stored = async () => {
  const row = await stage.db.meta.get('settings');
  return row?.key === 'settings' ? row : undefined;
};
const field = (name: string) => part().getByRole<HTMLTextAreaElement>('textbox', { name });
const preview = () => part().getByRole('region', { name: 'What Ann Lee would get' });
const save = (user: UserEvent) => user.click(part().getByRole('button', { name: 'Save the wording' }));
const own = [
  { id: newId(), name: 'Tea', subject: 'A cup of tea', text: 'Hi {{firstName|there}}, tea?' },
  { id: newId(), name: 'Lunch', text: 'Lunch?' },
];
const give = () => services.changeSettings(stage.db, { id: newId(), templates: own }, stage.ours());

describe('own wording', () => {
  it('is written, with what an invented contact would get beside it', async () => {
    const user = await openOptions(stage);
    await user.click(part().getByRole('button', { name: 'Write a new one' }));
    await user.type(field('Name in the list'), 'Tea');
    await user.type(field('Subject of a new mail (optional)'), 'About {{{{lastTopic|us}}');
    await user.type(field('Text'), 'Hi {{{{firstName|there}}, {{{{answer}} {{{{nickname|you}} ');
    expect(within(preview()).getByText('About Spring order')).toBeDefined();
    expect(within(preview()).getByText('Hi Ann, {{answer}} {{nickname|you}}')).toBeDefined();
    expect(within(preview()).getByText('For you to fill in each time: Your answer.')).toBeDefined();
    expect(part().getByText(/^Holdfast knows no field \{\{nickname\}\}\./)).toBeDefined();
    await save(user);
    const template = { name: 'Tea', subject: 'About {{lastTopic|us}}', id: expect.any(String) };
    const text = 'Hi {{firstName|there}}, {{answer}} {{nickname|you}}';
    await waitFor(async () => expect((await stored())?.templates).toEqual([{ ...template, text }]));
    expect(await part().findByRole('button', { name: 'Edit “Tea”' })).toBeDefined();
    expect(part().queryByRole('textbox', { name: 'Text' })).toBeNull();
    await undo(user);
    await waitFor(async () => expect((await stored())?.templates).toBeUndefined());
  });

  it('can begin with one that comes with Holdfast', async () => {
    const user = await openOptions(stage);
    await user.click(part().getByRole('button', { name: 'Write a new one' }));
    await user.selectOptions(part().getByRole('combobox', { name: 'Begin with' }), 'How are you?');
    expect(field('Text').value).toMatch(/^Hi \{\{firstName\|there\}\},/);
    expect(preview().textContent).toContain('We were last in touch on Friday');
    expect(part().queryByRole('combobox', { name: 'Begin with' })).toBeNull();
  });

  it('has every field in a list, and a press writes it at the caret', async () => {
    await give();
    const user = await openOptions(stage);
    await user.click(part().getByRole('button', { name: 'Edit “Lunch”' }));
    field('Text').setSelectionRange(0, 5);
    await user.click(part().getByText('Fields you can use'));
    await user.click(part().getByRole('button', { name: '{{company}}' }));
    expect(field('Text').value).toBe('{{company}}?');
    expect(within(preview()).getByText('Cedar & Sons?')).toBeDefined();
    expect(part().getAllByRole('button', { name: /^\{\{\w+\}\}$/ })).toHaveLength(27);
  });

  it('is changed in its place, without touching the others, and deleted; undo brings it back', async () => {
    await give();
    const user = await openOptions(stage);
    await user.click(part().getByRole('button', { name: 'Edit “Tea”' }));
    await user.clear(field('Subject of a new mail (optional)'));
    await user.clear(field('Name in the list'));
    await save(user);
    expect((await stored())?.templates).toEqual(own);
    await user.type(field('Name in the list'), '  Green tea ');
    await save(user);
    const { subject: _, ...tea } = { ...own[0], subject: '', name: 'Green tea' };
    await waitFor(async () => expect((await stored())?.templates).toEqual([tea, own[1]]));
    await user.click(await part().findByRole('button', { name: 'Delete “Green tea”' }));
    await waitFor(async () => expect((await stored())?.templates).toEqual([own[1]]));
    await undo(user);
    await waitFor(async () => expect((await stored())?.templates).toEqual([tea, own[1]]));
    expect(await part().findByRole('button', { name: 'Edit “Green tea”' })).toBeDefined();
  });

  it('is left as it was by "Discard"', async () => {
    await give();
    const user = await openOptions(stage);
    await user.click(part().getByRole('button', { name: 'Edit “Tea”' }));
    await user.type(field('Text'), ' Now?');
    await user.click(part().getByRole('button', { name: 'Discard' }));
    expect(part().queryByRole('textbox', { name: 'Text' })).toBeNull();
    expect((await stored())?.templates).toEqual(own);
  });
});

it('keeps how the user signs, and forgets it again', async () => {
  const user = await openOptions(stage);
  await user.type(field('How you sign'), ' Jonas Falk ');
  await user.click(part().getByRole('button', { name: 'Save' }));
  await waitFor(async () => expect((await stored())?.ownName).toBe('Jonas Falk'));
  await waitFor(() => expect(field('How you sign').value).toBe('Jonas Falk'));
  await user.clear(field('How you sign'));
  await user.click(part().getByRole('button', { name: 'Save' }));
  await waitFor(async () => expect((await stored())?.ownName).toBeUndefined());
});

it('nothing to complain about, with a wording open and every field in sight', async () => {
  await give();
  const user = await openOptions(stage);
  await user.click(part().getByRole('button', { name: 'Edit “Tea”' }));
  await user.click(part().getByText('Fields you can use'));
  await user.type(field('Text'), '{{{{slip}}');
  document.title = 'Holdfast';
  expect(await violations()).toEqual([]);
});
