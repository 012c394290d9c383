import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { firstName } from '@/lib/core/wording';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import type { WholeContact } from './contact-whole';

interface ContactLeaveFormProps {
  readonly whole: WholeContact;
  readonly onDone: () => void;
}

/** Who follows, if anybody does: a colleague who is tracked already or somebody new. */
export function ContactLeaveForm({ whole: { contact, colleagues }, onDone }: ContactLeaveFormProps) {
  const acts = useActs();
  const listId = useId();
  const first = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  useEffect(() => first.current?.focus(), []);
  const isNamed = name.trim() !== '' || address.trim() !== '';
  const leave = async (event: FormEvent) => {
    event.preventDefault();
    const successor = isNamed ? { name: name.trim(), address: address.trim() || undefined } : undefined;
    if (await acts.run('leaveCompany', { id: newId(), contactId: contact.id, successor })) onDone();
  };
  return (
    <form className="fields" onSubmit={(event) => void leave(event)}>
      <p className="quiet">{text('leaveWhy', firstName(contact.name))}</p>
      <label className="field">
        <span>{text('successorName')}</span>
        <input
          ref={first}
          maxLength={200}
          list={listId}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <datalist id={listId}>
        {colleagues
          .filter((one) => one.leftOn === undefined)
          .map((one) => (
            <option key={one.id} value={one.name} />
          ))}
      </datalist>
      <label className="field">
        <span>{text('successorAddress')}</span>
        <input type="email" maxLength={320} value={address} onChange={(event) => setAddress(event.target.value)} />
      </label>
      <button type="submit" className="button button-primary" disabled={contact.leftOn !== undefined && !isNamed}>
        {text(isNamed ? 'leaveWithSuccessor' : 'leaveAlone')}
      </button>
    </form>
  );
}
