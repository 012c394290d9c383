import { useState } from 'react';
import type { MessageKey } from '@/lib/core/phrase';
import type { FieldValues } from '@/lib/core/template';
import { goesToOthers, type WordingChoice, type WordingGroup } from '@/lib/core/wording-choice';
import { text } from '@/lib/extension/text';
import type { Insert } from './use-insert';
import { WordingDraft } from './WordingDraft';

interface WordingWriterProps {
  readonly choices: readonly WordingChoice[];
  /** Key of the one to begin with. `undefined`: the user chooses first. */
  readonly first: string | undefined;
  /** What is known of whom it goes to. */
  readonly values: FieldValues;
  /** `undefined`: it can only be copied. */
  readonly onInsert: Insert | undefined;
}

/** Ready wording: chosen, filled in, changed, and put into a mail. */
export function WordingWriter({ choices, first, values, onInsert }: WordingWriterProps) {
  const [chosen, setChosen] = useState<string>();
  const key = chosen ?? first;
  const choice = choices.find((one) => one.key === key);
  const isForOthers = choice !== undefined && goesToOthers(choice.key);
  return (
    <div className="wording">
      {(choices.length > 1 || !choice) && <Choice choices={choices} chosen={choice?.key} onChoose={setChosen} />}
      {isForOthers && <p>{text('wordingForOthers')}</p>}
      {choice && (
        <WordingDraft
          key={choice.key}
          wording={choice}
          values={values}
          onInsert={isForOthers ? undefined : onInsert}
          // What is being written stays, whatever would fit better meanwhile.
          onTouch={() => setChosen(choice.key)}
        />
      )}
    </div>
  );
}

const groups: readonly (readonly [group: WordingGroup, title: MessageKey])[] = [
  ['now', 'wordingNow'],
  ['own', 'wordingOwn'],
  ['everyday', 'wordingEveryday'],
  ['occasion', 'wordingOccasion'],
];

interface ChoiceProps {
  readonly choices: readonly WordingChoice[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}

function Choice({ choices, chosen, onChoose }: ChoiceProps) {
  return (
    <label className="field">
      <span>{text('wordingChoice')}</span>
      <select value={chosen ?? ''} onChange={(event) => onChoose(event.target.value)}>
        {chosen === undefined && <option value="">{text('wordingChoose')}</option>}
        {groups.map(([group, title]) => {
          const within = choices.filter((one) => one.group === group);
          if (within.length === 0) return null;
          return (
            <optgroup key={group} label={text(title)}>
              {within.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </optgroup>
          );
        })}
      </select>
    </label>
  );
}
