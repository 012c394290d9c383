import { render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { Options } from '@/components/Options';
import type { Stage } from './popup';

export const sources = {
  publicHolidays: () => import('@/lib/holidays/public-holidays'),
  calendarFile: () => import('@/lib/holidays/calendar-file'),
};

/** Opens the settings in their tab and waits until they have read what they show. */
export async function openOptions(stage: Stage): Promise<UserEvent> {
  const user = userEvent.setup({ advanceTimers: () => undefined });
  render(<Options open={async () => stage.db} sources={sources} />);
  await screen.findByRole('heading', { name: 'Cadences' });
  return user;
}
