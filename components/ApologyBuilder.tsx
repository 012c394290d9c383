import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import type { ApologyCheck } from '@/lib/core/apology';
import { type ApologyPart, apologyParts } from '@/lib/core/apology-rules';
import { emptyFieldText, partTexts, repairDateMissing } from '@/lib/core/apology-texts';
import type { Span } from '@/lib/core/sentence-spans';
import { countText, text } from '@/lib/extension/text';
import { Icon } from './Icon';
import { TakeWords } from './TakeWords';
import type { Insert } from './use-insert';

/** A text to begin with. */
interface Beginning {
  readonly key: string;
  /** Of one of the user's own. `undefined`: it comes with Holdfast. */
  readonly name: string | undefined;
  /** Of a new mail. */
  readonly subject: string | undefined;
  readonly words: string;
}

interface ApologyBuilderProps {
  readonly check: (text: string) => ApologyCheck;
  readonly beginnings?: readonly Beginning[];
  /** Puts the apology into the mail that is being written. `undefined`: it can only be copied. */
  readonly onInsert?: Insert;
}

/** An apology as it is written: which of its six parts are there, what is missing, and what weakens it. */
export function ApologyBuilder({ check, beginnings = [], onInsert }: ApologyBuilderProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const readingId = useId();
  const [words, setWords] = useState('');
  const [subject, setSubject] = useState<string>();
  const read = useDeferredValue(words);
  const reading = useMemo(() => check(read), [check, read]);
  const show = ({ from, to }: Span) => {
    field.current?.focus();
    field.current?.setSelectionRange(from, to);
  };
  const begin = (beginning: Beginning) => {
    setWords(beginning.words);
    setSubject(beginning.subject);
  };
  const refusal = check(words).emptyFields.length > 0 ? text('apologyFillFields') : undefined;
  return (
    <div className="apology">
      <label className="field">
        <span>{text('apologyText')}</span>
        <textarea
          ref={field}
          dir="auto"
          rows={8}
          maxLength={10_000}
          value={words}
          aria-describedby={readingId}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      {words === '' && <Beginnings beginnings={beginnings} onBegin={begin} />}
      <p id={readingId} className="apology-verdict" role="status">
        {verdictOf(reading)}
      </p>
      <ApologyParts reading={reading} />
      {read !== '' && <ApologyFlaws words={read} reading={reading} onShow={show} />}
      <TakeWords words={words} subject={subject} onInsert={onInsert} refusal={refusal} />
    </div>
  );
}

interface BeginningsProps {
  readonly beginnings: readonly Beginning[];
  readonly onBegin: (beginning: Beginning) => void;
}

function Beginnings({ beginnings, onBegin }: BeginningsProps) {
  return beginnings.map((one) => (
    <button key={one.key} type="button" className="link-button" onClick={() => onBegin(one)}>
      {one.name === undefined ? text('apologyBegin') : text('apologyBeginWith', one.name)}
    </button>
  ));
}

function verdictOf({ parts, good, repairDate }: ApologyCheck): string {
  if (good && repairDate) return text('apologyGood');
  const there = apologyParts.filter((part) => parts[part].found).length;
  return countText(there, 'apologyThereOne', 'apologyThereOther');
}

function ApologyParts({ reading }: { readonly reading: ApologyCheck }) {
  const needed: ReadonlySet<ApologyPart> = new Set(reading.missing);
  return (
    <ul className="apology-parts">
      {apologyParts.map((part) => {
        const { found } = reading.parts[part];
        const absent = part === 'forgiveness' ? 'apologyOptional' : 'apologyMissing';
        return (
          <li key={part} className={found ? 'apology-part apology-part-found' : 'apology-part'}>
            <Icon name={found ? 'check' : 'plus'} size={14} />
            <span>
              <strong>{text('apologyPart', text(partTexts[part].name))}</strong>{' '}
              {text(found ? 'apologyThere' : needed.has(part) ? 'apologyNeeded' : absent)}
              {!found && <span className="quiet">{text(partTexts[part].missing)}</span>}
              {found && part === 'repair' && !reading.repairDate && (
                <span className="apology-flaw">{text(repairDateMissing)}</span>
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
          <p>{text(emptyFieldText)}</p>
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
