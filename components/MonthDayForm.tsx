import { type FormEvent, useState } from 'react';
import { isMonthDay } from '@/lib/core/calendar';
import { text } from '@/lib/extension/text';
import { useMoment } from './moment';

interface MonthDayFormProps {
  readonly label: string;
  readonly onDay: (monthDay: string) => Promise<boolean>;
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, '0'));

/** A day of every year: nobody is asked for the year of a birthday. */
export function MonthDayForm({ label, onDay }: MonthDayFormProps) {
  const { locale } = useMoment();
  const [month, setMonth] = useState('');
  const [day, setDay] = useState('');
  const months = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const monthDay = `${month}-${day}`;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await onDay(monthDay))) return;
    setMonth('');
    setDay('');
  };
  return (
    <form className="inline-form" onSubmit={(event) => void save(event)}>
      <select aria-label={text('seriesDayOf', label)} value={day} onChange={(event) => setDay(event.target.value)}>
        <option value="">{text('seriesDay')}</option>
        {numbers(31).map((one) => (
          <option key={one} value={one}>
            {Number(one)}
          </option>
        ))}
      </select>
      <select
        aria-label={text('seriesMonthOf', label)}
        value={month}
        onChange={(event) => setMonth(event.target.value)}
      >
        <option value="">{text('seriesMonth')}</option>
        {numbers(12).map((one) => (
          <option key={one} value={one}>
            {months.format(Date.parse(`2000-${one}-01`))}
          </option>
        ))}
      </select>
      <button type="submit" className="button" disabled={!isMonthDay(monthDay)} aria-label={text('seriesPlan', label)}>
        {text('planIt')}
      </button>
    </form>
  );
}
