import { useId } from 'react';
import type { CalendarDate } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { DateChoice } from './DateChoice';
import { useMoment } from './moment';

export type LastTouch = 'this-week' | 'this-month' | 'longer' | CalendarDate;

interface LastInTouchProps {
  /** Whom the question is about, such as a name or "these 3 people". */
  readonly question: string;
  readonly onAnswer: (when: LastTouch) => void;
  /** Opens the mail search, where an answer may be found. */
  readonly onSearch?: () => void;
  readonly onSkip?: () => void;
}

const choices = [
  { when: 'this-week', key: 'pageThisWeek' },
  { when: 'this-month', key: 'pageThisMonth' },
  { when: 'longer', key: 'pageLonger' },
] as const;

/** Where no mail was seen: one press gives the clock a beginning. */
export function LastInTouch({ question, onAnswer, onSearch, onSkip }: LastInTouchProps) {
  const { today } = useMoment();
  const titleId = useId();
  return (
    <section className="card" aria-labelledby={titleId}>
      <h2 id={titleId}>{question}</h2>
      <div className="choices">
        {choices.map(({ when, key }) => (
          <button key={when} type="button" className="choice" onClick={() => onAnswer(when)}>
            {text(key)}
          </button>
        ))}
        <DateChoice label={text('lastInTouchDate')} max={today} onChoose={onAnswer} />
        {onSearch && (
          <button type="button" className="link-button" onClick={onSearch}>
            {text('pageSearchMail')}
          </button>
        )}
        {onSkip && (
          <button type="button" className="link-button" onClick={onSkip}>
            {text('skip')}
          </button>
        )}
      </div>
    </section>
  );
}
