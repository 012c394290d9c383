import { useState } from 'react';
import { openOwnPage } from '@/lib/extension/tabs';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { namedIn, rowOf } from './agenda-rows';
import { BulkBar, type BulkWhat } from './BulkBar';
import { useAgenda } from './hooks';
import { useMoment } from './moment';
import type { RowView } from './row-view';
import { StatusPill } from './StatusPill';
import { choicesOf, fitting, type ListFilter } from './whole-list';

/** As many as one act may be about. */
const most = 200;

export function ListPage() {
  const moment = useMoment();
  const acts = useActs();
  const agenda = useAgenda(most, Infinity);
  const [filter, setFilter] = useState<ListFilter>({});
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  if (!agenda) return null;
  const entries = fitting(agenda, filter).slice(0, most);
  const rows = entries.map((entry) => rowOf(entry, namedIn(entry.contact, agenda.interactions), moment));
  // Who left the list, or does not fit the filter, is not selected.
  const selected = rows.filter((row) => ticked.has(row.contactId)).map((row) => row.contactId);
  const tick = (id: string) =>
    setTicked(new Set(ticked.has(id) ? [...ticked].filter((o) => o !== id) : [...ticked, id]));
  const all = selected.length > 0 && selected.length === rows.length;
  const run = async (what: BulkWhat) => {
    if (await acts.run('bulk', { id: newId(), contactIds: selected, what })) setTicked(new Set());
  };
  return (
    <>
      <div className="whole-filters">
        <label>
          <input
            type="checkbox"
            checked={all}
            onChange={() => setTicked(new Set(all ? [] : rows.map((row) => row.contactId)))}
          />
          {text('listSelectAll')}
        </label>
        <Filters choices={choicesOf(agenda)} filter={filter} onFilter={setFilter} />
      </div>
      {rows.length === 0 && <p className="quiet">{text('listEmpty')}</p>}
      <ul>
        {rows.map((row) => (
          <ListLine key={row.contactId} row={row} ticked={ticked.has(row.contactId)} onTick={tick} />
        ))}
      </ul>
      {selected.length > 0 && <BulkBar count={selected.length} onRun={(what) => void run(what)} />}
    </>
  );
}

interface FiltersProps {
  readonly choices: ReturnType<typeof choicesOf>;
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
}

/** Only what there is to choose from. */
function Filters({ choices: { tags, sites }, filter, onFilter }: FiltersProps) {
  return (
    <>
      {tags.length > 0 && (
        <Choice
          label={text('listByTag')}
          values={tags}
          value={filter.tag}
          onChoose={(tag) => onFilter({ ...filter, tag })}
        />
      )}
      {sites.length > 1 && (
        <Choice
          label={text('listBySite')}
          values={sites}
          value={filter.site}
          onChoose={(site) => onFilter({ ...filter, site })}
        />
      )}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly value: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}

function Choice({ label, values, value, onChoose }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={value ?? ''} onChange={(event) => onChoose(event.target.value || undefined)}>
        <option value="">{text('listAny')}</option>
        {values.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  );
}

interface ListLineProps {
  readonly row: RowView;
  readonly ticked: boolean;
  readonly onTick: (contactId: string) => void;
}

function ListLine({ row, ticked, onTick }: ListLineProps) {
  const { contactId, name, company } = row;
  const { attempt } = useActs();
  return (
    <li className="whole-line">
      <input
        type="checkbox"
        checked={ticked}
        aria-label={text('listSelect', name)}
        onChange={() => onTick(contactId)}
      />
      <button
        type="button"
        className="link-button"
        onClick={() => void attempt(() => openOwnPage(`/contact.html?id=${contactId}`))}
      >
        <bdi>{name}</bdi> {company && <bdi className="quiet">{company}</bdi>}
      </button>
      <StatusPill status={row.status} label={row.label} />
      <p>{row.reason}</p>
    </li>
  );
}
