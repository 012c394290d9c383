import { type ReactNode, useEffect, useState } from 'react';
import type { HoldfastDatabase } from '@/lib/db/database';
import { text } from '@/lib/extension/text';
import { ActsProvider, useActs } from './acts';
import { ContactTabPage } from './ContactTabPage';
import { useWholeContact } from './contact-whole';
import { DatabaseProvider, useDatabaseState } from './database-context';
import { ErrorFence } from './ErrorFence';
import { useMailboxes, useSettings } from './hooks';
import { commandOf } from './keys';
import { Logo } from './Logo';
import { MomentProvider, useNow } from './moment';
import { RecoveryScreen } from './RecoveryScreen';
import { Toast } from './Toast';
import { useKeys } from './use-keys';

interface ContactTabProps {
  readonly open: () => Promise<HoldfastDatabase>;
  readonly contactId: string;
}

/** The page of one contact in a tab of its own: everything that is kept, and everything that can be changed. */
export function ContactTab({ open, contactId }: ContactTabProps) {
  const [attempt, setAttempt] = useState(0);
  return (
    <ErrorFence>
      <ActsProvider>
        <DatabaseProvider key={attempt} open={open}>
          <ByDatabase contactId={contactId} onRepaired={() => setAttempt(attempt + 1)} />
        </DatabaseProvider>
      </ActsProvider>
    </ErrorFence>
  );
}

function ByDatabase({ contactId, onRepaired }: { readonly contactId: string; readonly onRepaired: () => void }) {
  const database = useDatabaseState();
  if (database.state === 'open') return <ByContact contactId={contactId} />;
  if (database.state === 'opening') return <ContactShell busy />;
  return (
    <ContactShell>
      <h1>{text('contact')}</h1>
      <RecoveryScreen kind={database.kind} onRepaired={onRepaired} />
    </ContactShell>
  );
}

function ByContact({ contactId }: { readonly contactId: string }) {
  const settings = useSettings();
  const mailboxes = useMailboxes();
  const now = useNow();
  const whole = useWholeContact(contactId);
  const name = whole?.contact.name;
  useEffect(() => {
    document.title = name === undefined ? text('extensionName') : text('contactTabTitle', name);
  }, [name]);
  if (!settings || !mailboxes || whole === undefined) return <ContactShell busy />;
  if (whole === null) {
    return (
      <ContactShell>
        <h1>{text('contactGone')}</h1>
      </ContactShell>
    );
  }
  return (
    <MomentProvider settings={settings} mailboxes={mailboxes} now={now}>
      <ContactShell>
        <ContactTabPage key={whole.contact.id} whole={whole} />
      </ContactShell>
    </MomentProvider>
  );
}

interface ContactShellProps {
  readonly busy?: boolean;
  readonly children?: ReactNode;
}

/** What stands around the contact whatever is being read: our name, and what was last done with its undo. */
function ContactShell({ busy = false, children }: ContactShellProps) {
  const acts = useActs();
  useKeys((event) => {
    if (commandOf(event) !== 'undo') return;
    event.preventDefault();
    void acts.undoLast();
  });
  return (
    <div className="tab">
      <header className="tab-head">
        <Logo />
        <span>{text('extensionName')}</span>
      </header>
      <main aria-busy={busy}>{children}</main>
      <Toast notice={acts.notice} onUndo={() => void acts.undoLast()} onDismiss={acts.dismiss} />
    </div>
  );
}
