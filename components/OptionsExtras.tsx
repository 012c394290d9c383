import { catalogueOf, extraLimits } from '@/lib/core/extras';
import type { Settings } from '@/lib/core/settings';
import { phrase, text } from '@/lib/extension/text';
import { IconButton } from './IconButton';
import { NumberField } from './OptionsFields';
import { OptionsForm, OptionsPart } from './OptionsPart';
import { type Draft, useChange, useDraft } from './options-draft';
import { severityKeys } from './recovery-text';

/** A line of the list as it is typed. */
interface Line {
  readonly what: string;
  readonly cost: string;
}
interface Values {
  readonly lines: readonly Line[];
  readonly limits: Readonly<Record<1 | 2 | 3, string>>;
}

/** What may be given beside a fix, what each costs, and what all of them may cost in one recovery. */
export function OptionsExtras({ settings }: { readonly settings: Settings }) {
  const { choices, limits } = catalogueOf(settings);
  const store = useChange();
  const stored: Values = {
    lines: choices.map(({ what, cost }) => ({
      what: typeof what === 'string' ? what : phrase(what),
      cost: String(cost),
    })),
    limits: { 1: String(limits[1]), 2: String(limits[2]), 3: String(limits[3]) },
  };
  const draft = useDraft<Values>(stored);
  const { lines, limits: typed } = draft.values;
  const change = () => ({
    ...(same(lines, stored.lines) ? {} : { extras: lines.map(extraIn).filter(({ what }) => what !== '') }),
    ...(same(typed, stored.limits)
      ? {}
      : { extraLimits: { 1: Number(typed[1]), 2: Number(typed[2]), 3: Number(typed[3]) } }),
  });
  return (
    <OptionsPart id="extras" title={text('optionsExtras')} why={text('optionsExtrasWhy')}>
      <OptionsForm draft={draft} change={change}>
        <Lines draft={draft} />
        <Limits draft={draft} />
      </OptionsForm>
      {(settings.extras !== undefined || settings.extraLimits !== undefined) && (
        <button type="button" className="link-button" onClick={() => void store({ extras: null, extraLimits: null })}>
          {text('optionsExtrasFirst')}
        </button>
      )}
    </OptionsPart>
  );
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function extraIn({ what, cost }: Line) {
  return { what: what.trim(), cost: Number(cost) };
}

interface PartProps {
  readonly draft: Draft<Values>;
}

function Lines({ draft: { values, type } }: PartProps) {
  const { lines } = values;
  const change = (index: number, more: Partial<Line>) =>
    type({ lines: lines.map((line, at) => (at === index ? { ...line, ...more } : line)) });
  return (
    <fieldset className="options-group">
      <legend>{text('optionsExtrasList')}</legend>
      <div className="extra-heads" aria-hidden="true">
        <span>{text('caseExtraWhat')}</span>
        <span>{text('optionsExtraCostHead')}</span>
      </div>
      <ul className="extra-lines">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the list; its name is being typed
          <li key={index} className="extra-line">
            <input
              aria-label={text('optionsExtraWhat', index + 1)}
              required
              maxLength={200}
              value={line.what}
              onChange={(event) => change(index, { what: event.target.value })}
            />
            <input
              aria-label={text('optionsExtraCost', index + 1)}
              type="number"
              required
              min={0}
              max={1e9}
              step="any"
              value={line.cost}
              onChange={(event) => change(index, { cost: event.target.value })}
            />
            <IconButton
              icon="close"
              label={text('optionsExtraRemove', line.what || String(index + 1))}
              onClick={() => type({ lines: lines.filter((_, at) => at !== index) })}
            />
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button"
        disabled={lines.length >= 100}
        onClick={() => type({ lines: [...lines, { what: '', cost: '0' }] })}
      >
        {text('optionsExtraAdd')}
      </button>
    </fieldset>
  );
}

function Limits({ draft: { values, type } }: PartProps) {
  return (
    <fieldset className="options-group">
      <legend>{text('optionsExtraLimits')}</legend>
      {severityKeys.map(([severity, key]) => (
        <NumberField
          key={severity}
          label={text('optionsExtraLimitOf', text(key))}
          unit={text('optionsExtraUnit')}
          value={values.limits[severity]}
          fallback={extraLimits[severity]}
          min={0}
          max={1e9}
          step="any"
          onChange={(limit) => type({ limits: { ...values.limits, [severity]: limit } })}
        />
      ))}
    </fieldset>
  );
}
