import { type FormEvent, useState } from 'react';
import { sayDay } from '@/lib/core/day-words';
import { type Channel, type FollowUp, openFollowUps } from '@/lib/core/follow-up';
import type { Interaction } from '@/lib/core/model';
import type { MessageKey } from '@/lib/core/phrase';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import type { WholeContact } from './contact-whole';
import { useMoment } from './moment';

const channels: readonly (readonly [channel: Channel, key: MessageKey])[] = [
  ['call', 'pageCall'],
  ['meeting', 'pageMeeting'],
  ['mail', 'pageMail'],
  ['chat', 'pageChat'],
];

interface ContactPlansProps {
  readonly whole: WholeContact;
  readonly live: readonly Interaction[];
}

/** What is planned, whether it happened, and a new plan. */
export function ContactPlans({ whole: { contact, followUps }, live }: ContactPlansProps) {
  const { timeZone } = useMoment();
  const open = openFollowUps(followUps, live, timeZone);
  return (
    <section className="panel-part">
      <h3>{text('plans')}</h3>
      {open.length > 0 && (
        <ul className="plans">
          {open.map((plan) => (
            <PlanLine key={plan.id} plan={plan} />
          ))}
        </ul>
      )}
      <PlanForm contactId={contact.id} />
    </section>
  );
}

function PlanLine({ plan }: { readonly plan: FollowUp }) {
  const { today, locale } = useMoment();
  const acts = useActs();
  const settle = (happened: boolean) => void acts.run('settleFollowUp', { id: newId(), followUpId: plan.id, happened });
  const what = text(channels.find(([channel]) => channel === plan.channel)?.[1] ?? 'pageCall');
  const asks = plan.dueOn < today;
  return (
    <li className={asks ? 'plan plan-asks' : 'plan'}>
      <p>
        <span className="plan-what">{text('planWhatWhen', what, sayDay(plan.dueOn, today, locale))}</span>
        {plan.reason === 'introduction' && <span className="quiet">{text('introduceYourself')}</span>}
        {plan.note && <bdi className="quiet">{plan.note}</bdi>}
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
    </li>
  );
}

function PlanForm({ contactId }: { readonly contactId: string }) {
  const { today } = useMoment();
  const acts = useActs();
  const [channel, setChannel] = useState<Channel>('call');
  const [dueOn, setDueOn] = useState('');
  const [note, setNote] = useState('');
  const plan = async (event: FormEvent) => {
    event.preventDefault();
    const request = { id: newId(), contactId, dueOn, channel, note: note.trim() || undefined };
    if (!(await acts.run('planFollowUp', request))) return;
    setDueOn('');
    setNote('');
  };
  return (
    <form className="plan-form" onSubmit={(event) => void plan(event)}>
      <select
        aria-label={text('planChannel')}
        value={channel}
        onChange={(event) => setChannel(channels.find(([one]) => one === event.target.value)?.[0] ?? 'call')}
      >
        {channels.map(([one, key]) => (
          <option key={one} value={one}>
            {text(key)}
          </option>
        ))}
      </select>
      <input
        type="date"
        required
        min={today}
        value={dueOn}
        aria-label={text('planDay')}
        onChange={(event) => setDueOn(event.target.value)}
      />
      <input
        className="plan-note"
        maxLength={1_000}
        value={note}
        aria-label={text('planAbout')}
        placeholder={text('planAbout')}
        onChange={(event) => setNote(event.target.value)}
      />
      <button type="submit" className="button">
        {text('planIt')}
      </button>
    </form>
  );
}
