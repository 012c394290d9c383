import type { PeopleAnswer } from '@/lib/messaging/protocol';
import type { Entry } from './entries';
import type { World } from './world';

type People = Omit<PeopleAnswer, 'name' | 'token'>;

const mostPeople = 500;

/** Everybody in these entries, and those to whom a mail is being written. */
export function peopleIn(entries: Iterable<Entry>, written: readonly string[]): People {
  const all = [...entries];
  const shown = all.flatMap(({ people }) => people.map(({ sighting }) => sighting.mailbox));
  const writing = written.slice(0, mostPeople);
  const open = all.filter(({ view }) => view.name !== 'list');
  return { mailboxes: few([...shown, ...writing]), writing, contactIds: idsIn(all), openIds: idsIn(open) };
}

function idsIn(entries: readonly Entry[]): readonly string[] {
  const known = entries.flatMap(({ replies }) => replies.flatMap((one) => (one.state === 'tracked' ? one.badge : [])));
  return few(known.map(({ contactId }) => contactId));
}

function few(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].slice(0, mostPeople);
}

/** A page that never rests is compared so often and no oftener. */
const pause = 200;

/**
 * Tells whoever asks who is on the page, and once more when that no longer holds. Popups come and go unheard, so nobody
 * is told twice without having asked again, and where nobody asks nothing is compared.
 */
export class PeopleHere {
  #said: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `people`: reads the page once more if `isFresh`, else says what is known. */
  constructor(
    private readonly world: World,
    private readonly people: (isFresh: boolean) => People,
  ) {}

  tell(token: string): void {
    const people = this.people(true);
    this.#said = JSON.stringify(people);
    this.world.answer({ name: 'peopleOnPage', token, ...people });
  }

  /** The page has changed in some way. */
  note(): void {
    if (this.#said === undefined) return;
    this.#timer ??= setTimeout(() => this.#compare(), pause);
  }

  /** The page goes away, and everybody with it. */
  leave(): void {
    const { world } = this;
    if (this.#said === undefined || !world.isAlive()) return;
    this.#said = undefined;
    world.answer({ name: 'peopleChanged' });
  }

  #compare(): void {
    this.#timer = undefined;
    if (this.#said !== JSON.stringify(this.people(false))) this.leave();
  }
}
