import { useCallback, useEffect, useState } from 'react';
import type { Settings } from '@/lib/core/settings';
import { isTurnedOff } from '@/lib/core/site-switch';
import { type ActivePage, activePage, askWhoIsHere } from '@/lib/extension/tabs';
import { send } from '@/lib/messaging/client';
import { newId } from '@/lib/messaging/new-id';
import type { SortedPerson } from '@/lib/messaging/protocol';

/** The page behind the popup: `silent` means that nobody was found on it. */
export type PageSight =
  | { readonly state: 'asking' }
  /** No page an extension may read, such as a new tab. */
  | { readonly state: 'none' }
  | { readonly state: 'not-granted'; readonly page: ActivePage; readonly origin: string }
  /** The user has turned Holdfast off there. */
  | { readonly state: 'off'; readonly origin: string }
  | { readonly state: 'silent' }
  | {
      readonly state: 'people';
      readonly untracked: readonly SortedPerson[];
      readonly writing: readonly SortedPerson[];
    };

/** A page that knows Holdfast answers at once. */
const patienceMs = 1_500;

/** Asks the active tab, frame by frame, who is on it, unless its origin is `off`. `again` asks anew. */
export function usePeopleOnPage(off: Settings['offOrigins']): {
  readonly sight: PageSight;
  readonly again: () => void;
} {
  const [sight, setSight] = useState<PageSight>({ state: 'asking' });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    const stop = new AbortController();
    void look(stop.signal, off, (next) => {
      if (!stop.signal.aborted) setSight(next);
    });
    return () => stop.abort();
  }, [round, off]);
  return { sight, again: useCallback(() => setRound((count) => count + 1), []) };
}

async function look(signal: AbortSignal, off: Settings['offOrigins'], show: (sight: PageSight) => void): Promise<void> {
  const page = await activePage().catch(() => undefined);
  if (signal.aborted) return;
  if (!page?.origin) return show({ state: 'none' });
  if (!page.granted) return show({ state: 'not-granted', page, origin: page.origin });
  if (isTurnedOff(off, page.origin)) return show({ state: 'off', origin: page.origin });
  const found = new Set<string>();
  const writtenTo = new Set<string>();
  const silence = setTimeout(() => show({ state: 'silent' }), patienceMs);
  const stopAsking = askWhoIsHere(page.tabId, newId(), ({ mailboxes, writing }) => {
    for (const mailbox of mailboxes) found.add(mailbox);
    for (const mailbox of writing) writtenTo.add(mailbox);
    if (found.size === 0) return;
    clearTimeout(silence);
    void sort([...found], [...writtenTo]).then(show, () => show({ state: 'silent' }));
  });
  signal.addEventListener('abort', () => {
    clearTimeout(silence);
    stopAsking();
  });
}

async function sort(mailboxes: string[], writing: string[]): Promise<PageSight> {
  const people = await send('sortPeople', { mailboxes, writing });
  return {
    state: 'people',
    untracked: people.filter((person) => person.state === 'untracked'),
    writing: people.filter((person) => person.facts),
  };
}
