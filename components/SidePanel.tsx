import type { HoldfastDatabase } from '@/lib/db/database';
import { openOwnPage } from '@/lib/extension/tabs';
import { text } from '@/lib/extension/text';
import { useDatabaseState } from './database-context';
import { useUserRows } from './hooks';
import { MomentProvider, useNow } from './moment';
import { OpenDatabase } from './OpenDatabase';
import { SideNote } from './SideNote';
import { SidePanelPage } from './SidePanelPage';
import { TabShell } from './TabShell';
import { TroubleScreen } from './TroubleScreen';

interface SidePanelProps {
  readonly open: () => Promise<HoldfastDatabase>;
}

/** Beside the page in the browser's side panel (Firefox: the sidebar): the contact card in full. */
export function SidePanel({ open }: SidePanelProps) {
  return <OpenDatabase open={open}>{(onRepaired) => <ByDatabase onRepaired={onRepaired} />}</OpenDatabase>;
}

function ByDatabase({ onRepaired }: { readonly onRepaired: () => void }) {
  const database = useDatabaseState();
  if (database.state === 'open') return <BySettings />;
  if (database.state === 'opening') return <TabShell className="side" busy />;
  return (
    <TabShell className="side">
      <h1>{text('contact')}</h1>
      <TroubleScreen kind={database.kind} onRepaired={onRepaired} />
    </TabShell>
  );
}

function BySettings() {
  const user = useUserRows();
  const now = useNow();
  if (!user) return <TabShell className="side" busy />;
  if (user.settings.consentAt === undefined) {
    return (
      <TabShell className="side">
        <SideNote title={text('noConsentTitle')}>
          <p>{text('noConsentText')}</p>
          <button type="button" className="button button-primary" onClick={() => void openOwnPage('/welcome.html')}>
            {text('noConsentOpen')}
          </button>
        </SideNote>
      </TabShell>
    );
  }
  return (
    <MomentProvider {...user} now={now}>
      <SidePanelPage off={user.settings.offOrigins} />
    </MomentProvider>
  );
}
