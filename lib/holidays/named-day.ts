import type { CalendarDate } from '@/lib/core/model';

/** A day off, and what it is called where that is known. */
export interface NamedDay {
  readonly on: CalendarDate;
  readonly name: string;
}

/** In order, each day once: of several names the first. */
export function inOrder(days: readonly NamedDay[]): readonly NamedDay[] {
  const names = new Map<CalendarDate, string>();
  for (const { on, name } of days) if (!names.has(on)) names.set(on, name);
  return [...names].map(([on, name]) => ({ on, name })).sort((a, b) => (a.on < b.on ? -1 : 1));
}
