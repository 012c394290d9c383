import { useEffect, useRef, useState } from 'react';
import { type PageInFront, type PageWatch, watchPage } from '@/lib/extension/page-watch';
import { send } from '@/lib/messaging/client';
import { newId } from '@/lib/messaging/new-id';
import type { SortedPerson } from '@/lib/messaging/protocol';

/** The page in front of the side panel, and who of it is tracked. */
export type PageView =
  | Exclude<PageInFront, { readonly state: 'answered' }>
  | {
      readonly state: 'people';
      readonly origin?: string;
      readonly contactIds: readonly string[];
      /** Those of them in an open mail or record, not only in a list. */
      readonly openIds: readonly string[];
      readonly untracked: readonly SortedPerson[];
    };

type Answered = Extract<PageInFront, { readonly state: 'answered' }>;

/** One message takes no more. */
const mostPeople = 500;

/** Follows the page in front for as long as this stands. `again` asks it once more. */
export function usePageInFront(): { readonly view: PageView; readonly again: () => void } {
  const [view, setView] = useState<PageView>({ state: 'asking' });
  const watch = useRef<PageWatch>(undefined);
  useEffect(() => {
    let newest = 0;
    const show = async (page: PageInFront) => {
      const own = ++newest;
      const next = page.state === 'answered' ? await sorted(page) : page;
      if (own === newest) setView(next);
    };
    const started = watchPage(newId, (page) => void show(page));
    watch.current = started;
    return () => {
      newest = -1;
      started.stop();
    };
  }, []);
  const [again] = useState(() => () => watch.current?.again());
  return { view, again };
}

/** Those in an open mail come first, then those to whom one is being written, then as the page has them. */
async function sorted({ origin, mailboxes, writing, contactIds, openIds }: Answered): Promise<PageView> {
  const asked = [...new Set([...writing, ...mailboxes])].slice(0, mostPeople);
  try {
    const people = await send('sortPeople', { mailboxes: asked });
    const found = people.map((person) => person.contactId).filter((id) => id !== undefined);
    const untracked = people.filter(({ state }) => state === 'untracked');
    return {
      state: 'people',
      origin,
      contactIds: [...new Set([...openIds, ...found, ...contactIds])],
      openIds,
      untracked,
    };
  } catch {
    return { state: 'silent' };
  }
}
