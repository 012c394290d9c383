import { text } from '@/lib/extension/text';
import type { RequestOf, SortedPerson } from '@/lib/messaging/protocol';
import { ContactPicker, type PickedContact } from './ContactPicker';

/** What an untracked person becomes; `of` is the contact the address or the assistant belongs to. */
export interface TrackAs {
  readonly as: RequestOf<'track'>['people'][number]['as'];
  readonly of?: PickedContact;
}

const kinds = [
  { as: 'customer', key: 'pageCustomer' },
  { as: 'lead', key: 'pageLead' },
  { as: 'address-of', key: 'pageAddressOf' },
  { as: 'assistant-of', key: 'pageAssistantOf' },
] as const;

interface PersonLineProps {
  readonly person: SortedPerson;
  /** `undefined`: not ticked. */
  readonly as: TrackAs | undefined;
  readonly onChange: (as: TrackAs | undefined) => void;
}

/** One person on the page, with a tick and, once ticked, what to track the person as. */
export function PersonLine({ person, as, onChange }: PersonLineProps) {
  const name = person.name || person.address;
  return (
    <li className="person">
      <label className="person-label">
        <input
          type="checkbox"
          checked={as !== undefined}
          onChange={(event) => onChange(event.target.checked ? { as: 'customer' } : undefined)}
        />
        <span className="person-text">
          <bdi className="person-name">{name}</bdi>
          {person.name && <bdi className="person-address">{person.address}</bdi>}
        </span>
      </label>
      {as && (
        <select
          aria-label={text('trackAsFor', name)}
          value={as.as}
          onChange={(event) => {
            const kind = kinds.find((one) => one.as === event.target.value);
            if (kind) onChange({ as: kind.as, of: as.of });
          }}
        >
          {kinds.map((kind) => (
            <option key={kind.as} value={kind.as}>
              {text(kind.key)}
            </option>
          ))}
        </select>
      )}
      {(as?.as === 'address-of' || as?.as === 'assistant-of') && (
        <ContactPicker
          label={text('whoseAddress', name)}
          picked={as.of}
          onPick={(of) => onChange({ as: as.as, of: of && { id: of.id, name: of.name } })}
        />
      )}
    </li>
  );
}
