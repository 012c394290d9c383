import { type FormEvent, useState } from 'react';
import { text } from '@/lib/extension/text';
import type { RequestOf } from '@/lib/messaging/protocol';
import { LogChoices } from './LogChoices';
import { SnoozeChoices } from './SnoozeChoices';

export type BulkWhat = RequestOf<'bulk'>['what'];

interface BulkBarProps {
  readonly count: number;
  readonly onRun: (what: BulkWhat) => void;
}

/** What can be done with all selected contacts at once. */
export function BulkBar({ count, onRun }: BulkBarProps) {
  const [tag, setTag] = useState('');
  const people = text('listSelected', count);
  const addTag = (event: FormEvent) => {
    event.preventDefault();
    if (tag.trim() !== '') onRun({ do: 'tag', tag: tag.trim() });
  };
  return (
    <section className="whole-bar" aria-label={people}>
      <strong role="status">{people}</strong>
      <LogChoices name={people} onLog={(kind) => onRun({ do: 'log', kind })} />
      <SnoozeChoices name={people} onSnooze={(untilOn) => onRun({ do: 'snooze', untilOn })} />
      <form className="choices" onSubmit={addTag}>
        <input
          className="choice choice-text"
          value={tag}
          maxLength={60}
          aria-label={text('listTag')}
          placeholder={text('listByTag')}
          onChange={(event) => setTag(event.target.value)}
        />
        <button type="submit" className="choice">
          {text('listTag')}
        </button>
        <button type="button" className="choice" onClick={() => onRun({ do: 'pause' })}>
          {text('listPause')}
        </button>
      </form>
    </section>
  );
}
