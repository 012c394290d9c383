import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { at } from '@/tests/support/rows';
import { plainName } from './address';
import { addDays } from './calendar';
import { type CalendarEntry, calendarFile } from './follow-up-ics';

function entry(title: string, changes: Partial<CalendarEntry['followUp']> = {}): CalendarEntry {
  const followUp = { id: '01JCCCCCCCCCCCCCCCCCCCCCCC', dueOn: '2026-12-31', updatedAt: at('2026-11-20 10:05') };
  return { title, followUp: { ...followUp, ...changes } };
}

/** What another program reads out of it. */
function readBack(file: string | undefined) {
  return new ICAL.Component(ICAL.parse(file ?? '')).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const { summary, description, uid, startDate, endDate } = event;
    return { summary, description, uid, start: `${startDate}`, end: `${endDate}`, isWholeDay: startDate.isDate };
  });
}

const octets = (text: string) => new TextEncoder().encode(text).length;

describe('open follow-ups as a calendar file', () => {
  it('is a day in the calendar, and keeps nobody from being free', () => {
    expect(calendarFile([entry('Call Marta Lindqvist (Norrsken)', { note: 'Ask, then listen;\nnot \\ sell' })])).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Holdfast//Follow-ups//EN',
        'CALSCALE:GREGORIAN',
        'BEGIN:VEVENT',
        'UID:holdfast-01JCCCCCCCCCCCCCCCCCCCCCCC',
        'DTSTAMP:20261120T090500Z',
        'DTSTART;VALUE=DATE:20261231',
        'DTEND;VALUE=DATE:20270101',
        'SUMMARY:Call Marta Lindqvist (Norrsken)',
        'DESCRIPTION:Ask\\, then listen\\;\\nnot \\\\ sell',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('holds only what is open; nothing open is no file', () => {
    const done = entry('Done', { doneAt: 1 });
    const gone = entry('Gone', { deletedAt: 1 });
    expect(calendarFile([done, gone])).toBeUndefined();
    expect(calendarFile([])).toBeUndefined();
    expect(readBack(calendarFile([done, entry('Open'), gone])).map(({ summary }) => summary)).toEqual(['Open']);
  });

  it.each([
    ['emoji at the fold', `${'x'.repeat(65)}👩🏽‍💻👩🏽‍💻👩🏽‍💻 and on`],
    ['Chinese, Japanese and Korean at every fold', '拜访北京的李小姐并讨论春季订单的问题'.repeat(6)],
    ['letters of two octets', 'Åäöß'.repeat(40)],
    ['what looks like the next line', 'a\r\nEND:VEVENT\r\nBEGIN:VEVENT'],
    ['a fold within an escape', `${'x'.repeat(66)};;;;\\\\\\,,,,,`],
  ])('is read back as it was written: %s', (_name, title) => {
    const file = calendarFile([entry(title, { note: `${title}\n${title}` })]);
    const [read] = readBack(file);
    expect(readBack(file)).toHaveLength(1);
    expect(read?.summary).toBe(plainName(title));
    expect(read?.description).toBe(`${title}\n${title}`.replaceAll('\r\n', '\n'));
  });

  it('takes half a character for one that cannot be shown', () => {
    expect(readBack(calendarFile([entry('a\uD83Db')]))[0]?.summary).toBe('a\uFFFDb');
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('\\', ';', ',', '\n', '\r', ' ', 'n', '👩🏽‍💻', '拜', 'é', '\t'),
      maxLength: 200,
    }),
  );
  const shown = (note: string) =>
    note
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      .replace(/(?![\n\t])\p{Cc}/gu, '')
      .trim();
  const follow = fc.record({
    dueOn: fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2001-01-01', days)),
    updatedAt: fc.integer({ min: 0, max: 4_000_000_000_000 }),
    note: text,
  });

  it('is read back as it was written, whatever was written, in lines of 75 octets at most', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, follow), { minLength: 1, maxLength: 4 }), (rows) => {
        const file = calendarFile(
          rows.map(([title, changes], index) => entry(title, { id: `id-${index}`, ...changes })),
        );
        for (const line of file?.split('\r\n') ?? []) {
          expect(octets(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        expect(readBack(file)).toEqual(
          rows.map(([title, { dueOn, note }], index) => ({
            summary: plainName(title),
            description: shown(note) || null,
            uid: `holdfast-id-${index}`,
            start: dueOn,
            end: addDays(dueOn, 1),
            isWholeDay: true,
          })),
        );
      }),
      { numRuns: 300 },
    );
  });
});
