import { render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Options } from '@/components/Options';
import type { Stage } from './popup';

export const sources = {
  publicHolidays: () => import('@/lib/holidays/public-holidays'),
  calendarFile: () => import('@/lib/holidays/calendar-file'),
};

const gmail = ['https://mail.google.com/*'];
const permissionsOf = (granted: readonly string[]) => ({ getAll: async () => ({ origins: [...gmail, ...granted] }) });

/**
 * Opens the settings in their tab and waits until they have read what they show. `permissions`: what the browser answers
 * of sites beside Gmail; none are granted.
 */
export async function openOptions(stage: Stage, permissions: object = permissionsOf([])): Promise<UserEvent> {
  Object.assign(fakeBrowser, { permissions });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ content_scripts: [{ matches: gmail }] }) });
  document.title = 'Settings';
  const user = userEvent.setup({ advanceTimers: () => undefined });
  render(<Options open={async () => stage.db} sources={sources} />);
  await screen.findByRole('heading', { name: 'Cadences' });
  return user;
}
