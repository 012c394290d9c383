import { type ReactNode, useState } from 'react';
import { civilDate, startOfDay } from '@/lib/core/calendar';
import { dayAt } from '@/lib/core/day-words';
import { text } from '@/lib/extension/text';
import { useMoment } from './moment';
import type { RecordedDeed, RecoveryPart } from './recovery-view';

interface Choice {
  /** `undefined`: something is still missing. */
  readonly deed: RecordedDeed | undefined;
  readonly label: string;
}

export interface RecoveryDeedFormProps {
  readonly part: RecoveryPart;
  /** What can be recorded with what stands in the fields; the first is the one that Enter means. */
  readonly choices: readonly [Choice, ...Choice[]];
  /** It is the one next step. */
  readonly primary?: boolean;
  /** The note is part of the deed: it is asked for under that name, and needed. */
  readonly needsNote?: string;
  readonly onDone?: () => void;
  /** The fields of which the deed is made. */
  readonly children?: ReactNode;
}

/** Records that something happened: its own fields, a note, the day if it was not today, and a button for each outcome. */
export function RecoveryDeedForm({ part, choices, primary, needsNote, onDone, children }: RecoveryDeedFormProps) {
  const { today } = useMoment();
  const [note, setNote] = useState('');
  const [on, setOn] = useState(today);
  const occurredAt = useInstantOn(part);
  const record = async (deed: RecordedDeed | undefined) => {
    if (!deed || (needsNote !== undefined && note.trim() === '')) return;
    if (!(await part.deeds.record(deed, { note: note.trim() || undefined, occurredAt: occurredAt(on) }))) return;
    setNote('');
    setOn(today);
    onDone?.();
  };
  const noteField = <NoteField label={needsNote} note={note} onNote={setNote} />;
  return (
    <form
      className="deed fields"
      onSubmit={(event) => {
        event.preventDefault();
        void record(choices[0].deed);
      }}
    >
      {children}
      {needsNote !== undefined && noteField}
      <details className="more">
        <summary>{text('caseAddMore')}</summary>
        <div className="fields">
          {needsNote === undefined && noteField}
          <DayField part={part} on={on} onDay={setOn} />
        </div>
      </details>
      <div className="buttons">
        {choices.map(({ deed, label }, index) => (
          <button
            key={label}
            type={index === 0 ? 'submit' : 'button'}
            className={primary && index === 0 ? 'button button-primary' : 'button'}
            onClick={index === 0 ? undefined : () => void record(deed)}
          >
            {label}
          </button>
        ))}
      </div>
    </form>
  );
}

const halfDayMs = 12 * 3_600_000;

/** The instant of a deed on that day: now, or the middle of an earlier day, never before what was done by then. */
function useInstantOn({ view: { recovery, happenings } }: RecoveryPart): (on: string) => number | undefined {
  const { today, timeZone } = useMoment();
  return (on) => {
    if (on === today || on === '') return undefined;
    const sameDay = happenings.map(({ occurredAt }) => occurredAt).filter((at) => civilDate(at, timeZone) === on);
    return Math.max(recovery.openedAt, startOfDay(on, timeZone) + halfDayMs, ...sameDay);
  };
}

interface NoteFieldProps {
  readonly label: string | undefined;
  readonly note: string;
  readonly onNote: (note: string) => void;
}

function NoteField({ label, note, onNote }: NoteFieldProps) {
  return (
    <label className="field">
      <span>{label ?? text('caseNote')}</span>
      <textarea
        rows={2}
        required={label !== undefined}
        maxLength={10_000}
        value={note}
        onChange={(event) => onNote(event.target.value)}
      />
    </label>
  );
}

interface DayFieldProps {
  readonly part: RecoveryPart;
  readonly on: string;
  readonly onDay: (on: string) => void;
}

function DayField({ part, on, onDay }: DayFieldProps) {
  const moment = useMoment();
  return (
    <label className="field field-day">
      <span>{text('caseDay')}</span>
      <input
        type="date"
        required
        min={dayAt(part.view.recovery.openedAt, moment)}
        max={moment.today}
        value={on}
        onChange={(event) => onDay(event.target.value)}
      />
    </label>
  );
}
