import { useState } from 'react';
import { type FieldName, type FieldValues, fieldNamed, fillTemplate, type Wording } from '@/lib/core/template';
import { text } from '@/lib/extension/text';
import { fieldKeys, fieldList } from './field-text';
import { TakeWords } from './TakeWords';
import type { Insert } from './use-insert';

interface WordingDraftProps {
  /** Before its fields are filled in. */
  readonly wording: Wording;
  readonly values: FieldValues;
  readonly onInsert: Insert | undefined;
  /** Something was typed. */
  readonly onTouch: () => void;
}

/** One wording with what is known filled in: what is missing is asked for, everything can be changed. */
export function WordingDraft({ wording, values, onInsert, onTouch }: WordingDraftProps) {
  const [typed, setTyped] = useState<FieldValues>({});
  const [changed, setChanged] = useState<Partial<Wording>>({});
  const draft: Wording = { ...wordsOf(wording), ...changed };
  const filled = fillTemplate(draft, { ...values, ...typed });
  const words = changed.text === undefined ? filled.text.trimEnd() : filled.text;
  const change = (more: Partial<Wording>) => {
    setChanged((before) => ({ ...before, ...more }));
    onTouch();
  };
  return (
    <>
      <AskedFields
        asked={fillTemplate(draft, values).unresolved.flatMap((name) => fieldNamed(name) ?? [])}
        typed={typed}
        onType={(more) => {
          setTyped((before) => ({ ...before, ...more }));
          onTouch();
        }}
      />
      {filled.subject !== undefined && (
        <label className="field">
          <span>{text('wordingSubject')}</span>
          <input
            dir="auto"
            maxLength={1_000}
            value={filled.subject}
            onChange={(event) => change({ subject: event.target.value })}
          />
        </label>
      )}
      <label className="field">
        <span>{text('caseWording')}</span>
        <textarea
          dir="auto"
          rows={rowsOf(words)}
          maxLength={10_000}
          value={words}
          onChange={(event) => change({ text: event.target.value })}
        />
      </label>
      <TakeWords
        words={words}
        subject={filled.subject}
        onInsert={onInsert}
        refusal={filled.unresolved.length > 0 ? text('wordingRefused', fieldList(filled.unresolved)) : undefined}
      />
    </>
  );
}

function wordsOf({ subject, text: words }: Wording): Wording {
  return subject === undefined ? { text: words } : { subject, text: words };
}

/** As many rows as the text takes in a column of usual width. */
function rowsOf(words: string): number {
  return words.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 68)), 0);
}

interface AskedFieldsProps {
  readonly asked: readonly FieldName[];
  readonly typed: FieldValues;
  readonly onType: (typed: FieldValues) => void;
}

/** What nobody but the user knows. */
function AskedFields({ asked, typed, onType }: AskedFieldsProps) {
  if (asked.length === 0) return null;
  return (
    <fieldset className="wording-asked">
      <legend>{text('wordingAsked')}</legend>
      {asked.map((field) => (
        <label key={field} className="field">
          <span>{text(fieldKeys[field])}</span>
          <input
            maxLength={1_000}
            value={typed[field] ?? ''}
            onChange={(event) => onType({ [field]: event.target.value })}
          />
        </label>
      ))}
    </fieldset>
  );
}
