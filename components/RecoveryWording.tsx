import { useState } from 'react';
import { parseTemplate } from '@/lib/core/template';
import { text } from '@/lib/extension/text';
import { useActs } from './acts';
import type { RecoveryPart } from './recovery-view';

interface RecoveryWordingProps {
  /** The ready text; what nobody knows stands in it as `{{explanation}}`. */
  readonly words: string;
  readonly onInsert: RecoveryPart['onInsert'];
}

/** A ready text to change, to copy, and to put into the mail where that can be done. */
export function RecoveryWording({ words: ready, onInsert }: RecoveryWordingProps) {
  const [typed, setTyped] = useState<string>();
  const words = typed ?? ready;
  const isUnresolved = parseTemplate(words).some((part) => 'written' in part);
  return (
    <div className="case-wording">
      <label className="field">
        <span>{text('caseWording')}</span>
        <textarea
          rows={rowsOf(words)}
          maxLength={10_000}
          value={words}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <TakeWords words={words} onInsert={onInsert} refusal={isUnresolved ? text('apologyFillFields') : undefined} />
    </div>
  );
}

/** As many rows as the text takes in a column of usual width. */
function rowsOf(words: string): number {
  return words.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 68)), 0);
}

interface TakeWordsProps extends RecoveryWordingProps {
  /** Why it must not go into a mail yet. */
  readonly refusal: string | undefined;
}

/** "Copy" and "Put into the mail"; a text with a field that nobody filled in goes into no mail. */
export function TakeWords({ words, onInsert, refusal }: TakeWordsProps) {
  const acts = useActs();
  const copy = () =>
    navigator.clipboard.writeText(words).then(
      () => acts.tell(text('caseCopied')),
      () => acts.tell(text('caseNotCopied')),
    );
  const isEmpty = words.trim() === '';
  return (
    <div className="buttons case-take">
      <button type="button" className="button" disabled={isEmpty} onClick={() => void copy()}>
        {text('caseCopy')}
      </button>
      {onInsert && (
        <button
          type="button"
          className="button"
          disabled={isEmpty || refusal !== undefined}
          onClick={() => onInsert(words)}
        >
          {text('apologyInsert')}
        </button>
      )}
      {refusal !== undefined && <p className="quiet">{refusal}</p>}
    </div>
  );
}
