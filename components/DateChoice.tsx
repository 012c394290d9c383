import { type FormEvent, useState } from 'react';
import type { CalendarDate } from '@/lib/core/model';
import { text } from '@/lib/extension/text';

interface DateChoiceProps {
  /** What the date is for, such as "Snooze until". */
  readonly label: string;
  readonly min?: CalendarDate;
  readonly max?: CalendarDate;
  readonly onChoose: (on: CalendarDate) => void;
}

/** A date of the user's own. Taken only when said so: while it is being typed, "2 Jan" is on the way to "21 Jan". */
export function DateChoice({ label, min, max, onChoose }: DateChoiceProps) {
  const [on, setOn] = useState('');
  const choose = (event: FormEvent) => {
    event.preventDefault();
    onChoose(on);
  };
  return (
    <form className="date-choice" onSubmit={choose}>
      <label className="choice choice-date">
        <span>{text('pageOtherDate')}</span>
        <input
          type="date"
          required
          min={min}
          max={max}
          value={on}
          aria-label={label}
          onChange={(event) => setOn(event.target.value)}
        />
      </label>
      {on !== '' && (
        <button type="submit" className="choice">
          {text('pageSave')}
        </button>
      )}
    </form>
  );
}
