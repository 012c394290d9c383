import { ruleDefaults, type Settings } from '@/lib/core/settings';
import { text } from '@/lib/extension/text';
import { NumberField } from './OptionsFields';
import { OptionsForm, OptionsPart } from './OptionsPart';
import { useDraft } from './options-draft';
import { stageNames } from './stage-text';

interface Values {
  readonly owedAfterDays: string;
  /** Per stage; empty: by days. */
  readonly hours: Readonly<Record<string, string>>;
}

/** From when on an answer is owed. */
export function OptionsReplies({ settings }: { readonly settings: Settings }) {
  const hoursOf = ([stage]: (typeof stageNames)[number]) => [stage, String(settings.owedAfterHours[stage] ?? '')];
  const draft = useDraft<Values>({
    owedAfterDays: String(settings.owedAfterDays),
    hours: Object.fromEntries(stageNames.map(hoursOf)),
  });
  const { values, type } = draft;
  const change = () => ({
    owedAfterDays: Number(values.owedAfterDays),
    owedAfterHours: Object.fromEntries(
      Object.entries(values.hours)
        .filter(([, hours]) => hours !== '')
        .map(([stage, hours]) => [stage, Number(hours)]),
    ),
  });
  return (
    <OptionsPart id="replies" title={text('optionsReplies')} why={text('optionsRepliesWhy')}>
      <OptionsForm draft={draft} change={change}>
        <NumberField
          label={text('optionsOwedDays')}
          unit={text('optionsWorkingDays')}
          value={values.owedAfterDays}
          fallback={ruleDefaults.owedAfterDays}
          min={0}
          max={365}
          onChange={(owedAfterDays) => type({ owedAfterDays })}
        />
        <fieldset className="options-group">
          <legend>{text('optionsOwedStages')}</legend>
          <p className="quiet">{text('optionsOwedStagesWhy')}</p>
          {stageNames.map(([stage, key]) => (
            <Hours
              key={stage}
              name={text(key)}
              value={values.hours[stage] ?? ''}
              fallback={stage === 'lead' ? ruleDefaults.owedAfterHours.lead : undefined}
              onChange={(hours) => type({ hours: { ...values.hours, [stage]: hours } })}
            />
          ))}
        </fieldset>
      </OptionsForm>
    </OptionsPart>
  );
}

interface HoursProps {
  readonly name: string;
  readonly value: string;
  readonly fallback: number | undefined;
  readonly onChange: (hours: string) => void;
}

function Hours({ name, value, fallback, onChange }: HoursProps) {
  return (
    <div className="options-row">
      <span className="options-name" aria-hidden="true">
        {name}
      </span>
      <div className="options-control">
        <input
          type="number"
          min={0}
          max={1000}
          step="any"
          aria-label={text('optionsOwedOf', name)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <span aria-hidden="true">{text('optionsHours')}</span>
        {fallback !== undefined && <small className="quiet">{text('optionsDefault', fallback)}</small>}
      </div>
    </div>
  );
}
