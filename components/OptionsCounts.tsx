import type { WeakKind } from '@/lib/core/counting';
import type { MessageKey } from '@/lib/core/phrase';
import { ruleDefaults, type Settings } from '@/lib/core/settings';
import { text } from '@/lib/extension/text';
import { NumberField, Switch } from './OptionsFields';
import { OptionsForm, OptionsPart } from './OptionsPart';
import { useDraft } from './options-draft';

const kinds: readonly (readonly [kind: WeakKind, key: MessageKey])[] = [
  ['cc-only', 'optionsCountsCc'],
  ['calendar-notice', 'optionsCountsNotice'],
  ['mass-mail', 'optionsCountsMass'],
];

/** Which mail resets a clock. */
export function OptionsCounts({ settings }: { readonly settings: Settings }) {
  const { mostRecipients, countsToo } = settings;
  const draft = useDraft({ mostRecipients: String(mostRecipients), countsToo });
  const { values, type } = draft;
  const change = () => ({ mostRecipients: Number(values.mostRecipients), countsToo: [...values.countsToo] });
  const toggle = (kind: WeakKind, on: boolean) =>
    type({
      countsToo: kinds.map(([one]) => one).filter((one) => (one === kind ? on : values.countsToo.includes(one))),
    });
  return (
    <OptionsPart id="counts" title={text('optionsCounts')} why={text('optionsCountsWhy')}>
      <OptionsForm draft={draft} change={change}>
        <NumberField
          label={text('optionsRecipients')}
          unit={text('optionsPeople')}
          value={values.mostRecipients}
          fallback={ruleDefaults.mostRecipients}
          min={1}
          max={1000}
          onChange={(typed) => type({ mostRecipients: typed })}
        />
        <fieldset className="options-group">
          <legend>{text('optionsCountsToo')}</legend>
          {kinds.map(([kind, key]) => (
            <Switch
              key={kind}
              label={text(key)}
              on={values.countsToo.includes(kind)}
              onChange={(on) => toggle(kind, on)}
            />
          ))}
          <p className="quiet">{text('optionsCountsDefault')}</p>
        </fieldset>
      </OptionsForm>
    </OptionsPart>
  );
}

/** How many a day asks for. */
export function OptionsToday({ settings }: { readonly settings: Settings }) {
  const draft = useDraft({ dailyBudget: String(settings.dailyBudget) });
  return (
    <OptionsPart id="today" title={text('optionsToday')} why={text('optionsTodayWhy')}>
      <OptionsForm draft={draft} change={() => ({ dailyBudget: Number(draft.values.dailyBudget) })}>
        <NumberField
          label={text('optionsBudget')}
          unit={text('optionsPeople')}
          value={draft.values.dailyBudget}
          fallback={ruleDefaults.dailyBudget}
          min={1}
          max={1000}
          onChange={(dailyBudget) => draft.type({ dailyBudget })}
        />
      </OptionsForm>
    </OptionsPart>
  );
}
