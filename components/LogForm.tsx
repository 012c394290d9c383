import { type ReactNode, useState } from 'react';
import { text } from '@/lib/extension/text';
import type { LogKind } from './keys';
import { LogChoices } from './LogChoices';
import type { LogDetails } from './row-view';

interface LogFormProps {
  readonly name: string;
  readonly onLog: (kind: LogKind, details: LogDetails) => void;
  /** Further choices, where there is room for them. */
  readonly more?: (onLog: (kind: LogKind) => void) => ReactNode;
}

/** Logs a contact of today, with a note if there is one; an attempt that reached nobody is logged as that. */
export function LogForm({ name, onLog, more }: LogFormProps) {
  const [note, setNote] = useState('');
  const log = (kind: LogKind, outcome: 'reached' | 'tried') => {
    onLog(kind, { outcome, note: note.trim() || undefined });
    setNote('');
  };
  return (
    <section className="panel-part">
      <h3>{text('pageLog')}</h3>
      <LogChoices name={name} onLog={(kind) => log(kind, 'reached')}>
        {more?.((kind) => log(kind, 'reached'))}
      </LogChoices>
      <textarea
        className="note"
        rows={1}
        value={note}
        maxLength={10_000}
        aria-label={text('noteOptional')}
        placeholder={text('noteOptional')}
        onChange={(event) => setNote(event.target.value)}
      />
      <p className="inline-acts">
        {text('pageTried')}{' '}
        <button
          type="button"
          className="link-button"
          aria-label={text('pageTriedCall')}
          onClick={() => log('call', 'tried')}
        >
          {text('pageCall')}
        </button>
        <button
          type="button"
          className="link-button"
          aria-label={text('pageTriedMail')}
          onClick={() => log('mail', 'tried')}
        >
          {text('pageMail')}
        </button>
      </p>
    </section>
  );
}
