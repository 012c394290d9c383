import { useId, useState } from 'react';
import { countText, text } from '@/lib/extension/text';
import type { RequestOf, SortedPerson } from '@/lib/messaging/protocol';
import { Icon } from './Icon';
import { PersonLine, type TrackAs } from './PersonLine';

/** Lines shown before "Show all". */
const shown = 4;

export type TrackedPerson = RequestOf<'track'>['people'][number];

interface PeopleOnPageProps {
  /** People on the page who are not tracked. */
  readonly people: readonly SortedPerson[];
  /** Starts as one line, where the list below matters more. */
  readonly folded: boolean;
  readonly onTrack: (people: readonly TrackedPerson[]) => void;
}

/** Who is on the page in view and not tracked: tick several, one press tracks them. */
export function PeopleOnPage({ people, folded, onTrack }: PeopleOnPageProps) {
  const titleId = useId();
  const [open, setOpen] = useState(!folded);
  const [all, setAll] = useState(false);
  const [ticked, setTicked] = useState<ReadonlyMap<string, TrackAs>>(new Map());
  const chosen = people.flatMap((person) => {
    const as = ticked.get(person.address);
    return as ? [{ person, as }] : [];
  });
  const ready = chosen.every(({ as }) => !needsContact(as) || as.of);
  const allTicked = chosen.length === people.length;
  const set = (address: string, as: TrackAs | undefined) => {
    const next = new Map(ticked);
    if (as) next.set(address, as);
    else next.delete(address);
    setTicked(next);
  };
  const tickAll = () => {
    setAll(true);
    setTicked(new Map(allTicked ? [] : people.map(({ address }) => [address, ticked.get(address) ?? customer])));
  };
  const track = () => onTrack(chosen.map(({ person, as }) => requestFor(person, as)));
  if (!open) {
    return (
      <button type="button" className="fold" aria-expanded="false" onClick={() => setOpen(true)}>
        {countText(people.length, 'peopleFoldedOne', 'peopleFoldedOther')} <Icon name="open" size={12} />
      </button>
    );
  }
  return (
    <section className="card people" aria-labelledby={titleId}>
      <div className="card-head">
        <h2 id={titleId}>{text('peopleOnPage')}</h2>
        {people.length > 1 && (
          <button type="button" className="link-button" onClick={tickAll}>
            {text(allTicked ? 'selectNone' : 'selectAll')}
          </button>
        )}
      </div>
      <ul>
        {(all ? people : people.slice(0, shown)).map((person) => (
          <PersonLine
            key={person.address}
            person={person}
            as={ticked.get(person.address)}
            onChange={(as) => set(person.address, as)}
          />
        ))}
      </ul>
      {!all && people.length > shown && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {text('showAllPeople', people.length)}
        </button>
      )}
      {chosen.length > 0 && (
        <button type="button" className="button button-primary" disabled={!ready} onClick={track}>
          {countText(chosen.length, 'trackPeopleOne', 'trackPeopleOther')}
        </button>
      )}
    </section>
  );
}

const customer: TrackAs = { as: 'customer' };

function needsContact({ as }: TrackAs): boolean {
  return as === 'address-of' || as === 'assistant-of';
}

function requestFor({ mailbox }: SortedPerson, { as, of }: TrackAs): TrackedPerson {
  return { mailbox, as, ofContactId: needsContact({ as }) ? of?.id : undefined };
}
