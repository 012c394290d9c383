import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { HoldfastDatabase } from '@/lib/db/database';
import { DatabaseTrouble, type TroubleKind } from '@/lib/db/open-database';

export type DatabaseState =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly db: HoldfastDatabase }
  | { readonly state: 'trouble'; readonly kind: TroubleKind };

const DatabaseContext = createContext<DatabaseState>({ state: 'opening' });

/** Whether the database is open, and if not, what is wrong with it. */
export function useDatabaseState(): DatabaseState {
  return useContext(DatabaseContext);
}

/** The open database; for components that are only shown once it is open. */
export function useDatabase(): HoldfastDatabase {
  const state = useDatabaseState();
  if (state.state !== 'open') throw new Error('the database is not open');
  return state.db;
}

interface DatabaseProviderProps {
  readonly open: () => Promise<HoldfastDatabase>;
  readonly children: ReactNode;
}

/** Opens the database once and tells everything below how that went. */
export function DatabaseProvider({ open, children }: DatabaseProviderProps) {
  const [state, setState] = useState<DatabaseState>({ state: 'opening' });
  useEffect(() => {
    let current = true;
    const settle = (next: DatabaseState) => {
      if (current) setState(next);
    };
    open().then(
      (db) => settle({ state: 'open', db }),
      (error: unknown) => {
        settle({ state: 'trouble', kind: error instanceof DatabaseTrouble ? error.kind : 'unreadable' });
      },
    );
    return () => {
      current = false;
    };
  }, [open]);
  return <DatabaseContext value={state}>{children}</DatabaseContext>;
}
