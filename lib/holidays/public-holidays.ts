import Holidays from 'date-holidays';
import { inOrder, type NamedDay } from './named-day';

/** A country, or a part of one; `id` as in ISO 3166, parts after a dash (`DE`, `DE-BY`, `DE-BY-A`). */
export interface Place {
  readonly id: string;
  readonly name: string;
}

const dayMs = 86_400_000;

/** Every country of which the holidays are known, by name. */
export function countries(locale: string): readonly Place[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const known = Object.entries(new Holidays().getCountries(languageOf(locale)));
  return byName(
    known.map(([id, name]) => ({ id, name: names.of(id) ?? name })),
    locale,
  );
}

/** Parts of the country with holidays of their own, by name; those of a part follow it. */
export function partsOf(country: string, locale: string): readonly Place[] {
  const source = new Holidays();
  const language = languageOf(locale);
  const states = Object.entries(source.getStates(country, language) ?? {});
  const parts = byName(
    states.map(([id, name]) => ({ id, name })),
    locale,
  );
  return parts.flatMap(({ id, name }) => {
    const regions = Object.entries(source.getRegions(country, id, language) ?? {});
    const within = regions.map(([part, partName]) => ({
      id: `${country}-${id}-${part}`,
      name: `${name}: ${partName}`,
    }));
    return [{ id: `${country}-${id}`, name }, ...byName(within, locale)];
  });
}

/** The public holidays of those years in that country or part; none for a place that is not known. */
export function publicHolidays(place: string, years: readonly number[], locale: string): readonly NamedDay[] {
  const source = new Holidays();
  const [country = '', state = '', ...region] = place.split('-');
  if (!(country in source.getCountries())) return [];
  source.init(country, state, region.join('-'));
  // Holidays over the turn of the year begin in the year before.
  const asked = [(years[0] ?? 0) - 1, ...years];
  const days = asked.flatMap((year) => source.getHolidays(year, languageOf(locale)));
  const found = days.filter(({ type }) => type === 'public').flatMap(daysOf);
  return inOrder(found.filter(({ on }) => years.includes(Number(on.slice(0, 4)))));
}

/** The days whose noon lies within: a holiday from two o'clock on leaves a working day. */
function daysOf({ date, start, end, name }: { date: string; start: Date; end: Date; name: string }): NamedDay[] {
  const from = Date.parse(`${date.slice(0, 10)}T${date.slice(11, 19)}Z`);
  const to = from + (end.getTime() - start.getTime());
  const days: NamedDay[] = [];
  for (let noon = Math.floor(from / dayMs) * dayMs + dayMs / 2; noon < to; noon += dayMs) {
    if (noon >= from) days.push({ on: new Date(noon).toISOString().slice(0, 10), name });
  }
  return days;
}

function byName(places: readonly Place[], locale: string): readonly Place[] {
  const { compare } = new Intl.Collator(locale);
  return places.toSorted((a, b) => compare(a.name, b.name));
}

function languageOf(locale: string): string {
  return new Intl.Locale(locale).language;
}
