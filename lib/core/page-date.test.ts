import { format } from 'date-fns';
import {
  cs,
  da,
  de,
  enGB,
  enUS,
  es,
  fr,
  it as italian,
  ja,
  ko,
  nl,
  pl,
  pt,
  ptBR,
  ro,
  ru,
  sv,
  tr,
  zhCN,
} from 'date-fns/locale';
import { describe, expect, it } from 'vitest';
import { atTime } from './calendar';
import { instantOfId, readPageDate } from './page-date';

const timeZone = 'Europe/Berlin';
/** Sunday 22 November 2026, 10:30 in Berlin. */
const now = atTime('2026-11-22', 10 * 60 + 30, timeZone);

function read(text: string, language: string): string | undefined {
  const found = readPageDate(text, { language, now, timeZone });
  if (!found) return undefined;
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(found.at);
  return found.precision === 'day' ? wall.slice(0, 10) : wall;
}

describe('readPageDate', () => {
  it.each([
    // Gmail
    ['en-US', 'Thu, Dec 18, 2014 at 12:35 PM', '2014-12-18 12:35'],
    ['en-US', 'Sep 3, 2025, 10:57 AM', '2025-09-03 10:57'],
    ['en-US', 'Sep 3, 2025, 10:57\u202fAM', '2025-09-03 10:57'],
    ['en-IN', '20 Aug 2025, 13:19', '2025-08-20 13:19'],
    ['en-GB', '20 Aug 2025, 13:19 (2 days ago)', '2025-08-20 13:19'],
    ['en', 'Tue 4 Aug, 15:15 (2 days ago)', '2026-08-04 15:15'],
    ['ru', 'чт, 26 дек. 2019 г., 22:54', '2019-12-26 22:54'],
    ['ru', '26 дек. 2019 г., 22:53', '2019-12-26 22:53'],
    ['ru', '26 декабря 2019 г. в 22:53', '2019-12-26 22:53'],
    ['de', 'Di., 29. Sept. 2026, 09:05', '2026-09-29 09:05'],
    ['de', 'Dienstag, 29. September 2026 um 09:05', '2026-09-29 09:05'],
    ['fr', 'mar. 29 sept. 2026, 09:05', '2026-09-29 09:05'],
    ['fr', 'mar. 3 mars 2026 09:05', '2026-03-03 09:05'],
    ['it', 'mar 3 mar 2026, 09:05', '2026-03-03 09:05'],
    ['es', 'mar, 29 sept 2026, 09:05', '2026-09-29 09:05'],
    ['es', '29 de septiembre de 2026, 09:05', '2026-09-29 09:05'],
    ['pt-BR', 'ter., 29 de set. de 2026, 09:05', '2026-09-29 09:05'],
    ['pl', 'wt., 29 wrz 2026, 09:05', '2026-09-29 09:05'],
    ['ja', '2026年9月29日(火) 9:05', '2026-09-29 09:05'],
    ['ja', '2026年9月29日火曜日 9:05', '2026-09-29 09:05'],
    ['zh-CN', '2026年9月29日周二 下午3:05', '2026-09-29 15:05'],
    ['ko', '2026년 9월 29일 (화) 오후 3:05', '2026-09-29 15:05'],
    ['he', 'יום ג׳, 29 בספט׳ 2026, 9:05', '2026-09-29 09:05'],
    ['en', '\u202aNov 3\u202c', '2026-11-03'],
    ['en', 'Dec 3', '2025-12-03'],
    ['en', '12:05 AM', '2026-11-22 00:05'],
    ['en', '9:05', '2026-11-22 09:05'],
    ['ar', '٢٩ سبتمبر ٢٠٢٦، ٩:٠٥ ص', '2026-09-29 09:05'],
    // Roundcube
    ['en', 'Today 00:20', '2026-11-22 00:20'],
    ['en', 'Sat 22:00', '2026-11-21 22:00'],
    ['en', 'Mon 22:00', '2026-11-16 22:00'],
    ['en', '2026-10-27 06:58', '2026-10-27 06:58'],
    ['en', '2026-11-21 15:57', '2026-11-21 15:57'],
    ['de', 'Heute 00:20', '2026-11-22 00:20'],
    ['de_DE', 'Gestern 22:10', '2026-11-21 22:10'],
    ['de', 'Sa 22:00', '2026-11-21 22:00'],
    ['de', '02.03.2026 09:23', '2026-03-02 09:23'],
    ['fr', "Aujourd'hui 00:20", '2026-11-22 00:20'],
    ['fr', 'Aujourd’hui 00:20', '2026-11-22 00:20'],
    ['da', 'i dag 00:20', '2026-11-22 00:20'],
    ['pl', 'Dziś 00:20', '2026-11-22 00:20'],
    ['ja', '今日 00:20', '2026-11-22 00:20'],
    ['de', 'Today 00:20', '2026-11-22 00:20'],
    // Outlook: the weekday tells, and where it fits both the country
    ['en-us', 'Wed 9/2/2026 12:28 AM', '2026-09-02 00:28'],
    ['en-GB', 'Wed 02/09/2026 14:04', '2026-09-02 14:04'],
    ['en-us', 'Tue 03/11/2026 09:05', '2026-11-03 09:05'],
    ['en-us', 'Sat 5/9/2026 9:05 AM', '2026-05-09 09:05'],
    ['en-GB', 'Sat 5/9/2026 09:05', '2026-09-05 09:05'],
    ['de-DE', 'Mi, 30.09.2026 14:04', '2026-09-30 14:04'],
    ['cs', 'Pá 27.02.2026 8:15', '2026-02-27 08:15'],
    ['en-us', 'Wed 2026-09-02 12:28 AM', '2026-09-02 00:28'],
    ['en-us', 'Tuesday, August 26, 2025 10:19 AM', '2025-08-26 10:19'],
    // Proton Mail
    ['de', 'Mittwoch, 30. September 2026 um 14:04', '2026-09-30 14:04'],
    ['fr', 'vendredi 20 août 2021 à 13:19', '2021-08-20 13:19'],
    // Others
    ['cs', 'Po 02.03.2026 9:23', '2026-03-02 09:23'],
    ['en', 'Wed 9/2/2026 12:28 AM', '2026-09-02 00:28'],
    ['en', '27/10/2026 06:58', '2026-10-27 06:58'],
    ['en', '10/10/2026', '2026-10-10'],
    ['en', 'Saturday, November 21, 2026 15:57 UTC', '2026-11-21 16:57'],
    ['en', '01-Nov-26', '2026-11-01'],
    ['fi', '29. syyskuuta 2026 klo 9.05', '2026-09-29 09:05'],
    ['es', '29 de septiembre de 2026 a las 9:05', '2026-09-29 09:05'],
    ['en', 'Yesterday 22:00', '2026-11-21 22:00'],
    ['en', 'Friday, August 20th, 2021 at 1:19 PM', '2021-08-20 13:19'],
  ])('%s: %s', (language, text, expected) => expect(read(text, language)).toBe(expected));

  it.each([
    ['day and month could be swapped', 'en', '9/2/2026 12:28 AM'],
    ['day and month could be swapped', 'de', '02/03/2026'],
    ['day and month could be swapped, and no country is named', 'en', 'Sat 5/9/2026 9:05 AM'],
    ['day and month could be swapped, and no weekday stands there', 'en-us', '5/9/2026 9:05 AM'],
    ['day and month could be swapped, and the country begins with the year', 'sv-SE', 'Sat 5/9/2026 9:05'],
    ['the weekday does not fit', 'en', 'Mon, Dec 18, 2014 at 12:35 PM'],
    ['no such day', 'en', '31 Nov 2026'],
    ['no such hour', 'en', 'Today 25:10'],
    ['no such half', 'en', 'Today 13:10 PM'],
    ['a weekday that is today', 'en', 'Sun 22:00'],
    ['a time that is still to come', 'en', '22:54'],
    ['an unknown word', 'en', 'Nov 3 maybe'],
    ['another language', 'en', '26 дек. 2019 г., 22:53'],
    ['a count', 'en', '3 days ago'],
    ['a number', 'en', '1732269000000'],
    ['a year of another calendar', 'th', '29 กันยายน 2569 09:05'],
    ['nothing', 'en', ''],
    ['two dates', 'en', '2026-10-27 2026-10-28'],
    ['a version', 'en', '1.2.3'],
    ['a zone it does not know', 'en', '2026-10-27 06:58 PST'],
  ])('gives up: %s (%s)', (_why, language, text) => expect(read(text, language)).toBeUndefined());
});

describe('dates as date-fns writes them in full, which Proton Mail shows', () => {
  const at = new Date('2026-09-29T09:05');
  it.each(
    Object.entries({ cs, da, de, enGB, enUS, es, fr, it: italian, ja, ko, nl, pl, pt, ptBR, ro, ru, sv, tr, zhCN }),
  )('%s', (_name, locale) => {
    for (const form of ['PPPPp', 'PPp'])
      expect(read(format(at, form, { locale }), locale.code)).toBe('2026-09-29 09:05');
  });
});

it.each([
  ['gmail:16f438f4edd46df5', '2019-12-26T18:54'],
  ['gmail:1654009536642772396', '2019-12-26T18:53'],
])('instantOfId(%s)', (id, expected) =>
  expect(new Date(instantOfId(id) ?? 0).toISOString().slice(0, 16)).toBe(expected),
);

it.each([
  'gmail:r-123',
  'gmail:',
  'gmail:12',
  'other:16f438f4edd46df5',
  'gmail:ffffffffffffffff0',
  'gmail:0000000000000001',
  '',
])('instantOfId(%s) is none', (id) => expect(instantOfId(id)).toBeUndefined());
