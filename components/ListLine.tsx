import { useId } from 'react';
import { text } from '@/lib/extension/text';
import { Avatar } from './Avatar';
import type { RowView } from './row-view';
import { StatusPill } from './StatusPill';

interface ListLineProps {
  readonly row: RowView;
  readonly tags: readonly string[];
  readonly isTicked: boolean;
  /** Whether the line takes part in the Tab order: exactly one of the list does. */
  readonly isReachable: boolean;
  /** `reach`: everybody from the one before up to this one. */
  readonly onTick: (contactId: string, reach: boolean) => void;
  /** The focus has come to the line. */
  readonly onReach: (contactId: string) => void;
}

/** One contact of the whole list: a box to select it, who it is, how it stands and why. */
export function ListLine({ row, tags, isTicked, isReachable, onTick, onReach }: ListLineProps) {
  const { contactId, name, company } = row;
  const reasonId = useId();
  const tabIndex = isReachable ? 0 : -1;
  const onFocus = () => onReach(contactId);
  return (
    <li className={isTicked ? 'whole-line whole-ticked' : 'whole-line'} data-contact={contactId}>
      <label className="whole-tick">
        <input
          type="checkbox"
          checked={isTicked}
          tabIndex={tabIndex}
          aria-label={text('listSelect', name)}
          aria-describedby={reasonId}
          aria-keyshortcuts="x"
          onFocus={onFocus}
          onChange={({ nativeEvent }) => onTick(contactId, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        />
        <Avatar name={name} />
      </label>
      <p className="whole-who">
        <a
          className="whole-name"
          href={`/contact.html?id=${contactId}`}
          target="_blank"
          rel="noreferrer"
          tabIndex={tabIndex}
          aria-keyshortcuts="o"
          onFocus={onFocus}
        >
          <bdi>{name}</bdi>
        </a>
        {company && <bdi className="quiet">{company}</bdi>}
      </p>
      <StatusPill status={row.status} label={row.label} />
      <p id={reasonId} className="whole-why">
        {row.reason}
      </p>
      {tags.length > 0 && (
        <ul className="tags" aria-label={text('tags')}>
          {tags.map((tag) => (
            <li key={tag} className="tag">
              <bdi>{tag}</bdi>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
