import { type FormEvent, useEffect, useRef } from 'react';
import { text } from '@/lib/extension/text';

interface SkipFormProps {
  readonly name: string;
  readonly onSkip: (reason?: string) => void;
}

/** "Not now", with a reason if there is one: Enter alone says it without. */
export function SkipForm({ name, onSkip }: SkipFormProps) {
  const reason = useRef<HTMLInputElement>(null);
  useEffect(() => reason.current?.focus(), []);
  const skip = (event: FormEvent) => {
    event.preventDefault();
    onSkip(reason.current?.value.trim() || undefined);
  };
  return (
    <form className="choices" aria-label={text('skipFor', name)} onSubmit={skip}>
      <input
        ref={reason}
        className="choice choice-text"
        maxLength={1_000}
        aria-label={text('skipReason')}
        placeholder={text('skipReason')}
      />
      <button type="submit" className="choice">
        {text('pageSkip')}
      </button>
    </form>
  );
}
