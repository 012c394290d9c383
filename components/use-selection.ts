import { useMemo, useRef, useState } from 'react';

/** Which people of a list are selected. */
export interface Selection {
  /** Those of the list, in its order. Who left the list, or does not fit its filter, is not selected. */
  readonly ids: readonly string[];
  readonly has: (id: string) => boolean;
  /** `reach`: everybody from the one before up to this one. */
  readonly toggle: (id: string, reach?: boolean) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
  /** Unselects these. */
  readonly drop: (ids: readonly string[]) => void;
}

/** Selects among these people, drawn or not. */
export function useSelection(listed: readonly string[]): Selection {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string>(undefined);
  const ids = useMemo(() => listed.filter((id) => ticked.has(id)), [listed, ticked]);
  return {
    ids,
    has: (id) => ticked.has(id),
    toggle: (id, reach = false) => {
      const from = reach && anchor.current !== undefined ? listed.indexOf(anchor.current) : -1;
      const ends = [from < 0 ? listed.indexOf(id) : from, listed.indexOf(id)];
      const range = listed.slice(Math.min(...ends), Math.max(...ends) + 1);
      anchor.current = id;
      setTicked(ticked.has(id) ? ticked.difference(new Set(range)) : ticked.union(new Set(range)));
    },
    selectAll: () => setTicked(new Set(listed)),
    clear: () => setTicked(new Set()),
    drop: (gone) => setTicked((before) => before.difference(new Set(gone))),
  };
}
