import type { MessageKey } from '@/lib/core/phrase';
import { text } from '@/lib/extension/text';

const keys: readonly (readonly [keys: readonly string[], what: MessageKey])[] = [
  [['j', '↓'], 'keyNext'],
  [['k', '↑'], 'keyPrevious'],
  [['m'], 'keyWrite'],
  [['l', 'c'], 'keyLogCall'],
  [['l', 'e'], 'keyLogMeeting'],
  [['l', 'm'], 'keyLogMail'],
  [['l', 't'], 'keyLogChat'],
  [['x'], 'pageNoReplyNeeded'],
  [['s'], 'pageSnooze'],
  [['n'], 'pageSkip'],
  [['o'], 'keyOpen'],
  [['/'], 'keySearch'],
  [['z'], 'pageUndo'],
  [['?'], 'keyHelp'],
];

/** Every single key and what it does. */
export function KeyHelp() {
  return (
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
  );
}
