import { type ReactNode, useState } from 'react';
import type { HoldfastDatabase } from '@/lib/db/database';
import { ActsProvider } from './acts';
import { DatabaseProvider } from './database-context';
import { ErrorFence } from './ErrorFence';

interface OpenDatabaseProps {
  readonly open: () => Promise<HoldfastDatabase>;
  /** The page, which asks how the database stands; `onRepaired` opens it once more. */
  readonly children: (onRepaired: () => void) => ReactNode;
}

/** What stands around every page of ours: the database, acts with their undo, and a calm end for errors. */
export function OpenDatabase({ open, children }: OpenDatabaseProps) {
  const [attempt, setAttempt] = useState(0);
  return (
    <ErrorFence>
      <ActsProvider>
        <DatabaseProvider key={attempt} open={open}>
          {children(() => setAttempt(attempt + 1))}
        </DatabaseProvider>
      </ActsProvider>
    </ErrorFence>
  );
}
