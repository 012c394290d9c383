import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import type { RowDeeds, RowView } from './row-view';

/** The suggested step first and it alone stands out, then the other ways to the person's mail. */
export function PanelButtons({ row, deeds }: { readonly row: RowView; readonly deeds: RowDeeds }) {
  const leads = row.longerCadence !== undefined || (row.step.act !== 'none' && row.step.act !== 'call');
  return (
    <div className="buttons">
      {leads && (
        <button type="button" className="button button-primary" onClick={() => deeds.takeStep(row)}>
          {row.step.label}
        </button>
      )}
      {row.step.act !== 'write' && (
        <button type="button" className="button" onClick={() => deeds.write(row)}>
          {text('pageWrite')}
        </button>
      )}
      {row.step.act !== 'search' && (
        <button type="button" className="button" onClick={() => deeds.searchMail(row)}>
          {text(deeds.searchesMail ? 'pageSearchMail' : 'openMailbox')}
        </button>
      )}
      {row.owedInteractionId && (
        <button type="button" className="button" onClick={() => deeds.noReplyNeeded(row)}>
          {text('pageNoReplyNeeded')}
        </button>
      )}
    </div>
  );
}

/** The rare acts at the end of a contact; both can be undone. */
export function PanelEnd({ contactId, isRecovering }: { readonly contactId: string; readonly isRecovering: boolean }) {
  const acts = useActs();
  return (
    <div className="buttons panel-end">
      {!isRecovering && (
        <button
          type="button"
          className="button"
          onClick={() => void acts.run('openRecovery', { id: newId(), contactId })}
        >
          {text('pageIncident')}
        </button>
      )}
      <button type="button" className="button" onClick={() => void acts.run('untrack', { id: newId(), contactId })}>
        {text('pageUntrack')}
      </button>
    </div>
  );
}
