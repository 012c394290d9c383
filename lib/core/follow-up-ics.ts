import { plainName } from '@/lib/core/address';
import { addDays } from '@/lib/core/calendar';
import type { FollowUp } from '@/lib/core/follow-up';
import type { CalendarDate, Instant } from '@/lib/core/model';

/** A follow-up as a calendar shows it. */
export interface CalendarEntry {
  readonly followUp: Pick<FollowUp, 'id' | 'dueOn' | 'note' | 'updatedAt' | 'doneAt' | 'deletedAt'>;
  /** "Call Marta Lindqvist (Norrsken)", on one line. */
  readonly title: string;
}

/** RFC 5545 §3.1: a line has at most so many octets of UTF-8, its end not counted. */
const mostOctets = 75;

/**
 * The open ones among these follow-ups as a calendar file (RFC 5545), a whole day each that keeps nobody from being
 * free. The same follow-ups give the same file, and a later file replaces the entries of an earlier one. `undefined`:
 * none is open, and a calendar without entries is no valid file.
 */
export function calendarFile(entries: readonly CalendarEntry[]): string | undefined {
  const open = entries.filter(({ followUp }) => followUp.doneAt === undefined && followUp.deletedAt === undefined);
  if (open.length === 0) return undefined;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Holdfast//Follow-ups//EN',
    'CALSCALE:GREGORIAN',
    ...open.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ followUp: { id, dueOn, note, updatedAt }, title }: CalendarEntry): readonly string[] {
  const description = cleaned(note ?? '').trim();
  return [
    'BEGIN:VEVENT',
    `UID:holdfast-${escaped(id)}`,
    `DTSTAMP:${stampOf(updatedAt)}`,
    `DTSTART;VALUE=DATE:${dateOf(dueOn)}`,
    // The end is the day after the last one.
    `DTEND;VALUE=DATE:${dateOf(addDays(dueOn, 1))}`,
    `SUMMARY:${escaped(plainName(title))}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function dateOf(on: CalendarDate): string {
  return on.replaceAll('-', '');
}

/** `20261120T090500Z`. */
function stampOf(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Control characters have no place in a calendar file, and half a character has none in UTF-8. */
function cleaned(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\p{Cc}/gu, (found) => (found === '\n' || found === '\t' ? found : ''))
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** A value of type TEXT. */
function escaped(text: string): string {
  return cleaned(text)
    .replace(/[\\;,]/g, (found) => `\\${found}`)
    .replaceAll('\n', '\\n');
}

/** Broken into lines that each begin with a blank but the first; no character is cut in two. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > mostOctets) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** Octets of one character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
