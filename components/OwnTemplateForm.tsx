import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { type OwnTemplate, unknownFields } from '@/lib/core/own-template';
import type { FieldName, FieldValues } from '@/lib/core/template';
import type { Template } from '@/lib/core/template-pack';
import { templatesInEnglish } from '@/lib/core/templates-en';
import { text } from '@/lib/extension/text';
import { FieldChoices } from './FieldChoices';
import { written } from './field-text';
import { WordingPreview } from './WordingPreview';

interface OwnTemplateFormProps {
  /** `undefined`: a new one. */
  readonly template: OwnTemplate | undefined;
  /** What the preview fills in. */
  readonly sample: FieldValues;
  readonly onSave: (template: Template) => Promise<boolean>;
  readonly onDone: () => void;
}

/** An own wording as it is written, with what a contact would get. */
export function OwnTemplateForm({ template, sample, onSave, onDone }: OwnTemplateFormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<Template>(template ?? { name: '', subject: '', text: '' });
  const change = (more: Partial<Template>) => setDraft((before) => ({ ...before, ...more }));
  const insert = (name: FieldName) => {
    const area = field.current;
    if (!area) return;
    area.setRangeText(written(name), area.selectionStart, area.selectionEnd, 'end');
    change({ text: area.value });
    area.focus();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const typed = trimmed(draft);
    if (typed && (await onSave(typed))) onDone();
  };
  return (
    <form className="fields own-wording-form" onSubmit={(event) => void save(event)}>
      {!template && draft.text === '' && <Beginning onBegin={change} />}
      <TemplateFields draft={draft} onChange={change} area={field} />
      <FieldChoices onChoose={insert} />
      <UnknownFields names={unknownFields(draft)} />
      {draft.text !== '' && <WordingPreview wording={trimmed(draft) ?? draft} values={sample} />}
      <div className="buttons">
        <button type="submit" className="button button-primary">
          {text('optionsTemplateSave')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {text('optionsDiscard')}
        </button>
      </div>
    </form>
  );
}

/** As it is stored. `undefined`: name or text is missing. */
function trimmed({ name, subject = '', text: words }: Template): Template | undefined {
  if (name.trim() === '' || words.trim() === '') return undefined;
  const about = subject.trim();
  return { name: name.trim(), text: words.trim(), ...(about === '' ? {} : { subject: about }) };
}

interface TemplateFieldsProps {
  readonly draft: Template;
  readonly onChange: (more: Partial<Template>) => void;
  readonly area: RefObject<HTMLTextAreaElement | null>;
}

function TemplateFields({ draft, onChange, area }: TemplateFieldsProps) {
  return (
    <>
      <label className="field">
        <span>{text('optionsTemplateName')}</span>
        <input
          required
          maxLength={80}
          value={draft.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{text('optionsTemplateSubject')}</span>
        <input
          maxLength={200}
          value={draft.subject ?? ''}
          onChange={(event) => onChange({ subject: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{text('optionsTemplateText')}</span>
        <textarea
          ref={area}
          dir="auto"
          rows={8}
          required
          maxLength={10_000}
          value={draft.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      </label>
    </>
  );
}

/** A wording that comes with Holdfast, to be changed into one's own. */
function Beginning({ onBegin }: { readonly onBegin: (template: Template) => void }) {
  const all = Object.entries(templatesInEnglish.templates);
  const begin = (key: string) => {
    const found = all.find(([one]) => one === key)?.[1];
    if (found) onBegin(found);
  };
  return (
    <label className="field">
      <span>{text('optionsTemplateBegin')}</span>
      <select value="" onChange={(event) => begin(event.target.value)}>
        <option value="">{text('optionsTemplateEmpty')}</option>
        {all.map(([key, { name }]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function UnknownFields({ names }: { readonly names: readonly string[] }) {
  return (
    <div role="status" className="wording-unknown">
      {names.map((name) => (
        <p key={name}>{text('optionsTemplateUnknown', written(name))}</p>
      ))}
    </div>
  );
}
