import type { SightingReply } from '@/lib/messaging/protocol';
import type { SeenPerson, SiteView } from '@/lib/sites/site-adapter';

/** One row or message of the page, as last read, and what the background said of it. */
export interface Entry<View = Pick<SiteView, 'name' | 'place'>> {
  readonly view: View;
  readonly item: Element;
  people: readonly SeenPerson[];
  /** Everything that was read, as one text: equal means the same people and the same message. */
  readonly signature: string;
  replies: readonly SightingReply[];
  /** The round of questions in which `replies` came; older ones are asked for again. */
  round: number;
}

/** Read by a site's own adapter. */
export type ItemEntry = Entry<SiteView>;

/** An item that shows what it showed before keeps its replies, and an answer that is on its way still finds it. */
export function readAs<View>(
  known: Entry<View> | undefined,
  view: View,
  item: Element,
  people: readonly SeenPerson[],
): Entry<View> {
  const signature = textOf(people);
  if (known?.signature === signature) {
    known.people = people;
    return known;
  }
  return { view, item, people, signature, replies: [], round: -1 };
}

/** Everything that was read of an item, as one text. */
export function textOf(people: readonly SeenPerson[]): string {
  return people.map(({ sighting }) => JSON.stringify(sighting)).join('\n');
}
