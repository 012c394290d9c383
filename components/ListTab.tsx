import { useState } from 'react';
import type { HoldfastDatabase } from '@/lib/db/database';
import { text } from '@/lib/extension/text';
import { ActsProvider, useActs } from './acts';
import { DatabaseProvider, useDatabaseState } from './database-context';
import { ErrorFence } from './ErrorFence';
import { useMailboxes, useSettings } from './hooks';
import { ListPage } from './ListPage';
import { Logo } from './Logo';
import { MomentProvider, useNow } from './moment';
import { RecoveryScreen } from './RecoveryScreen';
import { Toast } from './Toast';

/** Everybody who waits, in a tab: room for filters, and for one act with many. */
export function ListTab({ open }: { readonly open: () => Promise<HoldfastDatabase> }) {
  const [attempt, setAttempt] = useState(0);
  return (
    <ErrorFence>
      <ActsProvider>
        <DatabaseProvider key={attempt} open={open}>
          <ListShell onRepaired={() => setAttempt(attempt + 1)} />
        </DatabaseProvider>
      </ActsProvider>
    </ErrorFence>
  );
}

function ListShell({ onRepaired }: { readonly onRepaired: () => void }) {
  const acts = useActs();
  const database = useDatabaseState();
  return (
    <div className="tab whole">
      <header className="tab-head">
        <Logo />
        <span>{text('extensionName')}</span>
      </header>
      <main aria-busy={database.state === 'opening'}>
        <h1>{text('listTitle')}</h1>
        {database.state === 'open' && <ListBySettings />}
        {database.state !== 'open' && database.state !== 'opening' && (
          <RecoveryScreen kind={database.kind} onRepaired={onRepaired} />
        )}
      </main>
      <Toast notice={acts.notice} onUndo={() => void acts.undoLast()} onDismiss={acts.dismiss} />
    </div>
  );
}

function ListBySettings() {
  const settings = useSettings();
  const mailboxes = useMailboxes();
  const now = useNow();
  if (!settings || !mailboxes) return null;
  return (
    <MomentProvider settings={settings} mailboxes={mailboxes} now={now}>
      <ListPage />
    </MomentProvider>
  );
}
