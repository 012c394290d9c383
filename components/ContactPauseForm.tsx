import { type FormEvent, useState } from 'react';
import { addDays } from '@/lib/core/calendar';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { useMoment } from './moment';

/** Until when, if that is known, and why. */
export function ContactPauseForm({ contactId }: { readonly contactId: string }) {
  const { today } = useMoment();
  const acts = useActs();
  const [untilOn, setUntilOn] = useState('');
  const [reason, setReason] = useState('');
  const pause = (event: FormEvent) => {
    event.preventDefault();
    const request = { untilOn: untilOn || undefined, reason: reason.trim() || undefined };
    void acts.run('pause', { id: newId(), contactId, ...request });
  };
  return (
    <form className="fields" onSubmit={pause}>
      <label className="field">
        <span>{text('pauseUntil')}</span>
        <input
          type="date"
          min={addDays(today, 1)}
          value={untilOn}
          onChange={(event) => setUntilOn(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{text('pauseReason')}</span>
        <input maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <button type="submit" className="button button-primary">
        {text('pauseIt')}
      </button>
    </form>
  );
}
