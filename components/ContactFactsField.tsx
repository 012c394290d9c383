import { type FormEvent, useState } from 'react';
import { text } from '@/lib/extension/text';
import { unlessChanged } from './unless-changed';

interface ContactFactsFieldProps {
  readonly label: string;
  readonly facts: string;
  /** Answers `undefined` where it failed; what was typed then stays. */
  readonly onSave: (facts: string) => Promise<unknown>;
}

/** A text of the user's own, saved when said so. */
export function ContactFactsField({ label, facts, onSave }: ContactFactsFieldProps) {
  const [typed, setTyped] = useState<string>();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (typed !== undefined && (await onSave(typed)) !== undefined) setTyped(unlessChanged(typed, undefined));
  };
  const value = typed ?? facts;
  return (
    <form className="fields" onSubmit={(event) => void save(event)}>
      <textarea
        rows={Math.min(10, Math.max(3, value.split('\n').length))}
        maxLength={10_000}
        value={value}
        aria-label={label}
        placeholder={text('factsHint')}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed !== undefined && (
        <button type="submit" className="button button-primary">
          {text('pageSave')}
        </button>
      )}
    </form>
  );
}
