import { expect, it } from 'vitest';
import { snoozeChoices } from './snooze-choices';

const labels = (today: string, weekend: readonly number[] = [0, 6]) =>
  snoozeChoices({ today, locale: 'en-GB' }, { weekend, holidays: [] }).map(({ label, on }) => [
    typeof label === 'string' ? label : label.key,
    on,
  ]);

it('offers tomorrow, Monday, two weeks and a month on a Tuesday', () => {
  expect(labels('2026-08-04')).toEqual([
    ['snoozeTomorrow', '2026-08-05'],
    ['Monday', '2026-08-10'],
    ['snoozeInTwoWeeks', '2026-08-18'],
    ['snoozeInAMonth', '2026-09-04'],
  ]);
});

it('names the next working day on a Friday, and each day once', () => {
  expect(labels('2026-08-07').map(([label]) => label)).toEqual(['Monday', 'snoozeInTwoWeeks', 'snoozeInAMonth']);
  expect(labels('2026-08-09')[0]).toEqual(['snoozeTomorrow', '2026-08-10']);
});

it('ends on no day off where Friday and Saturday are free', () => {
  for (const [, on] of labels('2026-08-06', [5, 6])) expect([5, 6]).not.toContain(new Date(`${on}`).getUTCDay());
});
