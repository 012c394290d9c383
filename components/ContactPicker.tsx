import { useDeferredValue, useId, useState } from 'react';
import { text } from '@/lib/extension/text';
import { useSearch } from './hooks';

export interface PickedContact {
  readonly id: string;
  readonly name: string;
}

interface ContactPickerProps {
  readonly label: string;
  readonly picked: PickedContact | undefined;
  readonly onPick: (contact: PickedContact | undefined) => void;
}

/** Chooses a tracked contact by typing part of its name. */
export function ContactPicker({ label, picked, onPick }: ContactPickerProps) {
  const [query, setQuery] = useState('');
  const found = useSearch(useDeferredValue(query), 5) ?? [];
  const listId = useId();
  if (picked) {
    return (
      <button type="button" className="button button-small" onClick={() => onPick(undefined)}>
        <bdi>{picked.name}</bdi> · {text('change')}
      </button>
    );
  }
  return (
    <div className="picker">
      <input
        type="search"
        value={query}
        aria-label={label}
        aria-controls={listId}
        placeholder={text('searchPlaceholder')}
        onChange={(event) => setQuery(event.target.value)}
      />
      <ul id={listId}>
        {found.map((contact) => (
          <li key={contact.id}>
            <button type="button" className="pick" onClick={() => onPick(contact)}>
              <bdi>{contact.name}</bdi> {contact.company && <bdi className="quiet">{contact.company}</bdi>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
