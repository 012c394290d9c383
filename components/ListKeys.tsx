import type { MessageKey } from '@/lib/core/phrase';
import { text } from '@/lib/extension/text';

const keys: readonly (readonly [names: readonly string[], what: MessageKey])[] = [
  [['j', '↓'], 'keyNext'],
  [['k', '↑'], 'keyPrevious'],
  [['x'], 'listKeySelect'],
  [['o'], 'keyOpen'],
  [['l'], 'pageLog'],
  [['s'], 'pageSnooze'],
  [['n'], 'pageSkip'],
  [['z'], 'pageUndo'],
  [['Esc'], 'listClear'],
];

/** The single keys of the whole list, for those who want to know. */
export function ListKeys() {
  return (
    <details className="more whole-keys">
      <summary>{text('menuKeys')}</summary>
      <dl className="keys">
        {keys.map(([names, what]) => (
          <div key={what}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{text(what)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
