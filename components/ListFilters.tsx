import { text } from '@/lib/extension/text';
import type { FilterChoice, FilterChoices, ListFilter } from './whole-list';

interface ListFiltersProps {
  readonly choices: FilterChoices;
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
}

/** Narrows the list to a tag, a site or both: only where there is something to choose from. */
export function ListFilters({ choices: { tags, sites }, filter, onFilter }: ListFiltersProps) {
  const hasSites = sites.length > 1 || filter.site !== undefined;
  if (tags.length === 0 && !hasSites) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser
    <div className="whole-filters" role="group" aria-label={text('listFilters')}>
      {tags.length > 0 && (
        <Choice
          label={text('listByTag')}
          choices={tags}
          value={filter.tag}
          onChoose={(tag) => onFilter({ ...filter, tag })}
        />
      )}
      {hasSites && (
        <Choice
          label={text('listBySite')}
          choices={sites}
          value={filter.site}
          onChoose={(site) => onFilter({ ...filter, site })}
        />
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly choices: readonly FilterChoice[];
  readonly value: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}

function Choice({ label, choices, value = '', onChoose }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.target.value || undefined)}>
        <option value="">{text('listAny')}</option>
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {text('listChoice', one.value, one.count)}
          </option>
        ))}
      </select>
    </label>
  );
}
