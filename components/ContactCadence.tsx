import { type FormEvent, useState } from 'react';
import { type Account, cadenceInForce } from '@/lib/core/account';
import type { Contact } from '@/lib/core/model';
import { cadencePhrase } from '@/lib/core/wording';
import { countText, phrase, text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { ContactCadenceField } from './ContactCadenceField';
import { type CadenceDraft, cadenceIn, draftOfCadence } from './cadence-draft';
import { useMoment } from './moment';
import { unlessChanged } from './unless-changed';

interface ContactCadenceProps {
  readonly contact: Contact;
  readonly account: Account | undefined;
}

/** How often, by whose word, how to change it, and what the own rhythm makes of it. */
export function ContactCadence({ contact, account }: ContactCadenceProps) {
  const moment = useMoment();
  const acts = useActs();
  const [typed, setTyped] = useState<CadenceDraft>();
  const { clock, id: contactId, isCadencePinned = false } = contact;
  const above = cadenceInForce({ ...contact, cadenceDays: undefined }, account, moment);
  const inherited = { cadenceDays: above.days, cadenceFrom: above.from, cadenceOf: above.of };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!typed) return;
    const saved = await acts.run('editContact', { id: newId(), contactId, cadenceDays: cadenceIn(typed) });
    if (saved) setTyped(unlessChanged<CadenceDraft | undefined>(typed, undefined));
  };
  return (
    <section className="tab-box" aria-labelledby="cadence">
      <h2 id="cadence">{text('cadence')}</h2>
      <form className="fields" onSubmit={(event) => void save(event)}>
        <ContactCadenceField
          legend={text('cadenceOf', contact.name)}
          draft={typed ?? draftOfCadence(contact.cadenceDays)}
          inherited={text('cadenceInherited', phrase(cadencePhrase(inherited, moment.locale)))}
          onChange={setTyped}
        />
        {typed && (
          <button type="submit" className="button button-primary">
            {text('pageSave')}
          </button>
        )}
      </form>
      {clock.usualDays !== undefined && (
        <p className="quiet">{countText(clock.usualDays, 'usualDaysOne', 'usualDaysOther')}</p>
      )}
      {clock.rhythmDays !== undefined && (
        <p className="quiet">{countText(clock.rhythmDays, 'rhythmDaysOne', 'rhythmDaysOther')}</p>
      )}
      <label className="switch">
        <input
          type="checkbox"
          checked={isCadencePinned}
          onChange={(event) =>
            void acts.run('editContact', { id: newId(), contactId, isCadencePinned: event.target.checked })
          }
        />
        {text('pinCadence')}
      </label>
    </section>
  );
}
