import { render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { ContactTab } from '@/components/ContactTab';
import type { Stage } from './popup';

/** Opens a contact in its tab and waits until it has read what it shows. */
export async function openTab(stage: Stage, contactId: string, wording?: string): Promise<UserEvent> {
  const user = userEvent.setup({ advanceTimers: () => undefined });
  render(<ContactTab open={async () => stage.db} contactId={contactId} wording={wording} />);
  await screen.findByRole('heading', { level: 1 });
  return user;
}

/** The part of the page under that heading. */
export function part(name: string) {
  const region = screen.getByRole('heading', { name }).closest('section');
  if (!region) throw new Error(`no part ${name}`);
  return within(region);
}

export async function undo(user: UserEvent): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
}

/** What axe complains about. Colours need a real browser. */
export async function violations(): Promise<string[]> {
  document.documentElement.lang = 'en';
  const result = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
