import { useState } from 'react';
import { text } from '@/lib/extension/text';
import { type Recordable, RecoveryDeedFields, recordable, takes } from './RecoveryDeed';
import type { RecoveryPart } from './recovery-view';

interface RecoveryMoreProps {
  readonly part: RecoveryPart;
  /** What the next step offers already. */
  readonly offered: readonly Recordable[];
}

const kinds: readonly Recordable[] = [
  'holding-note',
  'apologised',
  'asked-how',
  'asked',
  'planned',
  'fix-promised',
  'status-told',
  'fixed',
  'given',
  'extra',
  'no-extra',
  'not-ok',
  'repeat-asked',
  'note',
  'closed',
];

/** Whatever else the case takes: things done ahead of their turn, a note, its end. */
export function RecoveryMore({ part, offered }: RecoveryMoreProps) {
  const [chosen, setChosen] = useState<Recordable>();
  const { offersHoldingNote } = part.view.course;
  const others = kinds
    .filter((kind) => !offered.includes(kind) && takes(part.view, kind))
    .filter((kind) => kind !== 'holding-note' || !offersHoldingNote);
  const shown = chosen !== undefined && others.includes(chosen) ? chosen : undefined;
  return (
    <section className="tab-box" aria-labelledby="else">
      <h2 id="else">{text('caseElse')}</h2>
      <div className="choices">
        {others.map((kind) => (
          <button
            key={kind}
            type="button"
            className="choice"
            aria-pressed={kind === shown}
            onClick={() => setChosen(kind === shown ? undefined : kind)}
          >
            {text(recordable[kind][0])}
          </button>
        ))}
      </div>
      {shown && <RecoveryDeedFields key={shown} part={part} kind={shown} onDone={() => setChosen(undefined)} />}
    </section>
  );
}
