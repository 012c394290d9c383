import { type ReactNode, useId } from 'react';
import { text } from '@/lib/extension/text';

interface RowProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** A label, its control beside it, and the default. */
function Row({ id, label, hint, children }: RowProps) {
  return (
    <div className="options-row">
      <label htmlFor={id}>{label}</label>
      <div className="options-control">
        {children}
        {hint && (
          <small className="quiet" id={`${id}-hint`}>
            {hint}
          </small>
        )}
      </div>
    </div>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly unit: string;
  readonly value: string;
  /** The value of a new user. */
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number | 'any';
  readonly onChange: (value: string) => void;
}

/** A number with its unit and its default. */
export function NumberField({ label, unit, value, fallback, min, max, step = 1, onChange }: NumberFieldProps) {
  const id = useId();
  return (
    <Row id={id} label={label} hint={text('optionsDefault', fallback)}>
      <input
        id={id}
        type="number"
        required
        min={min}
        max={max}
        step={step}
        value={value}
        aria-describedby={`${id}-unit ${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id}-unit`}>{unit}</span>
    </Row>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly minutes: number;
  readonly fallback: number;
  readonly onChange: (minutes: number) => void;
}

/** A time of day, in minutes after midnight. */
export function TimeField({ label, minutes, fallback, onChange }: TimeFieldProps) {
  const id = useId();
  const change = (value: string) => {
    const [hours, rest] = value.split(':').map(Number);
    if (hours !== undefined && rest !== undefined) onChange(hours * 60 + rest);
  };
  return (
    <Row id={id} label={label} hint={text('optionsDefault', clockTime(fallback))}>
      <input
        id={id}
        type="time"
        required
        value={clockTime(minutes)}
        aria-describedby={`${id}-hint`}
        onChange={(event) => change(event.target.value)}
      />
    </Row>
  );
}

interface LinesFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Several entries, one a line. */
export function LinesField({ label, value, onChange }: LinesFieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <textarea rows={3} value={value} spellCheck={false} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Switch({ label, on, onChange }: SwitchProps) {
  return (
    <label className="switch">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** `09:00`, as the browser's field for times reads it; it knows no 24:00. */
function clockTime(minutes: number): string {
  const within = Math.min(minutes, 24 * 60 - 1);
  return [Math.floor(within / 60), within % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
