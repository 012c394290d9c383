import type { AgendaEntry } from '@/lib/core/agenda';
import type { Names } from '@/lib/core/explain-last';
import { cadenceToOffer } from '@/lib/core/lines';
import type { Interaction } from '@/lib/core/model';
import { firstName } from '@/lib/core/wording';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { sentencesOf } from './agenda-rows';
import { LastInTouch } from './LastInTouch';
import { useMoment } from './moment';
import { PanelButtons } from './PanelButtons';
import type { RowDeeds, RowView } from './row-view';

interface ContactStandingProps {
  readonly entry: AgendaEntry;
  readonly row: RowView;
  readonly interactions: readonly Interaction[];
  readonly names: Names;
  readonly deeds: RowDeeds;
  /** Opens "Left the company". `undefined`: nothing to offer. */
  readonly onLeft: (() => void) | undefined;
}

/** How the contact stands and why, what to do next, and what Holdfast would ask. */
export function ContactStanding({ entry, row, interactions, names, deeds, onLeft }: ContactStandingProps) {
  const moment = useMoment();
  const acts = useActs();
  const { contact } = entry;
  const { clock, id: contactId } = contact;
  const silent = interactions.every((one) => one.kind !== 'baseline') && clock.lastContactId === undefined;
  const unseen = silent && contact.leftOn === undefined;
  return (
    <section className="tab-box" aria-labelledby="standing">
      <h2 id="standing">{text('howItStands')}</h2>
      {sentencesOf(entry, interactions, moment, names).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <PanelButtons row={row} deeds={deeds} />
      {unseen && (
        <LastInTouch
          question={text('lastInTouchWith', contact.name)}
          onAnswer={(when) => void acts.run('setLastInTouch', { id: newId(), contactId, when })}
        />
      )}
      <CadenceOffer entry={entry} />
      {clock.bouncedAt !== undefined && onLeft && (
        <div className="offer">
          <p>{text('offerLeft', firstName(contact.name))}</p>
          <button type="button" className="button" onClick={onLeft}>
            {text('leftCompany')}
          </button>
        </div>
      )}
    </section>
  );
}

/** "You speak every 60 days. Make that the cadence?" Either answer is the user's own word from then on. */
function CadenceOffer({ entry: { contact } }: { readonly entry: AgendaEntry }) {
  const moment = useMoment();
  const acts = useActs();
  const days = cadenceToOffer(contact, moment);
  if (days === undefined) return null;
  const set = (cadenceDays: number) => acts.run('editContact', { id: newId(), contactId: contact.id, cadenceDays });
  return (
    <div className="offer">
      <p>{text('offerCadence', days)}</p>
      <button type="button" className="button button-primary" onClick={() => void set(days)}>
        {text('pageCadence', days)}
      </button>
      <button type="button" className="button" onClick={() => void set(moment.cadenceDays)}>
        {text('keepCadence', moment.cadenceDays)}
      </button>
    </div>
  );
}
