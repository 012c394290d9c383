import type { HoldfastDatabase } from '@/lib/db/database';
import { text } from '@/lib/extension/text';
import { Bar } from './Bar';
import { useDatabaseState } from './database-context';
import { Frame } from './Frame';
import { useUserRows } from './hooks';
import { MomentProvider, useNow } from './moment';
import { NoConsent } from './NoConsent';
import { OpenDatabase } from './OpenDatabase';
import { PopupPages } from './PopupPages';
import { TroubleScreen } from './TroubleScreen';

interface PopupProps {
  readonly open: () => Promise<HoldfastDatabase>;
}

/** The popup: today's list, and everything one click away from it. */
export function Popup({ open }: PopupProps) {
  return <OpenDatabase open={open}>{(onRepaired) => <ByDatabase onRepaired={onRepaired} />}</OpenDatabase>;
}

function ByDatabase({ onRepaired }: { readonly onRepaired: () => void }) {
  const database = useDatabaseState();
  if (database.state === 'open') return <BySettings />;
  const head = <Bar title={text('extensionName')} />;
  if (database.state === 'opening') return <Frame head={head} busy />;
  return (
    <Frame head={head}>
      <TroubleScreen kind={database.kind} onRepaired={onRepaired} />
    </Frame>
  );
}

function BySettings() {
  const user = useUserRows();
  const now = useNow();
  if (!user) return <Frame head={<Bar title={text('extensionName')} />} busy />;
  if (user.settings.consentAt === undefined) return <NoConsent />;
  return (
    <MomentProvider {...user} now={now}>
      <PopupPages settings={user.settings} />
    </MomentProvider>
  );
}
