import { useEffect, useMemo, useRef, useState } from 'react';
import type { Interaction } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { namedIn, rowOf } from './agenda-rows';
import { BulkBar, type BulkPart } from './BulkBar';
import { ListLine } from './ListLine';
import { useMoment } from './moment';
import { type BulkWhat, endsTheWait, useBulk } from './use-bulk';
import { useSelection } from './use-selection';
import { useWholeKeys } from './use-whole-keys';
import type { Waiting } from './whole-list';

interface ListPeopleProps {
  /** Everybody who fits. */
  readonly people: readonly Waiting[];
  /** How many of them have a line. */
  readonly drawn: number;
  readonly interactions: ReadonlyMap<string, Interaction>;
  readonly onMore: () => void;
}

/** The lines of those who fit, and what to do with the selected ones, drawn or not. */
export function ListPeople({ people, drawn, interactions, onMore }: ListPeopleProps) {
  const list = useRef<HTMLUListElement>(null);
  const [part, setPart] = useState<BulkPart>();
  const ids = useMemo(() => people.map(({ contact }) => contact.id), [people]);
  const selection = useSelection(ids);
  const bulk = useBulk(selection);
  const lines = useLines(people, drawn, interactions);
  const keys = useWholeKeys({
    ids: useMemo(() => ids.slice(0, drawn), [ids, drawn]),
    list,
    hasSelection: selection.ids.length > 0,
    onToggle: selection.toggle,
    onClear: selection.clear,
    part,
    onPart: setPart,
  });
  const run = async (what: BulkWhat, only?: readonly string[]) => {
    if (endsTheWait(what)) setPart(undefined);
    keys.followFocus();
    await bulk.run(what, only);
  };
  useEffect(() => {
    if (selection.ids.length === 0) setPart(undefined);
  }, [selection.ids.length]);
  if (people.length === 0) return null;
  return (
    <div className="whole-box">
      <BulkBar fitting={people} selection={selection} bulk={{ ...bulk, run }} part={part} onPart={setPart} />
      <ul ref={list} className="whole-lines">
        {lines.map(({ row, tags }) => (
          <ListLine
            key={row.contactId}
            row={row}
            tags={tags}
            isTicked={selection.has(row.contactId)}
            isReachable={row.contactId === keys.currentId}
            onTick={selection.toggle}
            onReach={keys.setActiveId}
          />
        ))}
      </ul>
      {drawn < people.length && (
        <button type="button" className="more-button" onClick={onMore}>
          {text('showMoreLeft', people.length - drawn)}
        </button>
      )}
    </div>
  );
}

/** Those of them who have a line, in words. */
function useLines(people: readonly Waiting[], drawn: number, interactions: ReadonlyMap<string, Interaction>) {
  const moment = useMoment();
  return useMemo(
    () =>
      people.slice(0, drawn).map((one) => ({
        row: rowOf(one, namedIn(one.contact, interactions), moment),
        tags: one.contact.tags ?? [],
      })),
    [people, drawn, interactions, moment],
  );
}
