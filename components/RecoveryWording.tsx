import { text } from '@/lib/extension/text';
import { useActs } from './acts';

interface RecoveryWordingProps {
  readonly words: string;
  readonly onInsert: ((text: string) => void) | undefined;
}

/** A text to read, to copy, and to put into the mail where that can be done. */
export function RecoveryWording({ words, onInsert }: RecoveryWordingProps) {
  return (
    <figure className="case-wording">
      <figcaption className="quiet">{text('caseWording')}</figcaption>
      <bdi>{words}</bdi>
      <TakeWords words={words} onInsert={onInsert} />
    </figure>
  );
}

interface TakeWordsProps extends RecoveryWordingProps {
  /** Why it must not go into a mail yet. */
  readonly refusal?: string;
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
    <div className="buttons">
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
