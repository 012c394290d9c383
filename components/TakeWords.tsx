import { useId } from 'react';
import { text } from '@/lib/extension/text';
import { useActs } from './acts';
import { copyText, type Insert } from './use-insert';

interface TakeWordsProps {
  readonly words: string;
  /** Of a new mail. */
  readonly subject?: string;
  /** `undefined`: it can only be copied. */
  readonly onInsert: Insert | undefined;
  /** Why it must go into no mail yet. */
  readonly refusal: string | undefined;
}

/** "Put into the mail" and "Copy"; a text with a field that nobody filled in goes neither way. */
export function TakeWords({ words, subject, onInsert, refusal }: TakeWordsProps) {
  const acts = useActs();
  const refusalId = useId();
  const copy = async () => acts.tell(text((await copyText(words)) ? 'caseCopied' : 'caseNotCopied'));
  const shared = {
    type: 'button',
    className: 'button',
    disabled: words.trim() === '' || refusal !== undefined,
    'aria-describedby': refusalId,
  } as const;
  return (
    <div className="buttons wording-take">
      {onInsert && (
        <button {...shared} onClick={() => onInsert(words, subject)}>
          {text('apologyInsert')}
        </button>
      )}
      <button {...shared} onClick={() => void copy()}>
        {text('caseCopy')}
      </button>
      <p id={refusalId} className="quiet" role="status">
        {refusal}
      </p>
    </div>
  );
}
