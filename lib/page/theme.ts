import type { ContactStatus } from '@/lib/core/model';
import type { IconName } from './icons';

export type Theme = 'light' | 'dark';

/** Colour pair and icon of each status; the words come from the background. */
export const statusLook: Readonly<Record<ContactStatus, { readonly tone: string; readonly icon: IconName }>> = {
  'on-track': { tone: 'ok', icon: 'check' },
  planned: { tone: 'ok', icon: 'meeting' },
  due: { tone: 'due', icon: 'clock' },
  overdue: { tone: 'over', icon: 'alert' },
  'reply-owed': { tone: 'owed', icon: 'reply' },
  fading: { tone: 'fade', icon: 'fade' },
  unseen: { tone: 'idle', icon: 'unseen' },
  paused: { tone: 'idle', icon: 'pause' },
  lost: { tone: 'idle', icon: 'cross' },
};

/** The page's theme at this place: light text stands on a dark ground, whatever the system prefers. */
export function themeAt(element: Element): Theme {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(Number);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 140 ? 'dark' : 'light';
}
