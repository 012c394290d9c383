import type { FormEvent, ReactNode } from 'react';
import { text } from '@/lib/extension/text';
import { type SettingsChange, useChange } from './options-draft';

interface OptionsPartProps {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly children: ReactNode;
}

/** One part of the settings page. */
export function OptionsPart({ id, title, why, children }: OptionsPartProps) {
  return (
    <section className="options-part" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p className="quiet">{why}</p>
      {children}
    </section>
  );
}

interface OptionsFormProps {
  readonly draft: { readonly isTyped: boolean; readonly discard: () => void };
  /** What to store of what was typed. */
  readonly change: () => SettingsChange;
  readonly children: ReactNode;
}

/** Fields that are saved together; "Save" and "Discard" show once something was typed. */
export function OptionsForm({ draft, change, children }: OptionsFormProps) {
  const store = useChange();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await store(change())) draft.discard();
  };
  return (
    <form className="options-form" onSubmit={(event) => void save(event)}>
      {children}
      {draft.isTyped && (
        <div className="options-save">
          <button type="submit" className="button button-primary">
            {text('optionsSave')}
          </button>
          <button type="button" className="button" onClick={draft.discard}>
            {text('optionsDiscard')}
          </button>
          <span className="quiet">{text('optionsUnsaved')}</span>
        </div>
      )}
    </form>
  );
}
