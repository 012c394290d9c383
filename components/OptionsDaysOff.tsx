import { useState } from 'react';
import type { CalendarDate } from '@/lib/core/model';
import { countText, text } from '@/lib/extension/text';
import { IconButton } from './IconButton';
import { useChange } from './options-draft';
import { dayText, exchanged } from './options-holidays';

interface OptionsDaysOffProps {
  readonly holidays: readonly CalendarDate[];
  /** What the days are called, as far as that is known. */
  readonly names: ReadonlyMap<CalendarDate, string>;
}

/** Every single day off, each with a way out of the list, and one more. */
export function OptionsDaysOff({ holidays, names }: OptionsDaysOffProps) {
  const store = useChange();
  const [day, setDay] = useState('');
  const add = async () => {
    if (await store({ holidays: exchanged(holidays, [], [day]) })) setDay('');
  };
  return (
    <>
      <div className="options-add">
        <label className="field">
          <span>{text('optionsDayAdd')}</span>
          <input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        </label>
        <button type="button" className="button" disabled={day === ''} onClick={() => void add()}>
          {text('optionsDayAddButton')}
        </button>
      </div>
      {holidays.length === 0 ? (
        <p className="quiet">{text('optionsDaysNone')}</p>
      ) : (
        <details>
          <summary>{countText(holidays.length, 'optionsDaysOne', 'optionsDaysOther')}</summary>
          <ul className="options-days">
            {holidays.map((on) => (
              <li key={on}>
                <span>{dayText(on)}</span>
                <bdi className="quiet">{names.get(on)}</bdi>
                <IconButton
                  icon="close"
                  label={text('optionsDayRemove', dayText(on))}
                  onClick={() => void store({ holidays: exchanged(holidays, [on], []) })}
                />
              </li>
            ))}
          </ul>
          <button type="button" className="button" onClick={() => void store({ holidays: [], holidayRegion: null })}>
            {text('optionsDaysClear')}
          </button>
        </details>
      )}
    </>
  );
}
