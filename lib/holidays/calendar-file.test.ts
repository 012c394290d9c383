import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCalendar } from './calendar-file';

const years = [2026, 2027, 2028];
const entry = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const file = (...entries: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...entries, 'END:VCALENDAR', ''].join('\r\n');
const allDay = (day: string, ...lines: string[]) =>
  entry('UID:a', `DTSTART;VALUE=DATE:${day}`, 'SUMMARY:Off', ...lines);

function days(...entries: string[]): readonly string[] {
  const read = readCalendar(file(...entries), years);
  return read.ok ? read.days.map(({ on }) => on) : [read.why];
}

describe('all-day entries', () => {
  it.each<[string, string, readonly string[]]>([
    ['one day', allDay('20261224'), ['2026-12-24']],
    ['one day, its end told', allDay('20261224', 'DTEND;VALUE=DATE:20261225'), ['2026-12-24']],
    [
      'several days, without the day of the end',
      allDay('20261230', 'DTEND;VALUE=DATE:20270102'),
      ['2026-12-30', '2026-12-31', '2027-01-01'],
    ],
    ['a length instead of an end', allDay('20260105', 'DURATION:P2D'), ['2026-01-05', '2026-01-06']],
    ['an end before the start', allDay('20260105', 'DTEND;VALUE=DATE:20260101'), ['2026-01-05']],
    ['days of another year', allDay('20251224'), ['no-days']],
    ['a cancelled one', allDay('20261224', 'STATUS:CANCELLED'), ['no-days']],
    ['one with a time of day', entry('DTSTART:20261224T090000Z', 'DTEND:20261224T100000Z'), ['no-days']],
    ['one without a day', entry('SUMMARY:Off'), ['no-days']],
  ])('%s', (_, one, expected) => expect(days(one)).toEqual(expected));

  it('takes over their names, and the lines a program has folded', () => {
    const read = readCalendar(
      file(allDay('20261224').replace('SUMMARY:Off', 'SUMMARY:Company\r\n  holiday\\, all')),
      years,
    );
    expect(read).toEqual({ ok: true, days: [{ on: '2026-12-24', name: 'Company holiday, all' }], leftOut: 0 });
  });

  it('counts those left out, and takes the rest', () => {
    const read = readCalendar(file(entry('DTSTART:20261224T090000Z'), allDay('20261225'), allDay('2026')), years);
    expect(read).toMatchObject({ ok: true, leftOut: 2 });
    expect(days(entry('DTSTART:20261224T090000Z'), allDay('20261225'))).toEqual(['2026-12-25']);
  });
});

