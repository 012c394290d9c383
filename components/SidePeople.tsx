import { text } from '@/lib/extension/text';
import { Avatar } from './Avatar';
import type { RowView } from './row-view';
import { StatusPill } from './StatusPill';

interface SidePeopleProps {
  readonly people: readonly RowView[];
  readonly onChoose: (contactId: string) => void;
}

/** Several contacts are on the page: whose card is it to be? */
export function SidePeople({ people, onChoose }: SidePeopleProps) {
  return (
    <section className="side-people">
      <h1>{text('sideChoose')}</h1>
      <ul>
        {people.map(({ contactId, name, company, status, label }) => (
          <li key={contactId}>
            <button type="button" className="side-person" onClick={() => onChoose(contactId)}>
              <Avatar name={name} />
              <span className="side-who">
                <bdi className="side-name">{name}</bdi>
                {company && <bdi className="quiet">{company}</bdi>}
              </span>
              <StatusPill status={status} label={label} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
