import { type FormEvent, useState } from 'react';
import type { Settings } from '@/lib/core/settings';
import { locale, text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import type { RequestOf } from '@/lib/messaging/protocol';
import { useActs } from './acts';

type Change = Omit<RequestOf<'changeSettings'>, 'id'>;

/** Monday first; the date is a Monday. */
const week = [1, 2, 3, 4, 5, 6, 0];
const aSunday = Date.UTC(2026, 0, 4);

/** The user's choices. What was typed stays until it is saved, whatever changes meanwhile. */
export function SettingsForm({ settings }: { readonly settings: Settings }) {
  const acts = useActs();
  const [typed, setTyped] = useState<{ readonly cadence?: string; readonly addresses?: string }>({});
  const cadence = typed.cadence ?? String(settings.cadenceDays);
  const addresses = typed.addresses ?? settings.ownAddresses.join('\n');
  const isTyped = typed.cadence !== undefined || typed.addresses !== undefined;
  const change = (what: Change) => acts.run('changeSettings', { id: newId(), ...what });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await change({ cadenceDays: Number(cadence), ownAddresses: linesIn(addresses) })) setTyped({});
  };
  return (
    <>
      <form className="fields" onSubmit={(event) => void save(event)}>
        <label className="field">
          <span>{text('defaultCadence')}</span>
          <input
            type="number"
            required
            min={1}
            max={3650}
            value={cadence}
            onChange={(event) => setTyped({ ...typed, cadence: event.target.value })}
          />
        </label>
        <label className="field">
          <span>{text('ownAddresses')}</span>
          <textarea
            rows={2}
            value={addresses}
            onChange={(event) => setTyped({ ...typed, addresses: event.target.value })}
          />
        </label>
        {isTyped && (
          <button type="submit" className="button">
            {text('pageSave')}
          </button>
        )}
      </form>
      <DaysOff weekend={settings.weekend} onChange={(days) => void change({ weekend: [...days] })} />
      <label className="switch">
        <input
          type="checkbox"
          checked={settings.keepSubjects}
          onChange={(event) => void change({ keepSubjects: event.target.checked })}
        />
        <span>{text('keepSubjects')}</span>
      </label>
    </>
  );
}

interface DaysOffProps {
  readonly weekend: readonly number[];
  readonly onChange: (weekend: readonly number[]) => void;
}

/** The days without reminders; one day at least stays a working day. */
function DaysOff({ weekend, onChange }: DaysOffProps) {
  const toggle = (day: number) =>
    onChange(weekend.includes(day) ? weekend.filter((one) => one !== day) : [...weekend, day]);
  return (
    <fieldset className="field days">
      <legend>{text('daysOff')}</legend>
      {week.map((day) => (
        <label key={day} title={dayName(day, 'long')}>
          <input
            type="checkbox"
            aria-label={dayName(day, 'long')}
            checked={weekend.includes(day)}
            disabled={weekend.length === 6 && !weekend.includes(day)}
            onChange={() => toggle(day)}
          />
          <span aria-hidden="true">{dayName(day, 'short')}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function linesIn(content: string): string[] {
  return content.split(/[\s,;]+/u).filter((line) => line !== '');
}

function dayName(day: number, style: 'long' | 'short'): string {
  return new Intl.DateTimeFormat(locale(), { weekday: style, timeZone: 'UTC' }).format(aSunday + day * 86_400_000);
}
