import { useState } from 'react';
import type { MessageKey } from '@/lib/core/phrase';
import type { TroubleKind } from '@/lib/db/open-database';
import { text } from '@/lib/extension/text';
import { send } from '@/lib/messaging/client';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { CopyChooser } from './CopyChooser';

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
}

/** The data is damaged or missing: what happened, what is safe, what to do. Nothing is written before a choice is made. */
export function RecoveryScreen({ kind, onRepaired }: RecoveryScreenProps) {
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
      <RepairChoices onRepaired={onRepaired} />
    </section>
  );
}

function RepairChoices({ onRepaired }: { readonly onRepaired: () => void }) {
  const acts = useActs();
  const [asks, setAsks] = useState(false);
  const repair = async (choice: 'restore-snapshot' | 'start-empty') => {
    if (await acts.run('repair', { id: newId(), choice })) onRepaired();
  };
  const bringBack = async (copy: string) => {
    // Checked before the empty database is made: a wrong file must not cost the choice of the snapshot.
    if (!looksLikeCopy(copy)) return acts.tell(text('copyNotOurs'));
    if (!(await acts.run('repair', { id: newId(), choice: 'start-empty' }))) return;
    const report = await acts.attempt(() => send('bringBackCopy', { id: newId(), text: copy, dryRun: false }));
    if (report) acts.tell(report.text);
    onRepaired();
  };
  return (
    <div className="ways">
      <button type="button" className="button button-primary" onClick={() => void repair('restore-snapshot')}>
        {text('troubleRestore')}
      </button>
      <CopyChooser onChosen={(copy) => void bringBack(copy)} />
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

/** The background reads it in full; this only tells a copy from a photo. */
function looksLikeCopy(content: string): boolean {
  try {
    const parsed: unknown = JSON.parse(content);
    return typeof parsed === 'object' && parsed !== null && 'format' in parsed && parsed.format === 'holdfast-copy';
  } catch {
    return false;
  }
}
