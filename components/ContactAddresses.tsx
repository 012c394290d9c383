import { type FormEvent, useState } from 'react';
import type { AddressRow, Contact } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { IconButton } from './IconButton';
import { unlessChanged } from './unless-changed';

interface ContactAddressesProps {
  readonly contact: Contact;
  readonly addresses: readonly AddressRow[];
}

/** The addresses by which a contact is known, its own and its assistants', with a way to add and to take off one. */
export function ContactAddresses({ contact, addresses }: ContactAddressesProps) {
  const acts = useActs();
  const contactId = contact.id;
  return (
    <section className="panel-part">
      <h3>{text('addresses')}</h3>
      <ul className="addresses">
        {addresses.map((row) => (
          <li key={row.address}>
            <bdi>{row.address}</bdi>
            {row.role === 'assistant' && (
              <span className="quiet">
                <bdi>{text('viaAssistant', row.via ?? row.address)}</bdi>
              </span>
            )}
            {row.neverBadge && <span className="quiet">{text('neverBadged')}</span>}
            <IconButton
              icon="close"
              label={text('removeAddress', row.address)}
              onClick={() => void acts.run('wrongPerson', { id: newId(), contactId, address: row.address })}
            />
          </li>
        ))}
      </ul>
      <AddressForm contactId={contactId} />
    </section>
  );
}

function AddressForm({ contactId }: { readonly contactId: string }) {
  const acts = useActs();
  const [address, setAddress] = useState('');
  const [isAssistant, setAssistant] = useState(false);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const as = isAssistant ? ('assistant-of' as const) : ('address-of' as const);
    const people = [{ mailbox: address, as, ofContactId: contactId }];
    if (!(await acts.run('track', { id: newId(), people }))) return;
    setAddress(unlessChanged(address, ''));
    setAssistant(false);
  };
  return (
    <form className="fields" onSubmit={(event) => void add(event)}>
      <div className="inline-form">
        <input
          type="email"
          required
          maxLength={320}
          value={address}
          aria-label={text('anotherAddress')}
          placeholder={text('anotherAddress')}
          onChange={(event) => setAddress(event.target.value)}
        />
        <button type="submit" className="button" aria-label={text('addAddress')}>
          {text('add')}
        </button>
      </div>
      {address !== '' && (
        <label className="switch">
          <input type="checkbox" checked={isAssistant} onChange={(event) => setAssistant(event.target.checked)} />
          {text('addressOfAssistant')}
        </label>
      )}
    </form>
  );
}
