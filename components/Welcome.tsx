import { useState } from 'react';
import type { HoldfastDatabase } from '@/lib/db/database';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { ActsProvider, useActs } from './acts';
import { DatabaseProvider, useDatabaseState } from './database-context';
import { ErrorFence } from './ErrorFence';
import { useSettings } from './hooks';
import { Logo } from './Logo';
import { linesIn } from './lines-in';
import { Toast } from './Toast';
import { TroubleScreen } from './TroubleScreen';

interface WelcomeProps {
  readonly open: () => Promise<HoldfastDatabase>;
}

/** The first-run page: what Holdfast does, what it reads and keeps, and one button to begin. */
export function Welcome({ open }: WelcomeProps) {
  const [attempt, setAttempt] = useState(0);
  return (
    <ErrorFence>
      <ActsProvider>
        <DatabaseProvider key={attempt} open={open}>
          <WelcomePage onRepaired={() => setAttempt(attempt + 1)} />
        </DatabaseProvider>
      </ActsProvider>
    </ErrorFence>
  );
}

function WelcomePage({ onRepaired }: { readonly onRepaired: () => void }) {
  const acts = useActs();
  const database = useDatabaseState();
  return (
    <div className="welcome">
      <header className="welcome-head">
        <Logo />
        <span>{text('extensionName')}</span>
      </header>
      <main>
        <h1>{text('welcomeTitle')}</h1>
        <p className="lead">{text('welcomeLead')}</p>
        <Promises />
        {database.state === 'open' && <Start />}
        {database.state === 'trouble' && <TroubleScreen kind={database.kind} onRepaired={onRepaired} />}
      </main>
      <Toast notice={acts.notice} onUndo={() => void acts.undoLast()} onDismiss={acts.dismiss} />
    </div>
  );
}

const promises = [
  ['welcomeReads', 'welcomeReadsText'],
  ['welcomeKeeps', 'welcomeKeepsText'],
  ['welcomeStays', 'welcomeStaysText'],
] as const;

function Promises() {
  return (
    <dl className="promises">
      {promises.map(([title, content]) => (
        <div key={title}>
          <dt>{text(title)}</dt>
          <dd>{text(content)}</dd>
        </div>
      ))}
    </dl>
  );
}

const gmail = 'https://mail.google.com/';

/** One click begins; the own addresses are optional, since the mailbox shows them. */
function Start() {
  const acts = useActs();
  const settings = useSettings();
  const [addresses, setAddresses] = useState('');
  if (!settings) return null;
  if (settings.consentAt !== undefined) return <Started />;
  const start = (then: () => void) => {
    void acts.run('giveConsent', { id: newId(), ownAddresses: linesIn(addresses) }).then((reply) => reply && then());
    // Asked in the click, since Firefox shows a prompt. The answer changes nothing that we could do.
    void navigator.storage?.persist?.().catch(() => false);
  };
  return (
    <div className="start">
      <div className="buttons">
        <button
          type="button"
          className="button button-primary button-large"
          onClick={() => start(() => location.assign(gmail))}
        >
          {text('startWithGmail')}
        </button>
        <button type="button" className="button button-large" onClick={() => start(() => undefined)}>
          {text('start')}
        </button>
      </div>
      <p className="quiet">{text('startMeans')}</p>
      <details>
        <summary>{text('ownAddressesOptional')}</summary>
        <label className="field">
          <span>{text('ownAddresses')}</span>
          <textarea rows={3} value={addresses} onChange={(event) => setAddresses(event.target.value)} />
        </label>
      </details>
    </div>
  );
}

const steps = ['startedStep1', 'startedStep2', 'startedStep3'] as const;

function Started() {
  return (
    <section className="start" aria-labelledby="started">
      <h2 id="started">{text('startedTitle')}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{text(step)}</li>
        ))}
      </ol>
      <a className="button button-primary button-large" href={gmail}>
        {text('openMailbox')}
      </a>
    </section>
  );
}
