import { useState } from 'react';
import { addDays } from '@/lib/core/calendar';
import type { LeavingReason, Outcome, RecoveryDeed } from '@/lib/core/recovery';
import { firstName } from '@/lib/core/wording';
import { text } from '@/lib/extension/text';
import { useMoment } from './moment';
import { RecoveryDeedForm } from './RecoveryDeedForm';
import { RecoveryReasonField } from './RecoveryReasonField';
import type { RecoveryPart } from './recovery-view';

export interface FormProps {
  readonly part: RecoveryPart;
  readonly primary?: boolean;
  readonly onDone?: () => void;
}

type Said = Extract<RecoveryDeed, { readonly text: string }>['kind'];

const saidKeys = {
  asked: { label: 'caseAsked', save: 'caseSaveAsked' },
  planned: { label: 'casePlanned', save: 'caseSavePlanned' },
  given: { label: 'caseGiven', save: 'caseSaveGiven' },
} as const;

/** What they asked for, what is planned, or what they got, in the user's words. */
export function RecoverySaidForm({ part, kind, onDone, primary }: FormProps & { readonly kind: Said }) {
  const [words, setWords] = useState('');
  const { label, save } = saidKeys[kind];
  const said = words.trim();
  const done = () => {
    setWords('');
    onDone?.();
  };
  const deed = said === '' ? undefined : { kind, text: said };
  return (
    <RecoveryDeedForm part={part} primary={primary} choices={[{ deed, label: text(save) }]} onDone={done}>
      <label className="field">
        <span>{text(label, firstName(part.view.contact.name))}</span>
        <textarea
          rows={3}
          required
          maxLength={10_000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
    </RecoveryDeedForm>
  );
}

/** Who fixes it by which day; a day later than a week is said to be late, not refused. */
export function RecoveryPromiseForm({ part, onDone, primary }: FormProps) {
  const { today } = useMoment();
  const { recovery, course, contact } = part.view;
  const [owner, setOwner] = useState(course.promise?.owner ?? recovery.owner ?? '');
  const [dueOn, setDueOn] = useState('');
  const isWhole = owner.trim() !== '' && dueOn !== '';
  const deed = isWhole ? { kind: 'fix-promised' as const, owner: owner.trim(), dueOn } : undefined;
  const isLate = course.promise === undefined && dueOn > course.remedyOn;
  return (
    <RecoveryDeedForm part={part} primary={primary} choices={[{ deed, label: text('caseDoPromise') }]} onDone={onDone}>
      <div className="field-pair">
        <label className="field">
          <span>{text('casePromiseOwner')}</span>
          <input required maxLength={200} value={owner} onChange={(event) => setOwner(event.target.value)} />
        </label>
        <label className="field">
          <span>{text('casePromiseDay')}</span>
          <input type="date" required min={today} value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
        </label>
      </div>
      <output>{isLate && <p className="quiet">{text('casePromiseLate', firstName(contact.name))}</p>}</output>
    </RecoveryDeedForm>
  );
}

/** How it ended; "all OK" is offered only once the customer said so. */
export function RecoveryClosingForm({ part, onDone, canKeep }: FormProps & { readonly canKeep: boolean }) {
  const { today } = useMoment();
  const [outcome, setOutcome] = useState<Outcome['outcome']>(canKeep ? 'kept' : 'lost');
  const [reason, setReason] = useState<LeavingReason>(part.view.recovery.reason);
  const [tryAgainOn, setTryAgainOn] = useState('');
  const again = tryAgainOn === '' ? {} : { tryAgainOn };
  const deed: RecoveryDeed & { readonly kind: 'closed' } =
    outcome === 'lost' ? { kind: 'closed', outcome, reason, ...again } : { kind: 'closed', outcome };
  return (
    <RecoveryDeedForm part={part} choices={[{ deed, label: text('caseDoClose') }]} onDone={onDone}>
      <OutcomeField outcome={outcome} canKeep={canKeep} onChange={setOutcome} />
      {outcome === 'lost' && (
        <div className="field-pair">
          <RecoveryReasonField reason={reason} onChange={setReason} />
          <label className="field">
            <span>{text('caseTryAgain')}</span>
            <input
              type="date"
              min={addDays(today, 1)}
              value={tryAgainOn}
              onChange={(event) => setTryAgainOn(event.target.value)}
            />
          </label>
        </div>
      )}
    </RecoveryDeedForm>
  );
}

const outcomes = [
  ['kept', 'caseOutcomeKept'],
  ['lost', 'caseOutcomeLost'],
  ['withdrawn', 'caseOutcomeWithdrawn'],
] as const;

interface OutcomeFieldProps {
  readonly outcome: Outcome['outcome'];
  readonly canKeep: boolean;
  readonly onChange: (outcome: Outcome['outcome']) => void;
}

function OutcomeField({ outcome, canKeep, onChange }: OutcomeFieldProps) {
  return (
    <fieldset className="field">
      <legend>{text('caseOutcome')}</legend>
      {outcomes
        .filter(([one]) => one !== 'kept' || canKeep)
        .map(([one, key]) => (
          <label key={one} className="switch">
            <input type="radio" name="outcome" checked={one === outcome} onChange={() => onChange(one)} />
            <span>{text(key)}</span>
          </label>
        ))}
    </fieldset>
  );
}
