import type { MessageKey } from '@/lib/core/phrase';
import { mayRecord } from '@/lib/core/recovery-course';
import { text } from '@/lib/extension/text';
import { RecoveryDeedForm } from './RecoveryDeedForm';
import { RecoveryExtraForm } from './RecoveryExtraForm';
import { RecoveryClosingForm, RecoveryPromiseForm, RecoverySaidForm } from './RecoveryFields';
import type { RecordedDeed, RecoveryPart, RecoveryView } from './recovery-view';

/** What can be recorded, in the order of the steps: the name of the choice, and a deed of that kind to ask about. */
export const recordable = {
  'holding-note': ['caseKindHoldingNote', { kind: 'holding-note' }],
  apologised: ['caseKindApologised', { kind: 'apologised' }],
  'asked-how': ['caseKindAskedHow', { kind: 'asked-how' }],
  asked: ['caseKindAsked', { kind: 'asked', text: '?' }],
  planned: ['caseKindPlanned', { kind: 'planned', text: '?' }],
  'fix-promised': ['caseKindPromise', { kind: 'fix-promised', owner: '?', dueOn: '2000-01-01' }],
  'status-told': ['caseKindStatusTold', { kind: 'status-told' }],
  fixed: ['caseKindFixed', { kind: 'fixed' }],
  given: ['caseKindGiven', { kind: 'given', text: '?' }],
  extra: ['caseKindExtra', { kind: 'extra', what: '?' }],
  'no-extra': ['caseKindNoExtra', { kind: 'no-extra' }],
  ok: ['caseKindOk', { kind: 'checked', isOk: true }],
  'not-ok': ['caseKindNotOk', { kind: 'checked', isOk: false }],
  'repeat-asked': ['caseKindRepeat', { kind: 'repeat-asked' }],
  note: ['caseNoteOnly', { kind: 'note' }],
  kept: ['caseEntryKept', { kind: 'closed', outcome: 'kept' }],
  closed: ['caseKindClosed', { kind: 'closed', outcome: 'withdrawn' }],
} as const satisfies Record<string, readonly [name: MessageKey, deed: RecordedDeed]>;

/** One of `recordable`. */
export type Recordable = keyof typeof recordable;

/** Does the case take a deed of that kind next? */
export function takes({ recovery, events }: RecoveryView, kind: Recordable): boolean {
  return mayRecord(recovery, events, recordable[kind][1]);
}

/** The button that records a deed which needs nothing more than to be said. */
const buttons: Readonly<Partial<Record<Recordable, MessageKey>>> = {
  'holding-note': 'caseDoHoldingNote',
  apologised: 'caseDoApologised',
  'asked-how': 'caseDoAskedHow',
  'status-told': 'caseDoStatusTold',
  fixed: 'caseDoFixed',
  'no-extra': 'caseDoNoExtra',
  ok: 'caseDoOk',
  'not-ok': 'caseDoNotOk',
  'repeat-asked': 'caseDoRepeat',
  note: 'pageAddNote',
  kept: 'caseDoKept',
};

/** Deeds of which the note is a part: it says why, or what. */
const notes: Readonly<Partial<Record<Recordable, MessageKey>>> = { 'no-extra': 'caseNoteWhy', note: 'caseNoteOnly' };

interface RecoveryDeedFieldsProps {
  readonly part: RecoveryPart;
  readonly kind: Recordable;
  readonly primary?: boolean;
  readonly onDone?: () => void;
}

/** The form that records a deed of that kind. */
export function RecoveryDeedFields({ part, kind, ...rest }: RecoveryDeedFieldsProps) {
  switch (kind) {
    case 'asked':
    case 'planned':
    case 'given':
      return <RecoverySaidForm part={part} kind={kind} {...rest} />;
    case 'fix-promised':
      return <RecoveryPromiseForm part={part} {...rest} />;
    case 'extra':
      return <RecoveryExtraForm part={part} {...rest} />;
    case 'closed':
      return <RecoveryClosingForm part={part} canKeep={takes(part.view, 'kept')} {...rest} />;
    default: {
      const note = notes[kind];
      const choice = choiceOf(kind);
      // "Is everything OK now?" has two answers, and both are worth a button.
      const choices = kind === 'ok' ? ([choice, choiceOf('not-ok')] as const) : ([choice] as const);
      return (
        <RecoveryDeedForm
          part={part}
          choices={choices}
          needsNote={note === undefined ? undefined : text(note)}
          {...rest}
        />
      );
    }
  }
}

function choiceOf(kind: Recordable) {
  const [name, deed] = recordable[kind];
  return { deed, label: text(buttons[kind] ?? name) };
}
