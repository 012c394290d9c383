import { type FormEvent, useEffect, useRef } from 'react';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';

interface AddContactProps {
  /** What was searched for in vain. */
  readonly name: string;
  readonly onAdded: (contactId: string) => void;
}

const fields = [
  { field: 'name', label: 'fieldName', maxLength: 200 },
  { field: 'company', label: 'fieldCompany', maxLength: 200 },
  { field: 'address', label: 'fieldAddress', maxLength: 320 },
] as const;

/** Adds a contact by hand; the contact's own page takes everything else. */
export function AddContact({ name, onAdded }: AddContactProps) {
  const acts = useActs();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const [typedName = '', company, address] = fields.map(({ field }) => String(typed.get(field)).trim() || undefined);
    const stage = typed.get('stage') === 'lead' ? 'lead' : 'customer';
    const reply = await acts.run('addContact', { id: newId(), name: typedName, company, address, stage });
    const contactId = reply?.contactIds[0];
    if (contactId) onAdded(contactId);
  };
  return (
    <form ref={form} className="fields" onSubmit={(event) => void add(event)}>
      {fields.map(({ field, label, maxLength }) => (
        <label key={field} className="field">
          <span>{text(label)}</span>
          <input
            name={field}
            type={field === 'address' ? 'email' : 'text'}
            required={field === 'name'}
            maxLength={maxLength}
            defaultValue={field === 'name' ? name : ''}
          />
        </label>
      ))}
      <label className="field">
        <span>{text('fieldStage')}</span>
        <select name="stage">
          <option value="customer">{text('pageCustomer')}</option>
          <option value="lead">{text('pageLead')}</option>
        </select>
      </label>
      <button type="submit" className="button button-primary">
        {text('addContact')}
      </button>
    </form>
  );
}
