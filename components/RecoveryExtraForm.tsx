import { useId, useState } from 'react';
import { type ExtraChoice, extrasLeft, extrasWithin } from '@/lib/core/extras';
import { phrase, text } from '@/lib/extension/text';
import { RecoveryDeedForm } from './RecoveryDeedForm';
import type { FormProps } from './RecoveryFields';
import type { RecoveryPart } from './recovery-view';

/** Something extra from the catalogue, or something else, with what it costs; beyond the limit is said, not refused. */
export function RecoveryExtraForm({ part, onDone, primary }: FormProps) {
  const { recovery, course } = part.view;
  const { choices, limits } = part.catalogue;
  const [what, setWhat] = useState('');
  const [cost, setCost] = useState('');
  const limit = limits[recovery.severity];
  const left = extrasLeft(course.extras, limit);
  const price = cost === '' ? {} : { cost: Number(cost) };
  const deed = what.trim() === '' ? undefined : { kind: 'extra' as const, what: what.trim(), ...price };
  const done = () => {
    setWhat('');
    setCost('');
    onDone?.();
  };
  const choose = (choice: ExtraChoice) => {
    setWhat(nameOf(choice));
    setCost(String(choice.cost));
  };
  return (
    <RecoveryDeedForm part={part} primary={primary} choices={[{ deed, label: text('caseDoExtra') }]} onDone={done}>
      <Ideas choices={extrasWithin(choices, course.extras, limit)} onChoose={choose} />
      <p className="quiet">{text('caseExtraLimit', limit, left)}</p>
      <ExtraFields part={part} what={what} cost={cost} onWhat={setWhat} onCost={setCost} />
      <output>{Number(cost) > left && <p className="quiet">{text('caseExtraOver')}</p>}</output>
    </RecoveryDeedForm>
  );
}

function nameOf({ what }: ExtraChoice): string {
  return typeof what === 'string' ? what : phrase(what);
}

interface IdeasProps {
  readonly choices: readonly ExtraChoice[];
  readonly onChoose: (choice: ExtraChoice) => void;
}

function Ideas({ choices, onChoose }: IdeasProps) {
  if (choices.length === 0) return null;
  return (
    <fieldset className="choices" aria-label={text('caseExtraIdeas')}>
      {choices.map((choice) => (
        <button key={nameOf(choice)} type="button" className="choice" onClick={() => onChoose(choice)}>
          {text('caseExtraOf', nameOf(choice), choice.cost)}
        </button>
      ))}
    </fieldset>
  );
}

interface ExtraFieldsProps {
  readonly part: RecoveryPart;
  readonly what: string;
  readonly cost: string;
  readonly onWhat: (what: string) => void;
  readonly onCost: (cost: string) => void;
}

/** What, with what was given before to choose from, and the cost. */
function ExtraFields({ part, what, cost, onWhat, onCost }: ExtraFieldsProps) {
  const listId = useId();
  return (
    <div className="field-extra">
      <label className="field">
        <span>{text('caseExtraWhat')}</span>
        <input required maxLength={200} list={listId} value={what} onChange={(event) => onWhat(event.target.value)} />
      </label>
      <datalist id={listId}>
        {part.view.knownExtras.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <label className="field">
        <span>{text('caseExtraCost')}</span>
        <input
          type="number"
          min={0}
          max={1e9}
          step="any"
          value={cost}
          onChange={(event) => onCost(event.target.value)}
        />
      </label>
    </div>
  );
}
