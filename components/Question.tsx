import type { MessageKey } from '@/lib/core/phrase';
import { text } from '@/lib/extension/text';

interface QuestionProps {
  readonly said: string;
  readonly yes: MessageKey;
  readonly no: MessageKey;
  readonly onAnswer: (isYes: boolean) => void;
}

/** One line that asks for a yes or a no. */
export function Question({ said, yes, no, onAnswer }: QuestionProps) {
  return (
    <section className="strip" aria-label={said}>
      <p>{said}</p>
      <div className="buttons">
        {[yes, no].map((key) => (
          <button key={key} type="button" className="button button-small" onClick={() => onAnswer(key === yes)}>
            {text(key)}
          </button>
        ))}
      </div>
    </section>
  );
}
