import { namesFrom } from '@/lib/core/explain-last';
import { openOwnPage } from '@/lib/extension/tabs';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { Avatar } from './Avatar';
import { useActs } from './acts';
import { entryOf, rowOf, sentencesOf } from './agenda-rows';
import { LastInTouch } from './LastInTouch';
import { LogForm } from './LogForm';
import { useMoment } from './moment';
import { PanelButtons, PanelEnd } from './PanelButtons';
import type { ContactRead } from './queries';
import type { RowDeeds } from './row-view';
import { SnoozeChoices } from './SnoozeChoices';
import { StatusPill } from './StatusPill';
import { Timeline } from './Timeline';

interface ContactPanelProps {
  readonly read: ContactRead;
  readonly deeds: RowDeeds;
}

/** One contact: how it stands and why, what to do, and what was. The contact's own page tells and changes the rest. */
export function ContactPanel({ read, deeds }: ContactPanelProps) {
  const moment = useMoment();
  const acts = useActs();
  const { contact, addresses, interactions, successor } = read;
  const entry = entryOf(contact, moment);
  const row = rowOf(entry, interactions, moment);
  const contactId = contact.id;
  const unseen = interactions.every((one) => one.kind !== 'baseline') && contact.clock.lastContactId === undefined;
  return (
    <div className="panel">
      <div className="panel-head">
        <Avatar name={contact.name} large />
        <div className="panel-who">
          <h2>
            <bdi>{contact.name}</bdi>
          </h2>
          {contact.company && <bdi className="quiet">{contact.company}</bdi>}
          {addresses.map(({ address }) => (
            <bdi key={address} className="quiet">
              {address}
            </bdi>
          ))}
        </div>
        <StatusPill status={row.status} label={row.label} />
      </div>
      {sentencesOf(entry, interactions, moment, namesFrom(addresses, successor)).map((sentence) => (
        <p key={sentence} className="panel-why">
          {sentence}
        </p>
      ))}
      <PanelButtons row={row} deeds={deeds} />
      <a className="link-button" href={`contact.html?id=${contactId}#write`} target="_blank" rel="noopener">
        {text('caseWording')}
      </a>
      {unseen && (
        <LastInTouch
          question={text('lastInTouchWith', contact.name)}
          onAnswer={(when) => void acts.run('setLastInTouch', { id: newId(), contactId, when })}
        />
      )}
      <LogForm name={contact.name} onLog={(kind, details) => deeds.log(row, kind, details)} />
      <section className="panel-part">
        <h3>{text('pageSnooze')}</h3>
        <SnoozeChoices name={contact.name} onSnooze={(on) => deeds.snooze(row, on)} />
      </section>
      <Timeline interactions={interactions} name={contact.name} />
      <button
        type="button"
        className="button"
        onClick={() => void acts.attempt(() => openOwnPage(`/contact.html?id=${contactId}`))}
      >
        {text('openWholePage')}
      </button>
      <PanelEnd contactId={contactId} isRecovering={contact.clock.recovery !== undefined} />
    </div>
  );
}
