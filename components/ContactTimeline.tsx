import { type FormEvent, useState } from 'react';
import { civilDate } from '@/lib/core/calendar';
import { sayDay } from '@/lib/core/day-words';
import type { Contact, Evidence, Interaction } from '@/lib/core/model';
import { counts } from '@/lib/core/timeline';
import { countText, text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import type { Entry } from './contact-entries';
import { isWebUrl } from './links';
import { useMoment } from './moment';
import { enteredOn, proofOf } from './proof-text';
import { happened, whyDoubtful } from './timeline-text';
import { unlessChanged } from './unless-changed';
import { whenText } from './when-text';

const shownAtFirst = 20;

interface ContactTimelineProps {
  readonly contact: Contact;
  readonly entries: readonly Entry[];
}

/** Everything that was, newest first, each entry with what proves it and why it counts or does not. */
export function ContactTimeline({ contact, entries }: ContactTimelineProps) {
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, shownAtFirst);
  const left = entries.length - shown.length;
  return (
    <section className="tab-box" aria-labelledby="timeline">
      <h2 id="timeline">{text('wholeTimeline')}</h2>
      <NoteForm contactId={contact.id} />
      {entries.length === 0 && <p className="quiet">{text('timelineEmpty')}</p>}
      <ol className="history">
        {shown.map((entry) => (
          <HistoryEntry key={entry.one.id} entry={entry} name={contact.name} />
        ))}
      </ol>
      {left > 0 && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {countText(left, 'showOlderOne', 'showOlderOther')}
        </button>
      )}
    </section>
  );
}

function HistoryEntry({ entry: { one, isDiscounted }, name }: { readonly entry: Entry; readonly name: string }) {
  const moment = useMoment();
  const { today, locale, timeZone } = moment;
  const occurredOn = civilDate(one.occurredAt, timeZone);
  const recordedOn = civilDate(one.recordedAt, timeZone);
  const day = sayDay(occurredOn, today, locale);
  const doubt = isDiscounted ? text('discountedByYou') : whyDoubtful(one);
  const entered = one.evidence || recordedOn === occurredOn ? undefined : enteredOn(one, whenText(recordedOn, moment));
  const details = [one.evidence?.subject, one.note, doubt, entered].filter((part) => part !== undefined && part !== '');
  const weak = isDiscounted || !counts(one);
  return (
    <li className={weak ? 'happening happening-weak' : 'happening'}>
      <span className="happening-day">{day}</span>
      <span className={isDiscounted ? 'happening-what happening-out' : 'happening-what'}>{happened(one, name)}</span>
      {!isDiscounted && canTakeOut(one) && <TakeOut one={one} day={day} />}
      {details.map((detail) => (
        <bdi key={detail} className="happening-detail">
          {detail}
        </bdi>
      ))}
      {one.evidence && <Proof evidence={one.evidence} />}
    </li>
  );
}

/** What counts, and whatever the user entered himself; a stage is changed, not taken back. */
function canTakeOut(one: Interaction): boolean {
  return counts(one) || (one.source === 'user' && one.kind !== 'stage');
}

/** Takes an entry out of the clock, or off the timeline. */
function TakeOut({ one, day }: { readonly one: Interaction; readonly day: string }) {
  const acts = useActs();
  const isMail = one.source === 'page';
  const request = { contactId: one.contactId, interactionId: one.id };
  return (
    <button
      type="button"
      className="link-button happening-act"
      aria-label={text(isMail ? 'mailDoesNotCountOf' : 'takeBackOf', day)}
      onClick={() => void acts.run('discountInteraction', { id: newId(), ...request })}
    >
      {text(isMail ? 'doesNotCount' : 'takeBack')}
    </button>
  );
}

/** Which page and which rule proved it, and where its date came from. */
function Proof({ evidence }: { readonly evidence: Evidence }) {
  return (
    <details className="proof">
      <summary>{text('howItIsKnown')}</summary>
      {proofOf(evidence).map((sentence) => (
        <p key={sentence}>
          <bdi>{sentence}</bdi>
        </p>
      ))}
      {isWebUrl(evidence.url) && (
        <p>
          <a className="link" href={evidence.url} target="_blank" rel="noreferrer">
            {text('openConversation')}
          </a>
        </p>
      )}
    </details>
  );
}

/** A note of today; it never counts as contact. */
function NoteForm({ contactId }: { readonly contactId: string }) {
  const acts = useActs();
  const [note, setNote] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (await acts.run('addNote', { id: newId(), contactId, note: note.trim() })) setNote(unlessChanged(note, ''));
  };
  return (
    <form className="note-form" onSubmit={(event) => void add(event)}>
      <textarea
        rows={2}
        maxLength={10_000}
        value={note}
        aria-label={text('newNote')}
        placeholder={text('newNote')}
        onChange={(event) => setNote(event.target.value)}
      />
      <button type="submit" className="button" disabled={note.trim() === ''}>
        {text('pageAddNote')}
      </button>
    </form>
  );
}
