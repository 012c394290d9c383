import { type FormEvent, useEffect, useState } from 'react';
import type { CalendarDate } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { send } from '@/lib/messaging/client';
import type { DayChoice } from '@/lib/messaging/protocol';
import { useActs } from './acts';

interface TypedDayProps {
  readonly onChoose: (on: CalendarDate) => void;
}

/** A day in the user's own words: what was understood is shown, and taken only when said so. */
export function TypedDay({ onChoose }: TypedDayProps) {
  const { attempt } = useActs();
  const [typed, setTyped] = useState('');
  const [day, setDay] = useState<DayChoice | null>();
  useEffect(() => {
    let current = true;
    setDay(undefined);
    if (typed.trim() !== '') {
      void attempt(() => send('readDay', { text: typed })).then((found) => current && setDay(found));
    }
    return () => {
      current = false;
    };
  }, [typed, attempt]);
  const choose = (event: FormEvent) => {
    event.preventDefault();
    if (day) onChoose(day.on);
  };
  return (
    <form className="choices" onSubmit={choose}>
      <input
        className="choice choice-text"
        value={typed}
        maxLength={100}
        aria-label={text('snoozeTyped')}
        placeholder={text('snoozeTyped')}
        onChange={(event) => setTyped(event.target.value)}
      />
      <output>
        {day && (
          <button type="submit" className="choice">
            {day.label}
          </button>
        )}
        {day === null && <span className="quiet">{text('snoozeNotRead')}</span>}
      </output>
    </form>
  );
}
