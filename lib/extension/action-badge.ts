import { browser } from 'wxt/browser';
import type { ContactStatus } from '@/lib/core/model';
import { countText, text } from './text';

/** What the toolbar button shows. */
export interface Tally {
  readonly count: number;
  /** How the worst of them stands; colours the count. */
  readonly worst?: ContactStatus;
}

/** Grounds for white figures, from the palette's light theme. */
const colours: Readonly<Partial<Record<ContactStatus, string>>> = {
  'reply-owed': '#17578f',
  fading: '#5d4a8b',
  overdue: '#a5301b',
  due: '#855400',
};
const quiet = '#0e5a53';
const most = 99;

export async function showTally({ count, worst }: Tally): Promise<void> {
  const words = count === 0 ? '' : count > most ? `${most}+` : String(count);
  await paint(words, titleOf(count, words), (worst && colours[worst]) ?? quiet);
}

/** The same figure as on the button: what is counted ends where it does. */
function titleOf(count: number, words: string): string {
  if (count === 0) return text('actionTitle');
  return count > most ? text('actionTitleOther', words) : countText(count, 'actionTitleOne', 'actionTitleOther');
}

/** The database is in trouble: no count, which would be a lie, but a mark. */
export async function showTrouble(): Promise<void> {
  await paint('!', text('actionTitleTrouble'), colours.overdue ?? quiet);
}

async function paint(words: string, title: string, color: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: words }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title }),
  ]);
}
