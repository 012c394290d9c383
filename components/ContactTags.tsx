import { type FormEvent, useId, useState } from 'react';
import type { Contact } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { IconButton } from './IconButton';

interface ContactTagsProps {
  readonly contact: Contact;
  readonly knownTags: readonly string[];
}

/** The tags of a contact; each is put on and taken off by itself. */
export function ContactTags({ contact, knownTags }: ContactTagsProps) {
  const acts = useActs();
  const listId = useId();
  const [tag, setTag] = useState('');
  const { id: contactId, tags = [] } = contact;
  const set = (wanted: readonly string[]) => acts.run('editContact', { id: newId(), contactId, tags: [...wanted] });
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (tag.trim() !== '' && (await set([...tags, tag.trim()]))) setTag('');
  };
  return (
    <section className="panel-part">
      <h3>{text('tags')}</h3>
      {tags.length > 0 && (
        <ul className="tags">
          {tags.map((one) => (
            <li key={one} className="tag">
              <bdi>{one}</bdi>
              <IconButton
                icon="close"
                label={text('removeTag', one)}
                onClick={() => void set(tags.filter((other) => other !== one))}
              />
            </li>
          ))}
        </ul>
      )}
      <form className="inline-form" onSubmit={(event) => void add(event)}>
        <input
          maxLength={100}
          list={listId}
          value={tag}
          aria-label={text('newTag')}
          placeholder={text('newTag')}
          onChange={(event) => setTag(event.target.value)}
        />
        <datalist id={listId}>
          {knownTags
            .filter((one) => !tags.includes(one))
            .map((one) => (
              <option key={one} value={one} />
            ))}
        </datalist>
        <button type="submit" className="button" aria-label={text('addTag')}>
          {text('add')}
        </button>
      </form>
    </section>
  );
}
