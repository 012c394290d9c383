import { type FormEvent, useState } from 'react';
import { recoveryPhrase } from '@/lib/core/recovery-phrase';
import type { NextStep } from '@/lib/core/recovery-step';
import { fillTemplate } from '@/lib/core/template';
import { firstName } from '@/lib/core/wording';
import { phrase, text } from '@/lib/extension/text';
import { ApologyBuilder } from './ApologyBuilder';
import { useMoment } from './moment';
import { RecoveryDeedFields } from './RecoveryDeed';
import { formsOf } from './recovery-forms';
import { dueText } from './recovery-steps';
import { actKeys, reasonText } from './recovery-text';
import type { RecoveryPart, RecoveryView } from './recovery-view';
import { WordingWriter } from './WordingWriter';
import { whenText } from './when-text';

interface RecoveryNextProps {
  readonly part: RecoveryPart;
  readonly next: NextStep;
}

/** The one next step: what to do, how, in which words, and the buttons that say it was done. */
export function RecoveryNext({ part, next }: RecoveryNextProps) {
  const moment = useMoment();
  const { view } = part;
  const name = firstName(view.contact.name);
  const { title, how } = actKeys[next.act];
  const isMain = !view.course.offersHoldingNote;
  const forms = formsOf(next, view).filter((kind) => kind !== 'not-ok');
  return (
    <section className={`tab-box case-next case-next-${next.state}`} aria-labelledby="next">
      <div className="case-next-head">
        <h2 id="next">{text('caseNext', text(title))}</h2>
        <p className="case-due">{dueText(next, moment)}</p>
      </div>
      {view.course.offersHoldingNote && <HoldingNote part={part} next={next} />}
      <p>{text(how, name)}</p>
      {next.act === 'name-manager' && <ManagerForm part={part} />}
      <NextWording part={part} next={next} />
      {forms.map((kind, index) => (
        <RecoveryDeedFields key={kind} part={part} kind={kind} primary={isMain && index === forms.length - 1} />
      ))}
    </section>
  );
}

/** The step's ready wording; an apology is not copied, but written and read while it is. */
function NextWording({ part: { wordings, values, check, onInsert }, next: { act } }: RecoveryNextProps) {
  const choices = wordings.filter(({ isHoldingNote }) => !isHoldingNote);
  const first = choices.find(({ group }) => group === 'now')?.key;
  if (act !== 'apologise' || !check) {
    if (choices.length === 0) return null;
    return <WordingWriter key={act} choices={choices} first={first} values={values} onInsert={onInsert} />;
  }
  const beginnings = choices.map(({ key, group, name, ...wording }) => {
    const { subject, text: words, spans } = fillTemplate(wording, values);
    // The subject is not shown there, so an unfinished one is left out.
    const isOpen = spans.some(({ part, from }) => part === 'subject' && from === 'nothing');
    return {
      key,
      name: group === 'own' ? name : undefined,
      subject: isOpen ? undefined : subject,
      words: words.trimEnd(),
    };
  });
  return <ApologyBuilder check={check} beginnings={beginnings} onInsert={onInsert} />;
}

/** Two lines now, because the apology itself has to wait for the morning. */
function HoldingNote({ part, next }: RecoveryNextProps) {
  const moment = useMoment();
  const when = whenText(next.dueOn ?? moment.today, moment);
  const choices = part.wordings.filter(({ isHoldingNote }) => isHoldingNote);
  return (
    <section className="case-holding" aria-labelledby="holding">
      <h3 id="holding">{text('caseHoldingTitle')}</h3>
      <p>{text('caseHoldingHow', firstName(part.view.contact.name), when)}</p>
      {choices.length > 0 && (
        <WordingWriter choices={choices} first={choices[0]?.key} values={part.values} onInsert={part.onInsert} />
      )}
      <RecoveryDeedFields part={part} kind="holding-note" primary />
    </section>
  );
}

function ManagerForm({ part }: { readonly part: RecoveryPart }) {
  const [manager, setManager] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await part.deeds.edit({ manager: manager.trim() || null })) setManager('');
  };
  return (
    <form className="fields" onSubmit={(event) => void save(event)}>
      <label className="field">
        <span>{text('caseManager')}</span>
        <input required maxLength={200} value={manager} onChange={(event) => setManager(event.target.value)} />
      </label>
      <button type="submit" className="button button-primary">
        {text('caseManagerSave')}
      </button>
    </form>
  );
}

/** How the case ended. */
export function RecoveryClosed({ view }: { readonly view: RecoveryView }) {
  const moment = useMoment();
  const { closing } = view.course;
  const ended = recoveryPhrase(view.course, moment);
  const tryAgainOn = closing?.outcome === 'lost' ? closing.tryAgainOn : undefined;
  return (
    <section className="tab-box" aria-labelledby="closed">
      <h2 id="closed">{text('caseClosed')}</h2>
      {ended && <p>{phrase(ended)}</p>}
      {closing?.outcome === 'lost' && <p>{reasonText(closing.reason)}</p>}
      {tryAgainOn !== undefined && <p>{text('caseTryAgainOn', whenText(tryAgainOn, moment))}</p>}
    </section>
  );
}
