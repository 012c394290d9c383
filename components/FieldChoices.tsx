import type { MessageKey } from '@/lib/core/phrase';
import { type FieldName, knownFields, typedFields } from '@/lib/core/template';
import { text } from '@/lib/extension/text';
import { fieldKeys, written } from './field-text';

const groups: readonly (readonly [title: MessageKey, fields: readonly FieldName[]])[] = [
  ['fieldsKnown', knownFields],
  ['fieldsTyped', typedFields],
];

/** Everything that a wording may name; a press writes it at the caret. */
export function FieldChoices({ onChoose }: { readonly onChoose: (field: FieldName) => void }) {
  return (
    <details className="more field-choices">
      <summary>{text('fieldsTitle')}</summary>
      <p className="quiet">{text('fieldsHow', '{{firstName|there}}')}</p>
      {groups.map(([title, fields]) => (
        <section key={title}>
          <h3>{text(title)}</h3>
          <ul>
            {fields.map((field) => (
              <li key={field}>
                <button type="button" className="choice" onClick={() => onChoose(field)}>
                  <code>{written(field)}</code>
                </button>
                <span className="quiet">{text(fieldKeys[field])}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
