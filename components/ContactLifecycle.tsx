import { sayDay } from '@/lib/core/day-words';
import { firstName } from '@/lib/core/wording';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { ContactLeaveForm } from './ContactLeaveForm';
import { ContactPauseForm } from './ContactPauseForm';
import type { WholeContact } from './contact-whole';
import { useMoment } from './moment';
import { whenText } from './when-text';

interface ContactLifecycleProps {
  readonly whole: WholeContact;
  /** The form for "Left the company" is open. */
  readonly leaving: boolean;
  readonly onLeaving: (leaving: boolean) => void;
}

/** Pause, a fresh start, and the end of somebody's time at the company. */
export function ContactLifecycle({ whole, leaving, onLeaving }: ContactLifecycleProps) {
  const { contact } = whole;
  const gone = contact.leftOn !== undefined;
  return (
    <section className="tab-box" aria-labelledby="change">
      <h2 id="change">{text('whenThingsChange')}</h2>
      {!gone && <Pause whole={whole} />}
      {!gone && <FreshStart whole={whole} />}
      {gone && <Left whole={whole} />}
      {(!gone || !whole.successor) && (
        <details
          className="more"
          open={leaving}
          onToggle={(event) => {
            if (event.currentTarget.open !== leaving) onLeaving(event.currentTarget.open);
          }}
        >
          <summary>{text(gone ? 'nameSuccessor' : 'leftCompany')}</summary>
          {leaving && <ContactLeaveForm whole={whole} onDone={() => onLeaving(false)} />}
        </details>
      )}
    </section>
  );
}

interface PartProps {
  readonly whole: WholeContact;
}

function Pause({ whole: { contact } }: PartProps) {
  const { today, locale } = useMoment();
  const { pausedAt, pausedUntilOn, pauseReason } = contact;
  const isPaused = pausedAt !== undefined && (pausedUntilOn === undefined || today < pausedUntilOn);
  if (!isPaused) {
    return (
      <details className="more">
        <summary>{text('pauseContact')}</summary>
        <ContactPauseForm contactId={contact.id} />
      </details>
    );
  }
  const until = pausedUntilOn && sayDay(pausedUntilOn, today, locale);
  return (
    <div className="state-line">
      <p>
        {until ? text('pausedUntil', until) : text('pausedOpen')}
        {pauseReason && <bdi className="quiet">{pauseReason}</bdi>}
      </p>
      <ResumeButton contactId={contact.id} label={text('resume')} />
    </div>
  );
}

function Left({ whole: { contact } }: PartProps) {
  const moment = useMoment();
  return (
    <div className="state-line">
      <p>{text('leftOn', firstName(contact.name), whenText(contact.leftOn ?? moment.today, moment))}</p>
      <ResumeButton contactId={contact.id} label={text('notLeft')} />
    </div>
  );
}

function ResumeButton({ contactId, label }: { readonly contactId: string; readonly label: string }) {
  const acts = useActs();
  return (
    <button type="button" className="button" onClick={() => void acts.run('resume', { id: newId(), contactId })}>
      {label}
    </button>
  );
}

/** "That was a project, start fresh": what was learnt from earlier gaps is forgotten, the history is not. */
function FreshStart({ whole: { contact } }: PartProps) {
  const moment = useMoment();
  const acts = useActs();
  const { freshFromOn, id: contactId } = contact;
  const set = (on: string | null) => void acts.run('editContact', { id: newId(), contactId, freshFromOn: on });
  if (freshFromOn === undefined) {
    return (
      <div className="state-line">
        <p className="quiet">{text('startFreshWhy')}</p>
        <button type="button" className="button" onClick={() => set(moment.today)}>
          {text('startFresh')}
        </button>
      </div>
    );
  }
  return (
    <div className="state-line">
      <p>{text('startedFreshOn', whenText(freshFromOn, moment))}</p>
      <button type="button" className="button" onClick={() => set(null)}>
        {text('countEarlier')}
      </button>
    </div>
  );
}
