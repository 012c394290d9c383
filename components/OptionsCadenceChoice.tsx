import type { Cadence } from '@/lib/core/model';
import { text } from '@/lib/extension/text';

/** A cadence as it is being typed. */
export interface CadenceDraft {
  readonly mode: 'default' | 'days' | 'none';
  readonly days: string;
}

export function draftOf(cadence: Cadence | undefined): CadenceDraft {
  if (cadence === undefined) return { mode: 'default', days: '' };
  return cadence === 'none' ? { mode: 'none', days: '' } : { mode: 'days', days: String(cadence) };
}

/** Those that stand above the default. */
export function cadencesOf(drafts: Readonly<Record<string, CadenceDraft>>): Record<string, Cadence> {
  const own = Object.entries(drafts).filter(([, { mode }]) => mode !== 'default');
  return Object.fromEntries(own.map(([name, { mode, days }]) => [name, mode === 'none' ? 'none' : Number(days)]));
}

interface CadenceChoiceProps {
  readonly name: string;
  /** The name of the choice for screen readers. */
  readonly label: string;
  readonly value: CadenceDraft;
  /** What a new user has, in words. */
  readonly fallback?: string;
  /** It may be left to the default cadence. */
  readonly isOptional?: boolean;
  readonly onChange: (value: CadenceDraft) => void;
}

const modes = [
  ['days', 'optionsCadenceEvery'],
  ['none', 'optionsCadenceNone'],
] as const;

/** Every so many days, never by time, or as the default. */
export function CadenceChoice({ name, label, value, fallback, isOptional, onChange }: CadenceChoiceProps) {
  const choose = (chosen: string) => {
    const mode = modes.find(([one]) => one === chosen)?.[0] ?? 'default';
    onChange({ mode, days: mode === 'days' ? value.days || '30' : '' });
  };
  return (
    <div className="options-row">
      <span className="options-name" aria-hidden="true">
        <bdi>{name}</bdi>
      </span>
      <div className="options-control">
        <select aria-label={label} value={value.mode} onChange={(event) => choose(event.target.value)}>
          {isOptional && <option value="default">{text('optionsCadenceDefault')}</option>}
          {modes.map(([mode, key]) => (
            <option key={mode} value={mode}>
              {text(key)}
            </option>
          ))}
        </select>
        {value.mode === 'days' && (
          <>
            <input
              type="number"
              required
              min={1}
              max={3650}
              aria-label={text('optionsCadenceDaysOf', name)}
              value={value.days}
              onChange={(event) => onChange({ mode: 'days', days: event.target.value })}
            />
            <span aria-hidden="true">{text('optionsDays')}</span>
          </>
        )}
        {fallback && <small className="quiet">{text('optionsDefault', fallback)}</small>}
      </div>
    </div>
  );
}
