import { useDeferredValue, useMemo } from 'react';
import { text } from '@/lib/extension/text';
import { Agenda } from './Agenda';
import { entryOf, rowOf } from './agenda-rows';
import { useSearch } from './hooks';
import { useMoment } from './moment';
import type { RowDeeds } from './row-view';
import { StateNote } from './StateNote';

interface SearchResultsProps {
  readonly query: string;
  readonly deeds: RowDeeds;
  readonly onAdd: (name: string) => void;
}

/** Contacts that fit what was typed; if nobody does, a way to add. */
export function SearchResults({ query, deeds, onAdd }: SearchResultsProps) {
  const moment = useMoment();
  const found = useSearch(useDeferredValue(query));
  const groups = useMemo(() => {
    const rows = (found ?? []).map((contact) => rowOf(entryOf(contact, moment), [], moment));
    return [{ key: 'found', title: text('groupFound'), total: rows.length, rows }];
  }, [found, moment]);
  if (found?.length === 0) {
    const add = (
      <button type="button" className="button" onClick={() => onAdd(query.trim())}>
        {text('addNamed', query.trim())}
      </button>
    );
    return <StateNote title={text('foundNobody')} action={add} />;
  }
  return <Agenda groups={groups} deeds={deeds} />;
}
