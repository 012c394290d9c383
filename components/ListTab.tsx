import { type ReactNode, useEffect } from 'react';
import type { HoldfastDatabase } from '@/lib/db/database';
import { text } from '@/lib/extension/text';
import { useDatabaseState } from './database-context';
import { useUserRows } from './hooks';
import { ListPage } from './ListPage';
import { MomentProvider, useNow } from './moment';
import { OpenDatabase } from './OpenDatabase';
import { TabShell } from './TabShell';
import { TroubleScreen } from './TroubleScreen';
import { useWaiting } from './whole-list-queries';

/** Everybody who waits, in a tab: room for filters, and for one act with many. */
export function ListTab({ open }: { readonly open: () => Promise<HoldfastDatabase> }) {
  return <OpenDatabase open={open}>{(onRepaired) => <ByDatabase onRepaired={onRepaired} />}</OpenDatabase>;
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
      <TroubleScreen kind={database.kind} onRepaired={onRepaired} />
    </ListShell>
  );
}

function BySettings() {
  const user = useUserRows();
  const now = useNow();
  if (!user) return <ListShell busy />;
  return (
    <MomentProvider {...user} now={now}>
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

function ListShell({ busy, children }: ListShellProps) {
  return (
    <TabShell className="whole" busy={busy}>
      <h1 tabIndex={-1}>{text('listTitle')}</h1>
      {children}
    </TabShell>
  );
}
