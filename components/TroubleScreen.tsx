import type { ReactNode } from 'react';
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

interface TroubleScreenProps {
  readonly kind: TroubleKind;
  /** The database was repaired: begin again. */
  readonly onRepaired: () => void;
  /** The other ways; else a link leads to the settings page, where they are. */
  readonly children?: ReactNode;
}

/** The data is damaged or missing: what happened, what is safe, what to do. Nothing is written before a choice is made. */
export function TroubleScreen({ kind, onRepaired, children }: TroubleScreenProps) {
  const acts = useActs();
  const isNewer = kind === 'newer-version';
  const restore = async () => {
    if (await acts.run('repair', { id: newId(), choice: 'restore-snapshot' })) onRepaired();
  };
  return (
    <section className="state-note">
      <h2>{text('troubleTitle')}</h2>
      <p>{text(happened[kind])}</p>
      <p>{text(isNewer ? 'troubleNewerSafe' : 'troubleSafe')}</p>
      {!isNewer && (
        <div className="ways">
          <button type="button" className="button button-primary" onClick={() => void restore()}>
            {text('troubleRestore')}
          </button>
          {children ?? <CopyLink label="troubleOtherWays" />}
        </div>
      )}
    </section>
  );
}
