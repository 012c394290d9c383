import { useMemo, useState } from 'react';
import type { CalendarDate } from '@/lib/core/model';
import type { Settings } from '@/lib/core/settings';
import { countText, locale, text } from '@/lib/extension/text';
import type * as PublicHolidays from '@/lib/holidays/public-holidays';
import { OptionsCalendarFile } from './OptionsCalendarFile';
import { OptionsDaysOff } from './OptionsDaysOff';
import { useChange } from './options-draft';
import { exchanged, type HolidaySources, usePublicHolidays, yearsFrom } from './options-holidays';

interface OptionsHolidaysProps {
  readonly settings: Settings;
  readonly sources: HolidaySources;
  readonly today: CalendarDate;
}

/** Single days off: those of a country, those of a calendar file, and any other day. */
export function OptionsHolidays({ settings, sources, today }: OptionsHolidaysProps) {
  const book = usePublicHolidays(sources);
  const { holidays, holidayRegion = '' } = settings;
  const names = useMemo(() => namesOf(book, holidayRegion, holidays), [book, holidayRegion, holidays]);
  return (
    <fieldset className="options-group">
      <legend>{text('optionsHolidays')}</legend>
      <p className="quiet">{text('optionsHolidaysWhy')}</p>
      {book ? (
        <Places key={holidayRegion} book={book} settings={settings} years={yearsFrom(today)} />
      ) : (
        <p className="quiet">{text('optionsHolidaysLoading')}</p>
      )}
      <OptionsCalendarFile settings={settings} sources={sources} years={yearsFrom(today)} />
      <OptionsDaysOff holidays={holidays} names={names} />
    </fieldset>
  );
}

interface PlacesProps {
  readonly book: typeof PublicHolidays;
  readonly settings: Settings;
  readonly years: readonly number[];
}

function Places({ book, settings, years }: PlacesProps) {
  const store = useChange();
  const { holidays, holidayRegion = '' } = settings;
  const [place, setPlace] = useState(holidayRegion);
  const [country = ''] = place.split('-');
  const countries = useMemo(() => book.countries(locale()), [book]);
  const parts = useMemo(() => (country ? book.partsOf(country, locale()) : []), [book, country]);
  const daysOf = (id: string) => (id ? book.publicHolidays(id, years, locale()).map(({ on }) => on) : []);
  const days = daysOf(place);
  const isNew = place !== holidayRegion || days.some((on) => !holidays.includes(on));
  const take = () =>
    store({ holidays: exchanged(holidays, daysOf(holidayRegion), days), holidayRegion: place || null });
  const [from = 0, to = from] = [years[0], years.at(-1)];
  return (
    <>
      <div className="options-places">
        <PlaceChoice
          label={text('optionsCountry')}
          none={text('optionsCountryNone')}
          value={country}
          places={countries}
          onChange={setPlace}
        />
        {parts.length > 0 && (
          <PlaceChoice
            label={text('optionsRegion')}
            none={text('optionsRegionNone')}
            value={place === country ? '' : place}
            places={parts}
            onChange={(part) => setPlace(part || country)}
          />
        )}
      </div>
      {place && (
        <p>{countText(days.length, 'optionsHolidaysNewOne', 'optionsHolidaysNewOther', String(from), String(to))}</p>
      )}
      {isNew && (
        <button type="button" className="button button-primary" onClick={() => void take()}>
          {text(place ? 'optionsHolidaysTake' : 'optionsHolidaysDrop')}
        </button>
      )}
    </>
  );
}

interface PlaceChoiceProps {
  readonly label: string;
  readonly none: string;
  readonly value: string;
  readonly places: readonly PublicHolidays.Place[];
  readonly onChange: (id: string) => void;
}

function PlaceChoice({ label, none, value, places, onChange }: PlaceChoiceProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{none}</option>
        {places.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the stored days are called at their place; names are not stored. */
function namesOf(book: typeof PublicHolidays | undefined, place: string, holidays: readonly string[]) {
  const years = [...new Set(holidays.map((on) => Number(on.slice(0, 4))))].sort((a, b) => a - b);
  const days = book && place ? years.flatMap((year) => book.publicHolidays(place, [year], locale())) : [];
  return new Map(days.map(({ on, name }) => [on, name]));
}
