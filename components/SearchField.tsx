import type { Ref } from 'react';
import { text } from '@/lib/extension/text';
import { Icon } from './Icon';

interface SearchFieldProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
  /** Arrow down: into the list. */
  readonly onLeave: () => void;
  readonly ref: Ref<HTMLInputElement>;
}

/** Finds a contact by name, company or address. */
export function SearchField({ query, onChange, onLeave, ref }: SearchFieldProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: React warns about <search> where the DOM does not know it yet
    <div className="search" role="search">
      <Icon name="search" />
      <input
        ref={ref}
        type="search"
        value={query}
        aria-label={text('searchPlaceholder')}
        aria-keyshortcuts="/"
        placeholder={text('searchPlaceholder')}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape' && query !== '') onChange('');
          else if (event.key === 'ArrowDown' || event.key === 'Enter') onLeave();
          else return;
          event.preventDefault();
        }}
      />
      {query === '' && (
        <span className="key" aria-hidden="true">
          /
        </span>
      )}
    </div>
  );
}
