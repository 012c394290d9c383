import { type FormEvent, useState } from 'react';
import { type Channel, openFollowUps } from '@/lib/core/follow-up';
import type { Interaction } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import type { WholeContact } from './contact-whole';
import { useMoment } from './moment';
import { PlanLine } from './PlanLine';
import { channels, downloadPlans } from './plan-text';
import { unlessChanged } from './unless-changed';
import { whenText } from './when-text';

interface ContactPlansProps {
  readonly whole: WholeContact;
  readonly live: readonly Interaction[];
}

/** What is planned, whether it happened, and a new plan. */
export function ContactPlans({ whole, live }: ContactPlansProps) {
  const moment = useMoment();
  const { contact } = whole;
  const open = openFollowUps(whole.followUps, live, moment.timeZone);
  const { dueOn } = contact.clock;
  const planned = open.map((plan) => ({ contact, plan }));
  return (
    <section className="panel-part">
      <h3>{text('plans')}</h3>
      {open.length > 0 && (
        <ul className="plans">
          {open.map((plan) => (
            <PlanLine key={plan.id} plan={plan} whole={whole} />
          ))}
        </ul>
      )}
      {contact.stage === 'past' && dueOn !== undefined && (
        <p className="quiet">{text('planThinking', whenText(dueOn, moment))}</p>
      )}
      {open.length > 1 && (
        <button
          type="button"
          className="link-button"
          onClick={() => downloadPlans(planned, `holdfast-${contact.id}.ics`, moment)}
        >
          {text('plansFile')}
        </button>
      )}
      <PlanForm contactId={contact.id} />
    </section>
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
    setDueOn(unlessChanged(dueOn, ''));
    setNote(unlessChanged(note, ''));
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
