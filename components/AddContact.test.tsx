// @vitest-environment happy-dom
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { ContactTab } from '@/components/ContactTab';
import { violations } from '@/tests/support/contact-tab';
import { aStage, type Stage } from '@/tests/support/popup';

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});

it('adds a contact by hand, under the name that was searched for, and goes on to its page', async () => {
  const user = userEvent.setup({ advanceTimers: () => undefined });
  const assign = vi.spyOn(location, 'assign').mockImplementation(() => undefined);
  render(<ContactTab open={async () => stage.db} contactId="" newName="Zoe Quist" />);
  expect(await screen.findByRole('heading', { name: 'Add contact' })).toBeDefined();
  expect(document.title).toBe('Add contact');
  expect(await violations()).toEqual([]);
  const name = screen.getByRole('textbox', { name: 'Name' });
  expect(name).toHaveProperty('value', 'Zoe Quist');
  expect(document.activeElement).toBe(name);
  await user.type(screen.getByRole('textbox', { name: 'Mail address' }), 'zoe@quist.example');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Stage' }), 'Lead');
  await user.click(screen.getByRole('button', { name: 'Add contact' }));
  await waitFor(() => expect(assign).toHaveBeenCalled());
  const [contact] = await stage.db.contacts.toArray();
  expect(contact).toMatchObject({ name: 'Zoe Quist', stage: 'lead' });
  expect(assign).toHaveBeenCalledWith(`?id=${contact?.id}`);
});
