import { type FormEvent, useState } from 'react';
import { type FollowUp, isQuietInRecovery } from '@/lib/core/follow-up';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import type { WholeContact } from './contact-whole';
import { useMoment } from './moment';
import { PlanReview } from './PlanReview';
import { PlanWording } from './PlanWording';
import { channelText, downloadPlans, planText } from './plan-text';

export interface PlanProps {
  readonly plan: FollowUp;
  readonly whole: WholeContact;
}

/** One follow-up: what it is for and when, whether it happened, and what helps with it. */
export function PlanLine({ plan, whole }: PlanProps) {
  const moment = useMoment();
  const acts = useActs();
  const [given, setGiven] = useState('');
  const { contact } = whole;
  const note = given.trim() || undefined;
  const settle = (happened: boolean) =>
    void acts.run('settleFollowUp', { id: newId(), followUpId: plan.id, happened, ...(happened ? { note } : {}) });
  const what = planText(contact, plan, moment);
  const rests = contact.clock.isSilenced === true && isQuietInRecovery(plan);
  const asks = plan.dueOn < moment.today && !rests;
  return (
    <li className={asks ? 'plan plan-asks' : 'plan'} aria-label={what}>
      <p>
        <span className="plan-what">{what}</span>
        {plan.reason === 'introduction' && <span className="quiet">{text('introduceYourself')}</span>}
        {plan.forOn !== undefined && <span className="quiet">{channelText(plan.channel)}</span>}
        {plan.note && <bdi className="quiet">{plan.note}</bdi>}
        {rests && <span className="quiet">{text('planRests')}</span>}
      </p>
      <div className="buttons">
        {asks && <span className="plan-question">{text('didItHappen')}</span>}
        <button type="button" className="button button-small" onClick={() => settle(true)}>
          {text('planHappened')}
        </button>
        <button type="button" className="button button-small" onClick={() => settle(false)}>
          {text('planOff')}
        </button>
      </div>
      <details className="more plan-more">
        <summary>{text(plan.reason === 'review' ? 'planPrepare' : 'planMore')}</summary>
        <div className="plan-help">
          {plan.reason === 'review' && <PlanReview whole={whole} given={given} onGiven={setGiven} />}
          <PlanWording plan={plan} whole={whole} given={given} />
          <MoveForm plan={plan} />
          <button
            type="button"
            className="button button-small"
            onClick={() => downloadPlans([{ contact, plan }], `holdfast-${plan.dueOn}.ics`, moment)}
          >
            {text('planFile')}
          </button>
        </div>
      </details>
    </li>
  );
}

function MoveForm({ plan }: { readonly plan: FollowUp }) {
  const { today } = useMoment();
  const acts = useActs();
  const [dueOn, setDueOn] = useState(plan.dueOn);
  const move = (event: FormEvent) => {
    event.preventDefault();
    void acts.run('moveFollowUp', { id: newId(), followUpId: plan.id, dueOn });
  };
  return (
    <form className="inline-form plan-move" onSubmit={move}>
      <input
        type="date"
        required
        min={today}
        value={dueOn}
        aria-label={text('planNewDay')}
        onChange={(event) => setDueOn(event.target.value)}
      />
      <button type="submit" className="button button-small" disabled={dueOn === plan.dueOn}>
        {text('planMove')}
      </button>
    </form>
  );
}
