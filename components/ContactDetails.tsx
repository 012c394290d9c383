import { type FormEvent, useState } from 'react';
import type { AddressRow, Contact } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { IconButton } from './IconButton';

interface ContactDetailsProps {
  readonly contact: Contact;
  readonly addresses: readonly AddressRow[];
}

/** The addresses by which a contact is known, with a way to add and to take off one. */
export function ContactDetails({ contact, addresses }: ContactDetailsProps) {
  const acts = useActs();
  const [address, setAddress] = useState('');
  const contactId = contact.id;
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const people = [{ mailbox: address, as: 'address-of' as const, ofContactId: contactId }];
    if (await acts.run('track', { id: newId(), people })) setAddress('');
  };
  return (
    <section className="panel-part">
      <h3>{text('addresses')}</h3>
      <ul className="addresses">
        {addresses.map((row) => (
          <li key={row.address}>
            <bdi>{row.address}</bdi>
            {row.role === 'assistant' && <span className="quiet">{text('viaAssistant', row.via ?? row.address)}</span>}
            {row.neverBadge && <span className="quiet">{text('neverBadged')}</span>}
            <IconButton
              icon="close"
              label={text('removeAddress', row.address)}
              onClick={() => void acts.run('wrongPerson', { id: newId(), contactId, address: row.address })}
            />
          </li>
        ))}
      </ul>
      <form className="inline-form" onSubmit={(event) => void add(event)}>
        <input
          type="email"
          required
          maxLength={320}
          value={address}
          aria-label={text('anotherAddress')}
          placeholder={text('anotherAddress')}
          onChange={(event) => setAddress(event.target.value)}
        />
        <button type="submit" className="button">
          {text('add')}
        </button>
      </form>
    </section>
  );
}
