import { useState } from 'react';
import { mostTemplates, type OwnTemplate } from '@/lib/core/own-template';
import type { Settings } from '@/lib/core/settings';
import { templatesInEnglish } from '@/lib/core/templates-en';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { momentOf, useNow } from './moment';
import { OptionsForm, OptionsPart } from './OptionsPart';
import { OwnTemplateForm } from './OwnTemplateForm';
import { useChange, useDraft } from './options-draft';
import { sampleValues } from './sample-values';

interface OptionsWordingProps {
  readonly settings: Settings;
}

/** How the user signs, and ready wording of the user's own. */
export function OptionsWording({ settings }: OptionsWordingProps) {
  const draft = useDraft({ ownName: settings.ownName ?? '' });
  return (
    <OptionsPart id="wording" title={text('optionsWording')} why={text('optionsWordingWhy')}>
      <OptionsForm draft={draft} change={() => ({ ownName: draft.values.ownName.trim() || null })}>
        <label className="field">
          <span>{text('optionsSigned')}</span>
          <input
            maxLength={200}
            value={draft.values.ownName}
            onChange={(event) => draft.type({ ownName: event.target.value })}
          />
        </label>
      </OptionsForm>
      <Templates settings={settings} />
    </OptionsPart>
  );
}

function Templates({ settings }: OptionsWordingProps) {
  const store = useChange();
  const now = useNow();
  /** The id of the one being edited; `new`: one is being written. */
  const [open, setOpen] = useState<string>();
  const own = settings.templates ?? [];
  const sample = sampleValues(templatesInEnglish, momentOf(now, settings, []), settings.ownName);
  const save = (saved: OwnTemplate) => {
    const isKnown = own.some(({ id }) => id === saved.id);
    return store({ templates: isKnown ? own.map((one) => (one.id === saved.id ? saved : one)) : [...own, saved] });
  };
  const form = (template: OwnTemplate | undefined) => (
    <OwnTemplateForm
      template={template}
      sample={sample}
      onSave={(typed) => save({ id: template?.id ?? newId(), ...typed })}
      onDone={() => setOpen(undefined)}
    />
  );
  return (
    <fieldset className="options-group">
      <legend>{text('optionsTemplates')}</legend>
      {own.length === 0 && <p className="quiet">{text('optionsTemplatesNone')}</p>}
      <ul className="own-wordings">
        {own.map((one) => (
          <li key={one.id}>
            <TemplateLine
              template={one}
              isOpen={open === one.id}
              onEdit={() => setOpen(open === one.id ? undefined : one.id)}
              onDelete={() => void store({ templates: own.filter(({ id }) => id !== one.id) })}
            />
            {open === one.id && form(one)}
          </li>
        ))}
      </ul>
      {open === 'new' ? (
        form(undefined)
      ) : (
        <button type="button" className="button" disabled={own.length >= mostTemplates} onClick={() => setOpen('new')}>
          {text('optionsTemplateNew')}
        </button>
      )}
    </fieldset>
  );
}

interface TemplateLineProps {
  readonly template: OwnTemplate;
  readonly isOpen: boolean;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

function TemplateLine({ template: { name, subject }, isOpen, onEdit, onDelete }: TemplateLineProps) {
  return (
    <div className="own-wording">
      <p>
        <bdi>{name}</bdi>
        {subject !== undefined && <bdi className="quiet">{subject}</bdi>}
      </p>
      <button
        type="button"
        className="button"
        aria-expanded={isOpen}
        aria-label={text('optionsTemplateEditOf', name)}
        onClick={onEdit}
      >
        {text('optionsTemplateEdit')}
      </button>
      <button type="button" className="button" aria-label={text('optionsTemplateDeleteOf', name)} onClick={onDelete}>
        {text('optionsTemplateDelete')}
      </button>
    </div>
  );
}
