import { type ReactNode, useEffect, useState } from 'react';
import type { HoldfastDatabase } from '@/lib/db/database';
import { text } from '@/lib/extension/text';
import { ActsProvider, useActs } from './acts';
import { DatabaseProvider, useDatabaseState } from './database-context';
import { ErrorFence } from './ErrorFence';
import { useMailboxes, useSettings } from './hooks';
import { commandOf } from './keys';
import { ListPage } from './ListPage';
import { Logo } from './Logo';
import { MomentProvider, useNow } from './moment';
import { RecoveryScreen } from './RecoveryScreen';
import { Toast } from './Toast';
import { useKeys } from './use-keys';
import { useWaiting } from './whole-list-queries';

/** Everybody who waits, in a tab: room for filters, and for one act with many. */
export function ListTab({ open }: { readonly open: () => Promise<HoldfastDatabase> }) {
  const [attempt, setAttempt] = useState(0);
  return (
    <ErrorFence>
      <ActsProvider>
        <DatabaseProvider key={attempt} open={open}>
          <ByDatabase onRepaired={() => setAttempt(attempt + 1)} />
        </DatabaseProvider>
      </ActsProvider>
    </ErrorFence>
  );
}

function ByDatabase({ onRepaired }: { readonly onRepaired: () => void }) {
  const database = useDatabaseState();
  useEffect(() => {
    document.title = text('contactTabTitle', text('listTitle'));
  }, []);
  if (database.state === 'open') return <BySettings />;
  if (database.state === 'opening') return <ListShell busy />;
  return (
    <ListShell>
      <RecoveryScreen kind={database.kind} onRepaired={onRepaired} />
    </ListShell>
  );
}

function BySettings() {
  const settings = useSettings();
  const mailboxes = useMailboxes();
  const now = useNow();
  if (!settings || !mailboxes) return <ListShell busy />;
  return (
    <MomentProvider settings={settings} mailboxes={mailboxes} now={now}>
      <ByWaiting />
    </MomentProvider>
  );
}

function ByWaiting() {
  const read = useWaiting();
  if (!read) return <ListShell busy />;
  return (
    <ListShell>
      <ListPage read={read} />
    </ListShell>
  );
}

interface ListShellProps {
  readonly busy?: boolean;
  readonly children?: ReactNode;
}

/** What stands around the list whatever is being read: our name, and what was last done with its undo. */
function ListShell({ busy = false, children }: ListShellProps) {
  const acts = useActs();
  useKeys((event) => {
    if (commandOf(event) !== 'undo') return;
    event.preventDefault();
    void acts.undoLast();
  });
  return (
    <div className="tab whole">
      <header className="tab-head">
        <Logo />
        <span>{text('extensionName')}</span>
      </header>
      <main aria-busy={busy}>
        <h1 tabIndex={-1}>{text('listTitle')}</h1>
        {children}
      </main>
      <Toast notice={acts.notice} onUndo={() => void acts.undoLast()} onDismiss={acts.dismiss} />
    </div>
  );
}
