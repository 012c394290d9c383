import { type FormEvent, useEffect, useRef, useState } from 'react';
import { addDays } from '@/lib/core/calendar';
import type { CalendarDate } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { useMoment } from './moment';

interface BulkPauseProps {
  readonly onPause: (pause: { readonly untilOn?: CalendarDate; readonly reason?: string }) => void;
}

/** Lets everybody who is selected rest: until when, if that is known, and why. */
export function BulkPause({ onPause }: BulkPauseProps) {
  const { today } = useMoment();
  const first = useRef<HTMLInputElement>(null);
  const [untilOn, setUntilOn] = useState('');
  const [reason, setReason] = useState('');
  useEffect(() => first.current?.focus(), []);
  const pause = (event: FormEvent) => {
    event.preventDefault();
    onPause({ untilOn: untilOn || undefined, reason: reason.trim() || undefined });
  };
  return (
    <form className="whole-pause" onSubmit={pause}>
      <label className="field">
        <span>{text('pauseUntil')}</span>
        <input
          ref={first}
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
        {text('listPause')}
      </button>
    </form>
  );
}
