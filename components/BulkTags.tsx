import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { text } from '@/lib/extension/text';
import { useDatabase } from './database-context';
import { IconButton } from './IconButton';
import { useLive } from './use-live';

interface BulkTagsProps {
  /** The tags that any of those selected has. */
  readonly tags: readonly string[];
  readonly onTag: (tag: string) => void;
  readonly onUntag: (tag: string) => void;
}

/** Puts a tag on everybody who is selected, or takes one off. */
export function BulkTags({ tags, onTag, onUntag }: BulkTagsProps) {
  const db = useDatabase();
  const known = useLive(() => db.contacts.orderBy('tags').uniqueKeys(), [db]) ?? [];
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [tag, setTag] = useState('');
  useEffect(() => field.current?.focus(), []);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (tag.trim() === '') return;
    onTag(tag);
    setTag('');
  };
  return (
    <>
      <form className="choices" onSubmit={add}>
        <input
          ref={field}
          className="choice choice-text"
          list={listId}
          value={tag}
          maxLength={100}
          aria-label={text('newTag')}
          placeholder={text('newTag')}
          onChange={(event) => setTag(event.target.value)}
        />
        <datalist id={listId}>
          {known.map((one) => (
            <option key={String(one)} value={String(one)} />
          ))}
        </datalist>
        <button type="submit" className="choice">
          {text('listTag')}
        </button>
      </form>
      {tags.length > 0 && (
        <ul className="tags" aria-label={text('tags')}>
          {tags.map((one) => (
            <li key={one} className="tag">
              <bdi>{one}</bdi>
              <IconButton icon="close" label={text('removeTag', one)} onClick={() => onUntag(one)} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
