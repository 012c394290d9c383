import { useEffect, useRef } from 'react';
import type { CalendarDate } from '@/lib/core/model';
import { snoozeChoices } from '@/lib/core/snooze-choices';
import { phrase, text } from '@/lib/extension/text';
import { DateChoice } from './DateChoice';
import { useMoment } from './moment';
import { TypedDay } from './TypedDay';

interface SnoozeChoicesProps {
  readonly name: string;
  readonly onSnooze: (untilOn: CalendarDate) => void;
  readonly focused?: boolean;
}

/** Tomorrow, next Monday, in two weeks, or a date: the contact comes back then, or when they write. */
export function SnoozeChoices({ name, onSnooze, focused = false }: SnoozeChoicesProps) {
  const moment = useMoment();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused) first.current?.focus();
  }, [focused]);
  const choices = snoozeChoices(moment, moment);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser
    <div className="choices" role="group" aria-label={text('snoozeFor', name)}>
      {choices.map((choice, index) => (
        <button
          key={choice.on}
          ref={index === 0 ? first : undefined}
          type="button"
          className="choice"
          onClick={() => onSnooze(choice.on)}
        >
          {typeof choice.label === 'string' ? choice.label : phrase(choice.label)}
        </button>
      ))}
      <DateChoice label={text('pageSnoozeUntil')} min={choices[0]?.on} onChoose={onSnooze} />
      <TypedDay onChoose={onSnooze} />
    </div>
  );
}
