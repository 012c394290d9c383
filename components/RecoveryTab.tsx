import { useEffect, useMemo } from 'react';
import { catalogueOf } from '@/lib/core/extras';
import type { Settings } from '@/lib/core/settings';
import type { HoldfastDatabase } from '@/lib/db/database';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { useDatabaseState } from './database-context';
import { useUserRows } from './hooks';
import { MomentProvider, useMoment, useNow } from './moment';
import { OpenDatabase } from './OpenDatabase';
import { RecoveryPage } from './RecoveryPage';
import { useRecovery } from './recovery-queries';
import { type RecoveryDeeds, type RecoveryPart, type RecoveryRead, viewOf } from './recovery-view';
import { valuesOf, wordingsOf } from './recovery-wordings';
import { TabShell } from './TabShell';
import { TroubleScreen } from './TroubleScreen';
import { useInsert } from './use-insert';

interface RecoveryTabProps extends Pick<RecoveryPart, 'check'> {
  readonly open: () => Promise<HoldfastDatabase>;
  readonly recoveryId: string;
}

/** The page of one recovery in a tab of its own: from what happened to repeat business, step by step. */
export function RecoveryTab({ open, ...rest }: RecoveryTabProps) {
  return <OpenDatabase open={open}>{(onRepaired) => <ByDatabase onRepaired={onRepaired} {...rest} />}</OpenDatabase>;
}

type ByRecoveryProps = Omit<RecoveryTabProps, 'open'>;

function ByDatabase({ onRepaired, ...rest }: ByRecoveryProps & { readonly onRepaired: () => void }) {
  const database = useDatabaseState();
  if (database.state === 'open') return <ByRecovery {...rest} />;
  if (database.state === 'opening') return <TabShell busy />;
  return (
    <TabShell>
      <h1>{text('caseTitle')}</h1>
      <TroubleScreen kind={database.kind} onRepaired={onRepaired} />
    </TabShell>
  );
}

function ByRecovery({ recoveryId, check }: ByRecoveryProps) {
  const user = useUserRows();
  const now = useNow();
  const read = useRecovery(recoveryId);
  const name = read?.contact.name;
  useEffect(() => {
    document.title = name === undefined ? text('extensionName') : text('caseTabTitle', name);
  }, [name]);
  if (!user || read === undefined) return <TabShell busy />;
  if (read === null) {
    return (
      <TabShell>
        <h1>{text('caseGone')}</h1>
      </TabShell>
    );
  }
  return (
    <MomentProvider {...user} now={now}>
      <TabShell>
        <ByMoment key={read.recovery.id} read={read} settings={user.settings} check={check} />
      </TabShell>
    </MomentProvider>
  );
}

interface ByMomentProps extends Pick<RecoveryPart, 'check'> {
  readonly read: RecoveryRead;
  readonly settings: Settings;
}

function ByMoment({ read, settings, check }: ByMomentProps) {
  const moment = useMoment();
  const view = useMemo(() => viewOf(read, moment), [read, moment]);
  const deeds = useRecoveryDeeds(read.recovery.id);
  const onInsert = useInsert(read.contact.id);
  const wordings = wordingsOf(view, settings.templates);
  const values = valuesOf(view, moment, settings.ownName);
  return <RecoveryPage part={{ view, deeds, wordings, values, catalogue: catalogueOf(settings), check, onInsert }} />;
}

/** Every deed is an act: it says what was done, and undo takes it back. */
function useRecoveryDeeds(recoveryId: string): RecoveryDeeds {
  const { run } = useActs();
  return useMemo(() => {
    const request = () => ({ id: newId(), recoveryId });
    return {
      record: async (deed, more) => (await run('recordRecovery', { ...request(), deed, ...more })) !== undefined,
      takeBack: async ({ id }) => (await run('takeBackRecovery', { ...request(), eventId: id })) !== undefined,
      edit: async (edits) => (await run('editRecovery', { ...request(), ...edits })) !== undefined,
    };
  }, [recoveryId, run]);
}
