import { useCallback, useState } from 'react';
import { namesFrom } from '@/lib/core/explain-last';
import { text } from '@/lib/extension/text';
import { AccountBox } from './AccountBox';
import { Avatar } from './Avatar';
import { entryOf, rowOf } from './agenda-rows';
import { ContactAddresses } from './ContactAddresses';
import { ContactCadence } from './ContactCadence';
import { ContactDuplicates } from './ContactDuplicates';
import { ContactFacts } from './ContactFacts';
import { ContactLifecycle } from './ContactLifecycle';
import { ContactPlans } from './ContactPlans';
import { ContactProfile } from './ContactProfile';
import { ContactPromises } from './ContactPromises';
import { ContactSeries } from './ContactSeries';
import { ContactStanding } from './ContactStanding';
import { ContactTags } from './ContactTags';
import { ContactTimeline } from './ContactTimeline';
import { ContactWriting } from './ContactWriting';
import { entriesOf } from './contact-entries';
import type { WholeContact } from './contact-whole';
import { LogForm } from './LogForm';
import { MoreLogChoices } from './MoreLogChoices';
import { useMoment } from './moment';
import { PanelEnd } from './PanelButtons';
import { SnoozeChoices } from './SnoozeChoices';
import { StatusPill } from './StatusPill';
import { useDeeds } from './use-deeds';

interface ContactTabPageProps {
  readonly whole: WholeContact;
  /** Key of the wording somebody was led here for. */
  readonly wording: string | undefined;
}

/** Everything about one contact: what to do and what was on one side, what is known and agreed on the other. */
export function ContactTabPage({ whole, wording }: ContactTabPageProps) {
  const moment = useMoment();
  const [leaving, setLeaving] = useState(false);
  const deeds = useDeeds(useCallback(() => undefined, []));
  const { contact } = whole;
  const entries = entriesOf(whole.interactions, moment);
  const live = entries.filter((entry) => !entry.isDiscounted).map((entry) => entry.one);
  const entry = entryOf(contact, moment);
  const row = rowOf(entry, live, moment);
  return (
    <>
      <ContactHead whole={whole} status={row.status} label={row.label} />
      <div className="tab-columns">
        <div className="tab-column">
          <ContactStanding
            entry={entry}
            row={row}
            interactions={live}
            names={namesFrom(whole.addresses, whole.successor)}
            deeds={deeds}
            onLeft={leaving || contact.leftOn !== undefined ? undefined : () => setLeaving(true)}
          />
          <ContactWriting whole={whole} entry={entry} live={live} wanted={wording} />
          <section className="tab-box" aria-labelledby="touch">
            <h2 id="touch">{text('keepInTouch')}</h2>
            <LogForm
              name={contact.name}
              onLog={(kind, details) => deeds.log(row, kind, details)}
              more={(onLog) => <MoreLogChoices onLog={onLog} />}
            />
            <ContactPlans whole={whole} live={live} />
            <ContactPromises whole={whole} live={live} />
            <section className="panel-part">
              <h3>{text('pageSnooze')}</h3>
              <SnoozeChoices name={contact.name} onSnooze={(on) => deeds.snooze(row, on)} />
            </section>
          </section>
          <ContactTimeline contact={contact} entries={entries} />
        </div>
        <div className="tab-column">
          <ContactDuplicates whole={whole} />
          <AccountBox whole={whole} />
          <ContactCadence contact={contact} account={whole.account} />
          <ContactSeries whole={whole} />
          <ContactFacts contact={contact} />
          <section className="tab-box" aria-labelledby="profile">
            <h2 id="profile">{text('details')}</h2>
            <ContactProfile contact={contact} />
            <ContactTags contact={contact} knownTags={whole.knownTags} />
            <ContactAddresses contact={contact} addresses={whole.addresses} />
          </section>
          <ContactLifecycle whole={whole} leaving={leaving} onLeaving={setLeaving} />
          <PanelEnd contactId={contact.id} isRecovering={contact.clock.recovery !== undefined} />
        </div>
      </div>
    </>
  );
}

interface ContactHeadProps {
  readonly whole: WholeContact;
  readonly status: Parameters<typeof StatusPill>[0]['status'];
  readonly label: string;
}

/** Who it is, where, and how it stands. */
function ContactHead({ whole: { contact, predecessor, successor }, status, label }: ContactHeadProps) {
  return (
    <div className="tab-who">
      <Avatar name={contact.name} large />
      <div className="tab-names">
        <h1>
          <bdi>{contact.name}</bdi>
        </h1>
        {contact.company && <bdi className="quiet">{contact.company}</bdi>}
        {predecessor && <ContactLink contactId={predecessor.id} label={text('followsWhom', predecessor.name)} />}
        {successor && <ContactLink contactId={successor.id} label={text('followedBy', successor.name)} />}
      </div>
      <StatusPill status={status} label={label} />
    </div>
  );
}

function ContactLink({ contactId, label }: { readonly contactId: string; readonly label: string }) {
  return (
    <p>
      <a className="link" href={`contact.html?id=${contactId}`}>
        {label}
      </a>
    </p>
  );
}