describe('entries that return', () => {
  const first = allDay('20200501', 'RRULE:FREQ=YEARLY');
  it.each<[string, string, readonly string[]]>([
    ['each year', first, ['2026-05-01', '2027-05-01', '2028-05-01']],
    ['each second year', allDay('20250501', 'RRULE:FREQ=YEARLY;INTERVAL=2'), ['2027-05-01']],
    ['until a day', allDay('20200501', 'RRULE:FREQ=YEARLY;UNTIL=20270501'), ['2026-05-01', '2027-05-01']],
    ['so many times', allDay('20240501', 'RRULE:FREQ=YEARLY;COUNT=4'), ['2026-05-01', '2027-05-01']],
    ['on 29 February', allDay('20240229', 'RRULE:FREQ=YEARLY'), ['2028-02-29']],
    [
      'on the last Monday of May',
      allDay('20250526', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO'),
      ['2026-05-25', '2027-05-31', '2028-05-29'],
    ],
    [
      'on the fourth Thursday of November',
      allDay('20251127', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'),
      ['2026-11-26', '2027-11-25', '2028-11-23'],
    ],
    [
      'on the first Monday of the year',
      allDay('20250106', 'RRULE:FREQ=YEARLY;BYDAY=1MO'),
      ['2026-01-05', '2027-01-04', '2028-01-03'],
    ],
    [
      'on the last day of February',
      allDay('20250228', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'),
      ['2026-02-28', '2027-02-28', '2028-02-29'],
    ],
    [
      'each quarter',
      allDay('20280101', 'RRULE:FREQ=MONTHLY;INTERVAL=3'),
      ['2028-01-01', '2028-04-01', '2028-07-01', '2028-10-01'],
    ],
    [
      'each second week',
      allDay('20281204', 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR'),
      ['2028-12-04', '2028-12-08', '2028-12-18', '2028-12-22'],
    ],
    ['each third day', allDay('20281226', 'RRULE:FREQ=DAILY;INTERVAL=3'), ['2028-12-26', '2028-12-29']],
    [
      'but not on one day',
      allDay('20260501', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20270501'),
      ['2026-05-01', '2028-05-01'],
    ],
    [
      'and on one day more',
      allDay('20270501', 'RRULE:FREQ=YEARLY;COUNT=1', 'RDATE;VALUE=DATE:20271224'),
      ['2027-05-01', '2027-12-24'],
    ],
    [
      'over the turn of the year',
      allDay('20201231', 'DTEND;VALUE=DATE:20210102', 'RRULE:FREQ=YEARLY'),
      ['2026-01-01', '2026-12-31', '2027-01-01', '2027-12-31', '2028-01-01', '2028-12-31'],
    ],
    ['by a rule we do not know', allDay('20260501', 'RRULE:FREQ=YEARLY;BYWEEKNO=20'), ['no-days']],
    ['on a day there never is', allDay('20260228', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'), ['2026-02-28']],
  ])('%s', (_, one, expected) => expect(days(one)).toEqual(expected));

  it('a single one moved elsewhere stands there', () => {
    const moved = allDay('20270503', 'RECURRENCE-ID;VALUE=DATE:20270501');
    expect(days(first, moved)).toEqual(['2026-05-01', '2027-05-03', '2028-05-01']);
  });

  it('falls on the days that the library finds, for every rule it shares with us', async () => {
    const { default: ICAL } = await import('ical.js');
    const month = fc.integer({ min: 1, max: 12 });
    const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
    const nth = fc.constantFrom(1, 2, 3, 4, -1);
    const rule = fc.oneof(
      fc.record({ m: month, d: weekday, n: nth }).map(({ m, d, n }) => `FREQ=YEARLY;BYMONTH=${m};BYDAY=${n}${d}`),
      fc.record({ d: weekday, n: nth }).map(({ d, n }) => `FREQ=MONTHLY;BYDAY=${n}${d}`),
      fc.integer({ min: 1, max: 5 }).map((n) => `FREQ=DAILY;INTERVAL=${n}`),
      fc
        .record({ n: fc.integer({ min: 1, max: 4 }), d: weekday })
        .map(({ n, d }) => `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${d}`),
    );
    const start = fc
      .integer({ min: 0, max: 700 })
      .map((n) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
    const property = fc.property(start, rule, (from, text) => {
      const expected: string[] = [];
      const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(from));
      for (let next = iterator.next(); next && next.year <= 2028; next = iterator.next())
        expected.push(next.toString().slice(0, 10));
      // The library leaves out a first day that its rule does not name; the standard counts it in.
      const found = days(allDay(from.replaceAll('-', ''), `RRULE:${text}`));
      expect(found.slice(0, 1_000)).toEqual([...new Set([from, ...expected])].slice(0, 1_000));
    });
    fc.assert(property, { numRuns: 200 });
  });
});

describe('a file that is none, or means no good', () => {
  it.each([
    ['nothing', ''],
    ['words', 'hello'],
    ['a web page', '<html><body>BEGIN:VCALENDAR</body></html>'],
    ['our own copy', '{"format":"holdfast"}'],
    ['a visiting card', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nEND:VCARD\r\n'],
    ['half a calendar', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261224\r\n'],
    ['a line that is none', file('what is this')],
    ['many calendars within each other', 'BEGIN:VCALENDAR\r\n'.repeat(50_000)],
  ])('%s', (_, text) => expect(readCalendar(text, years)).toEqual({ ok: false, why: 'no-calendar' }));

  it('a calendar without days off', () => {
    expect(readCalendar(file(), years)).toEqual({ ok: false, why: 'no-days' });
  });

  it('ten megabytes are not even looked at', () => {
    const started = performance.now();
    expect(readCalendar(file(allDay('20261224').repeat(120_000)), years)).toEqual({ ok: false, why: 'too-large' });
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('endless recurrence ends, whatever its step', () => {
    for (const step of ['SECONDLY', 'MINUTELY', 'HOURLY'])
      expect(days(allDay('20260101', `RRULE:FREQ=${step}`))).toEqual(['no-days']);
    expect(days(allDay('00010101', 'RRULE:FREQ=DAILY'))).toHaveLength(1_000);
    expect(days(allDay('20260101', 'DTEND;VALUE=DATE:99991231'))).toHaveLength(366);
  });

  it('thousands of endless rules are given up, what was found stands', () => {
    const hostile = Array.from({ length: 5_000 }, () =>
      allDay('00010101', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9'),
    );
    const started = performance.now();
    const read = readCalendar(file(allDay('20261224'), ...hostile), years);
    expect(read).toMatchObject({ ok: true, days: [{ on: '2026-12-24', name: 'Off' }] });
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('never throws', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'DTSTART;VALUE=DATE:20260101',
        'DTSTART;VALUE=DATE:2026',
        'RRULE:FREQ=YEARLY;INTERVAL=0',
        'RRULE:FREQ=YEARLY;BYDAY=99XX',
        'DTEND;VALUE=DATE:x',
        'EXDATE:1',
        'DURATION:P',
        'BEGIN:VALARM',
        'UID',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const read = readCalendar(file(...lines), years);
        if (read.ok) expect(read.days.length).toBeLessThanOrEqual(1_000);
      }),
      { numRuns: 300 },
    );
  });
});
