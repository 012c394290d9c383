import { useState } from 'react';
import { type AwayPeriod, withAway } from '@/lib/core/away';
import type { Settings } from '@/lib/core/settings';
import { text } from '@/lib/extension/text';
import { IconButton } from './IconButton';
import { useChange } from './options-draft';
import { dayText } from './options-holidays';

/** Periods in which nobody was there: those the user told when asked, and any other. */
export function OptionsAway({ settings: { away } }: { readonly settings: Settings }) {
  const store = useChange();
  const [fromOn, setFrom] = useState('');
  const [toOn, setTo] = useState('');
  const add = async () => {
    if (!(await store({ away: [...withAway(away, { fromOn, toOn })] }))) return;
    setFrom('');
    setTo('');
  };
  const remove = (gone: AwayPeriod) => store({ away: away.filter((one) => one !== gone) });
  const say = (period: AwayPeriod) => text('optionsAwayPeriod', dayText(period.fromOn), dayText(period.toOn));
  return (
    <fieldset className="options-group">
      <legend>{text('optionsAway')}</legend>
      <p className="quiet">{text('optionsAwayWhy')}</p>
      <ul className="options-days">
        {away.map((period) => (
          <li key={period.fromOn}>
            <span>{say(period)}</span>
            <IconButton
              icon="close"
              label={text('optionsDayRemove', say(period))}
              onClick={() => void remove(period)}
            />
          </li>
        ))}
      </ul>
      <div className="options-add">
        <label className="field">
          <span>{text('optionsAwayFrom')}</span>
          <input type="date" value={fromOn} onChange={(event) => setFrom(event.target.value)} />
        </label>
        <label className="field">
          <span>{text('optionsAwayTo')}</span>
          <input type="date" value={toOn} min={fromOn} onChange={(event) => setTo(event.target.value)} />
        </label>
        <button type="button" className="button" disabled={!fromOn || !toOn} onClick={() => void add()}>
          {text('optionsAwayAdd')}
        </button>
      </div>
    </fieldset>
  );
}
