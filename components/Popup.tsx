import { useState } from 'react';
import type { HoldfastDatabase } from '@/lib/db/database';
import { text } from '@/lib/extension/text';
import { ActsProvider } from './acts';
import { Bar } from './Bar';
import { DatabaseProvider, useDatabaseState } from './database-context';
import { ErrorFence } from './ErrorFence';
import { Frame } from './Frame';
import { useMailboxes, useSettings } from './hooks';
import { MomentProvider, useNow } from './moment';
import { NoConsent } from './NoConsent';
import { PopupPages } from './PopupPages';
import { RecoveryScreen } from './RecoveryScreen';

interface PopupProps {
  readonly open: () => Promise<HoldfastDatabase>;
}

/** The popup: today's list, and everything one click away from it. */
export function Popup({ open }: PopupProps) {
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
  if (database.state === 'open') return <BySettings />;
  const head = <Bar title={text('extensionName')} />;
  if (database.state === 'opening') return <Frame head={head} busy />;
  return (
    <Frame head={head}>
      <RecoveryScreen kind={database.kind} onRepaired={onRepaired} />
    </Frame>
  );
}

function BySettings() {
  const settings = useSettings();
  const mailboxes = useMailboxes();
  const now = useNow();
  if (!settings || !mailboxes) return <Frame head={<Bar title={text('extensionName')} />} busy />;
  if (settings.consentAt === undefined) return <NoConsent />;
  return (
    <MomentProvider settings={settings} mailboxes={mailboxes} now={now}>
      <PopupPages settings={settings} />
    </MomentProvider>
  );
}
