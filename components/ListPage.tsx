import { useMemo, useState } from 'react';
import { civilDate } from '@/lib/core/calendar';
import { whenPhrase } from '@/lib/core/day-words';
import type { Contact } from '@/lib/core/model';
import { firstName } from '@/lib/core/wording';
import { countText, numberText, phrase, text } from '@/lib/extension/text';
import { ListFilters } from './ListFilters';
import { ListKeys } from './ListKeys';
import { ListPeople } from './ListPeople';
import { type Moment, useMoment } from './moment';
import { PlansFile } from './PlansFile';
import { StateNote } from './StateNote';
import { choicesOf, fitting, type ListFilter, waitingOf } from './whole-list';
import type { WaitingRead } from './whole-list-queries';

/** Lines that are drawn at first, and more at each "Show more". */
const step = 200;

/** Everybody who waits, narrowed by filters and drawn part by part. */
export function ListPage({ read }: { readonly read: WaitingRead }) {
  const moment = useMoment();
  const [filter, setFilter] = useState<ListFilter>({});
  const [limit, setLimit] = useState(step);
  const waiting = useMemo(() => waitingOf(read, moment), [read, moment]);
  const people = useMemo(() => fitting(waiting, filter), [waiting, filter]);
  const narrow = (wanted: ListFilter) => {
    setFilter(wanted);
    setLimit(step);
  };
  const drawn = Math.min(limit, people.length);
  const nobody = <Nobody upcoming={read.upcoming} moment={moment} />;
  return (
    <>
      {waiting.length > 0 && (
        <>
          <p className="whole-count" role="status">
            {countOf(drawn, people.length, read.capped)}
          </p>
          <ListFilters choices={choicesOf(waiting, filter)} filter={filter} onFilter={narrow} />
        </>
      )}
      <ListPeople
        people={people}
        drawn={drawn}
        interactions={read.interactions}
        onMore={() => setLimit(limit + step)}
      />
      {people.length === 0 && (waiting.length > 0 ? <NobodyFits onEverybody={() => narrow({})} /> : nobody)}
      <PlansFile />
      {people.length > 0 && <ListKeys />}
    </>
  );
}

/** "3 people", "Showing 200 of 1,000". */
function countOf(drawn: number, all: number, capped: boolean): string {
  if (drawn < all) return text('listShowing', drawn, numberText(all, capped));
  return countText(all, 'peopleOne', 'peopleOther');
}

/** An empty list is a success; it says who is next. */
function Nobody({ upcoming, moment }: { readonly upcoming?: Contact; readonly moment: Moment }) {
  if (upcoming?.attentionAt === undefined) return <StateNote title={text('emptyTitle')} />;
  const when = whenPhrase(civilDate(upcoming.attentionAt, moment.timeZone), moment);
  return (
    <StateNote title={text('emptyTitle')}>
      <p>{text('emptyNext', firstName(upcoming.name), typeof when === 'string' ? when : phrase(when))}</p>
    </StateNote>
  );
}

function NobodyFits({ onEverybody }: { readonly onEverybody: () => void }) {
  const everybody = (
    <button type="button" className="button" onClick={onEverybody}>
      {text('listShowAll')}
    </button>
  );
  return <StateNote title={text('listEmpty')} action={everybody} />;
}
