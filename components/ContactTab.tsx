import { useEffect } from 'react';
import type { HoldfastDatabase } from '@/lib/db/database';
import { text } from '@/lib/extension/text';
import { AddContact } from './AddContact';
import { ContactTabPage } from './ContactTabPage';
import { useWholeContact } from './contact-whole';
import { useDatabaseState } from './database-context';
import { useUserRows } from './hooks';
import { MomentProvider, useNow } from './moment';
import { OpenDatabase } from './OpenDatabase';
import { SidePanelButton } from './SidePanelButton';
import { TabShell } from './TabShell';
import { TroubleScreen } from './TroubleScreen';

interface ContactTabProps {
  readonly open: () => Promise<HoldfastDatabase>;
  readonly contactId: string;
  /** Key of the wording somebody was led here for. `undefined`: what fits as things stand. */
  readonly wording?: string;
  /** A contact of that name is to be added first. `undefined`: there is one to show. */
  readonly newName?: string;
}
type ByContactProps = Omit<ContactTabProps, 'open'>;

/** The page of one contact in a tab of its own: everything that is kept, and everything that can be changed. */
export function ContactTab({ open, ...rest }: ContactTabProps) {
  return <OpenDatabase open={open}>{(onRepaired) => <ByDatabase onRepaired={onRepaired} {...rest} />}</OpenDatabase>;
}

function ByDatabase({ onRepaired, newName, ...rest }: ByContactProps & { readonly onRepaired: () => void }) {
  const database = useDatabaseState();
  if (database.state === 'open' && newName !== undefined) return <NewContact name={newName} />;
  if (database.state === 'open') return <ByContact {...rest} />;
  if (database.state === 'opening') return <TabShell busy />;
  return (
    <TabShell>
      <h1>{text('contact')}</h1>
      <TroubleScreen kind={database.kind} onRepaired={onRepaired} />
    </TabShell>
  );
}

function NewContact({ name }: { readonly name: string }) {
  useEffect(() => {
    document.title = text('addContact');
  }, []);
  return (
    <TabShell>
      <h1>{text('addContact')}</h1>
      <section className="tab-box">
        <AddContact name={name} onAdded={(contactId) => location.assign(`?id=${contactId}`)} />
      </section>
    </TabShell>
  );
}

function ByContact({ contactId, wording }: ByContactProps) {
  const user = useUserRows();
  const now = useNow();
  const whole = useWholeContact(contactId);
  const name = whole?.contact.name;
  useEffect(() => {
    document.title = name === undefined ? text('extensionName') : text('contactTabTitle', name);
  }, [name]);
  if (!user || whole === undefined) return <TabShell busy />;
  if (whole === null) {
    return (
      <TabShell>
        <h1>{text('contactGone')}</h1>
      </TabShell>
    );
  }
  return (
    <MomentProvider {...user} now={now}>
      <TabShell tools={<SidePanelButton />}>
        <ContactTabPage key={whole.contact.id} whole={whole} wording={wording} />
      </TabShell>
    </MomentProvider>
  );
}
