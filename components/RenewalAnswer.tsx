import { type FormEvent, useState } from 'react';
import { addMonths } from '@/lib/core/calendar';
import type { CalendarDate, Contact } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import type { RequestOf } from '@/lib/messaging/protocol';
import { useActs } from './acts';
import { useMoment } from './moment';
import { whenText } from './when-text';

type Outcome = NonNullable<RequestOf<'planSeries'>['outcome']>;

interface RenewalAnswerProps {
  readonly contact: Contact;
  readonly renewsOn: CalendarDate;
  /** There is nothing to renew after all. */
  readonly onEnd: () => void;
}

/** Until when the agreement runs, and whether they go on with us: one click either way. */
export function RenewalAnswer({ contact, renewsOn, onEnd }: RenewalAnswerProps) {
  const moment = useMoment();
  const acts = useActs();
  const [nextOn, setNextOn] = useState(() => yearsAfter(renewsOn, moment.today));
  const answer = (outcome: Outcome, on: CalendarDate | null = null) =>
    void acts.run('planSeries', { id: newId(), contactId: contact.id, kind: 'renewal', on, outcome });
  const extend = (event: FormEvent) => {
    event.preventDefault();
    answer('extended', nextOn || null);
  };
  const key = renewsOn < moment.today ? 'renewalPassed' : 'renewalAhead';
  return (
    <>
      <p>{text(key, whenText(renewsOn, moment))}</p>
      <form className="inline-form renewal" onSubmit={extend}>
        <label className="field">
          <span>{text('renewalNext')}</span>
          <input type="date" min={moment.today} value={nextOn} onChange={(event) => setNextOn(event.target.value)} />
        </label>
        <button type="submit" className="button button-primary">
          {text('renewalExtended')}
        </button>
      </form>
      <details className="more">
        <summary>{text('renewalNotExtended')}</summary>
        <div className="buttons renewal-not">
          <button type="button" className="button" onClick={() => answer('at-risk')}>
            {text('renewalAtRisk')}
          </button>
          <button type="button" className="button" onClick={() => answer('past')}>
            {text('renewalPast')}
          </button>
          <button type="button" className="button" onClick={onEnd}>
            {text('renewalNone')}
          </button>
        </div>
      </details>
    </>
  );
}

/** The same day of the first year after today. */
function yearsAfter(on: CalendarDate, today: CalendarDate): CalendarDate {
  let years = 1;
  while (addMonths(on, years * 12) <= today) years += 1;
  return addMonths(on, years * 12);
}
