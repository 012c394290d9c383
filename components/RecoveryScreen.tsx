import { type ReactNode, useState } from 'react';
import type { MessageKey } from '@/lib/core/phrase';
import type { TroubleKind } from '@/lib/db/open-database';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { CopyLink } from './CopyLink';

const happened: Readonly<Record<TroubleKind, MessageKey>> = {
  empty: 'troubleEmpty',
  unreadable: 'troubleUnreadable',
  'other-database': 'troubleOther',
  'newer-version': 'troubleNewer',
};

interface RecoveryScreenProps {
  readonly kind: TroubleKind;
  /** The database was repaired: begin again. */
  readonly onRepaired: () => void;
  /** How a saved copy is brought back here; else a link leads to where it can be. */
  readonly children?: ReactNode;
}

/** The data is damaged or missing: what happened, what is safe, what to do. Nothing is written before a choice is made. */
export function RecoveryScreen({ kind, onRepaired, children }: RecoveryScreenProps) {
  if (kind === 'newer-version') {
    return (
      <section className="state-note">
        <h2>{text('troubleTitle')}</h2>
        <p>{text('troubleNewer')}</p>
        <p>{text('troubleNewerSafe')}</p>
      </section>
    );
  }
  return (
    <section className="state-note">
      <h2>{text('troubleTitle')}</h2>
      <p>{text(happened[kind])}</p>
      <p>{text('troubleSafe')}</p>
      <RepairChoices onRepaired={onRepaired}>{children}</RepairChoices>
    </section>
  );
}

function RepairChoices({ onRepaired, children }: Omit<RecoveryScreenProps, 'kind'>) {
  const acts = useActs();
  const [asks, setAsks] = useState(false);
  const repair = async (choice: 'restore-snapshot' | 'start-empty') => {
    if (await acts.run('repair', { id: newId(), choice })) onRepaired();
  };
  return (
    <div className="ways">
      <button type="button" className="button button-primary" onClick={() => void repair('restore-snapshot')}>
        {text('troubleRestore')}
      </button>
      {children ?? <CopyLink />}
      {asks ? (
        <div className="card" role="alert">
          <p>{text('troubleEmptySure')}</p>
          <div className="buttons">
            <button type="button" className="button button-danger" onClick={() => void repair('start-empty')}>
              {text('troubleStartEmpty')}
            </button>
            <button type="button" className="button" onClick={() => setAsks(false)}>
              {text('pageBack')}
            </button>
          </div>
        </div>
      ) : (
        <button type="button" className="button" onClick={() => setAsks(true)}>
          {text('troubleStartEmpty')}
        </button>
      )}
    </div>
  );
}
