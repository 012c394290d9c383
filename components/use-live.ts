import { type DependencyList, useEffect, useState } from 'react';
import { liveQuery } from '@/lib/db/live';

/**
 * What `read` finds in the database now, read again after each change of what it read and whenever one of `deps` is another;
 * until then as it was. `undefined`, or `first`: not read yet. A failure is thrown, for the fence around the page.
 */
export function useLive<T>(read: () => Promise<T>, deps: DependencyList): T | undefined;
export function useLive<T>(read: () => Promise<T>, deps: DependencyList, first: T): T;
export function useLive<T>(read: () => Promise<T>, deps: DependencyList, first?: T): T | undefined {
  const [found, setFound] = useState<{ readonly value?: T; readonly error?: unknown }>({ value: first });
  useEffect(() => {
    const following = liveQuery(read).subscribe(
      (value) => setFound({ value }),
      (error: unknown) => setFound({ error }),
    );
    return () => following.unsubscribe();
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names them
  }, deps);
  if (found.error !== undefined) throw found.error;
  return found.value;
}
