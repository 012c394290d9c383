import { browser } from 'wxt/browser';

export const wakeName = 'wake';
const longestPauseMs = 30 * 60_000;
const periodInMinutes = 30;
const shortestPauseMs = 30_000;

/** When to look again: at the next instant of attention, at midnight, and at least every half hour. */
export function nextWake(now: number, candidates: readonly (number | undefined)[]): number {
  const ahead = candidates.filter((at) => at !== undefined && at > now).map(Number);
  return Math.max(now + shortestPauseMs, Math.min(now + longestPauseMs, ...ahead));
}

/**
 * Plans the next look, in place of the one planned before. An update of the extension forgets alarms, so every start
 * plans again. Nothing rests on an alarm being on time: what is due is computed from the data.
 */
export async function planWake(at: number): Promise<void> {
  // Stores enforce half a minute; an unpacked extension would hide a shorter one.
  if (periodInMinutes < 0.5) throw new RangeError('alarm period below half a minute');
  await browser.alarms.create(wakeName, { when: at, periodInMinutes });
}
