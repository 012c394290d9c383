import { type FieldValues, fieldNamed, fillTemplate, type Wording } from '@/lib/core/template';
import { text } from '@/lib/extension/text';
import { fieldList } from './field-text';

interface WordingPreviewProps {
  readonly wording: Wording;
  readonly values: FieldValues;
}

/** What a contact would get, and what would be left to type each time. */
export function WordingPreview({ wording, values }: WordingPreviewProps) {
  const filled = fillTemplate(wording, values);
  const toType = filled.unresolved.filter((name) => fieldNamed(name) !== undefined);
  return (
    <section className="wording-preview" aria-label={text('wordingPreview', values.name ?? '')}>
      <p className="quiet">{text('wordingPreview', values.name ?? '')}</p>
      {filled.subject !== undefined && (
        <p className="wording-preview-subject" dir="auto">
          {filled.subject}
        </p>
      )}
      <p className="wording-preview-text" dir="auto">
        {filled.text}
      </p>
      {toType.length > 0 && <p className="quiet">{text('wordingToType', fieldList(toType))}</p>}
    </section>
  );
}
