import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import type { MessageKey } from '@/lib/core/phrase';
import { countText, text } from '@/lib/extension/text';
import { type ApologyCheck, type ApologyPart, apologyParts, type Span } from './apology-check';
import { Icon } from './Icon';
import { TakeWords } from './RecoveryWording';

interface ApologyBuilderProps {
  readonly check: (text: string) => ApologyCheck;
  /** A text to begin with. `undefined`: none is offered. */
  readonly ready?: string;
  /** Puts the apology into the mail that is being written. `undefined`: it can only be copied. */
  readonly onInsert?: (text: string) => void;
}

/** An apology as it is written: which of its six parts are there, what is missing, and what weakens it. */
export function ApologyBuilder({ check, ready, onInsert }: ApologyBuilderProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const readingId = useId();
  const [words, setWords] = useState('');
  const read = useDeferredValue(words);
  const reading = useMemo(() => check(read), [check, read]);
  const show = ({ from, to }: Span) => {
    field.current?.focus();
    field.current?.setSelectionRange(from, to);
  };
  const refusal = check(words).emptyFields.length > 0 ? text('apologyFillFields') : undefined;
  return (
    <div className="apology">
      <label className="field">
        <span>{text('apologyText')}</span>
        <textarea
          ref={field}
          rows={8}
          maxLength={10_000}
          value={words}
          aria-describedby={readingId}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      {ready !== undefined && words === '' && (
        <button type="button" className="link-button" onClick={() => setWords(ready)}>
          {text('apologyBegin')}
        </button>
      )}
      <p id={readingId} className="apology-verdict" role="status">
        {verdictOf(reading)}
      </p>
      <ApologyParts reading={reading} />
      {read !== '' && <ApologyFlaws words={read} reading={reading} onShow={show} />}
      <TakeWords words={words} onInsert={onInsert} refusal={refusal} />
    </div>
  );
}

function verdictOf({ parts, good, repairDate }: ApologyCheck): string {
  if (good && repairDate) return text('apologyGood');
  const there = apologyParts.filter((part) => parts[part].found).length;
  return countText(there, 'apologyThereOne', 'apologyThereOther');
}

const names: Readonly<Record<ApologyPart, { readonly name: MessageKey; readonly hint: MessageKey }>> = {
  regret: { name: 'apologyPartRegret', hint: 'apologyHintRegret' },
  explanation: { name: 'apologyPartExplanation', hint: 'apologyHintExplanation' },
  responsibility: { name: 'apologyPartResponsibility', hint: 'apologyHintResponsibility' },
  repentance: { name: 'apologyPartRepentance', hint: 'apologyHintRepentance' },
  repair: { name: 'apologyPartRepair', hint: 'apologyHintRepair' },
  forgiveness: { name: 'apologyPartForgiveness', hint: 'apologyHintForgiveness' },
};
const required: ReadonlySet<ApologyPart> = new Set(['responsibility', 'repair']);

function ApologyParts({ reading }: { readonly reading: ApologyCheck }) {
  return (
    <ul className="apology-parts">
      {apologyParts.map((part) => {
        const { found } = reading.parts[part];
        const needed = required.has(part) ? 'apologyNeeded' : 'apologyMissing';
        const state = part === 'forgiveness' ? 'apologyOptional' : needed;
        return (
          <li key={part} className={found ? 'apology-part apology-part-found' : 'apology-part'}>
            <Icon name={found ? 'check' : 'plus'} size={14} />
            <span>
              <strong>{text(names[part].name)}</strong> {text(found ? 'apologyThere' : state)}
              {!found && <span className="quiet">{text(names[part].hint)}</span>}
              {found && part === 'repair' && !reading.repairDate && (
                <span className="apology-flaw">{text('apologyNoDate')}</span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

interface ApologyFlawsProps {
  readonly words: string;
  readonly reading: ApologyCheck;
  readonly onShow: (span: Span) => void;
}

/** What weakens it, each with why and with better words; a click shows the place. */
function ApologyFlaws({ words, reading: { weak, emptyFields }, onShow }: ApologyFlawsProps) {
  if (weak.length + emptyFields.length === 0) return null;
  return (
    <ul className="apology-flaws" aria-label={text('apologyWeak')}>
      {weak.map((one) => (
        <li key={one.from}>
          <ShowPlace words={words} span={one} onShow={onShow} />
          <p>{text(one.why)}</p>
          <p>
            <bdi>{text('apologyBetter', one.better)}</bdi>
          </p>
        </li>
      ))}
      {emptyFields.map((span) => (
        <li key={span.from}>
          <ShowPlace words={words} span={span} onShow={onShow} />
          <p>{text('apologyEmptyField')}</p>
        </li>
      ))}
    </ul>
  );
}

interface ShowPlaceProps {
  readonly words: string;
  readonly span: Span;
  readonly onShow: (span: Span) => void;
}

function ShowPlace({ words, span, onShow }: ShowPlaceProps) {
  return (
    <button type="button" className="link-button" onClick={() => onShow(span)}>
      <bdi>{text('apologyQuote', words.slice(span.from, span.to))}</bdi>
    </button>
  );
}
