import { useState } from 'react';
import { ruleDefaults, type Settings } from '@/lib/core/settings';
import { text } from '@/lib/extension/text';
import { IconButton } from './IconButton';
import { CadenceChoice, type CadenceDraft, cadencesOf, draftOf } from './OptionsCadenceChoice';
import { NumberField } from './OptionsFields';
import { OptionsForm, OptionsPart } from './OptionsPart';
import { type Draft, useDraft } from './options-draft';
import { stageNames } from './stage-text';

interface Values {
  readonly cadenceDays: string;
  readonly fadingFactor: string;
  readonly leastWorkingDays: string;
  readonly stages: Readonly<Record<string, CadenceDraft>>;
  readonly tags: Readonly<Record<string, CadenceDraft>>;
}

/** How often to be in touch: the default, by stage, by tag, and the lines that follow from it. */
export function OptionsCadences({ settings }: { readonly settings: Settings }) {
  const { stageCadences, tagCadences } = settings;
  const draft = useDraft<Values>({
    cadenceDays: String(settings.cadenceDays),
    fadingFactor: String(settings.fadingFactor),
    leastWorkingDays: String(settings.leastWorkingDays),
    stages: Object.fromEntries(stageNames.map(([stage]) => [stage, draftOf(stageCadences[stage])])),
    tags: Object.fromEntries(Object.entries(tagCadences).map(([tag, cadence]) => [tag, draftOf(cadence)])),
  });
  const change = () => ({
    cadenceDays: Number(draft.values.cadenceDays),
    fadingFactor: Number(draft.values.fadingFactor),
    leastWorkingDays: Number(draft.values.leastWorkingDays),
    stageCadences: cadencesOf(draft.values.stages),
    tagCadences: cadencesOf(draft.values.tags),
  });
  return (
    <OptionsPart id="cadences" title={text('optionsCadences')} why={text('optionsCadencesWhy')}>
      <OptionsForm draft={draft} change={change}>
        <Lines draft={draft} />
        <Stages draft={draft} />
        <Tags draft={draft} />
      </OptionsForm>
    </OptionsPart>
  );
}

function Lines({ draft: { values, type } }: { readonly draft: Draft<Values> }) {
  return (
    <>
      <NumberField
        label={text('optionsCadenceDays')}
        unit={text('optionsDays')}
        value={values.cadenceDays}
        fallback={ruleDefaults.cadenceDays}
        min={1}
        max={3650}
        onChange={(cadenceDays) => type({ cadenceDays })}
      />
      <NumberField
        label={text('optionsFadingFactor')}
        unit={text('optionsTimes')}
        value={values.fadingFactor}
        fallback={ruleDefaults.fadingFactor}
        min={1}
        max={100}
        step="any"
        onChange={(fadingFactor) => type({ fadingFactor })}
      />
      <NumberField
        label={text('optionsLeast')}
        unit={text('optionsWorkingDays')}
        value={values.leastWorkingDays}
        fallback={ruleDefaults.leastWorkingDays}
        min={0}
        max={365}
        onChange={(leastWorkingDays) => type({ leastWorkingDays })}
      />
    </>
  );
}

function Stages({ draft: { values, type } }: { readonly draft: Draft<Values> }) {
  return (
    <fieldset className="options-group">
      <legend>{text('optionsStages')}</legend>
      {stageNames.map(([stage, key]) => (
        <CadenceChoice
          key={stage}
          name={text(key)}
          label={text('optionsCadenceOf', text(key))}
          value={values.stages[stage] ?? draftOf(undefined)}
          fallback={defaultOf(stage, values.stages[stage])}
          isOptional
          onChange={(cadence) => type({ stages: { ...values.stages, [stage]: cadence } })}
        />
      ))}
    </fieldset>
  );
}

/** Said where it is not what stands there anyway. */
function defaultOf(stage: string, draft: CadenceDraft | undefined): string | undefined {
  if (stage === 'lead' || stage === 'past') return text('pageCadence', ruleDefaults.stageCadences[stage]);
  return draft?.mode === 'default' ? undefined : text('optionsCadenceDefault');
}

function Tags({ draft: { values, type } }: { readonly draft: Draft<Values> }) {
  const [name, setName] = useState('');
  const tag = name.trim();
  const add = () => {
    if (tag && !Object.hasOwn(values.tags, tag))
      type({ tags: { ...values.tags, [tag]: { mode: 'days', days: '14' } } });
    setName('');
  };
  const remove = (gone: string) =>
    type({ tags: Object.fromEntries(Object.entries(values.tags).filter(([one]) => one !== gone)) });
  return (
    <fieldset className="options-group">
      <legend>{text('optionsTags')}</legend>
      {Object.entries(values.tags).map(([one, cadence]) => (
        <div key={one} className="options-tag">
          <CadenceChoice
            name={one}
            label={text('optionsTagCadence', one)}
            value={cadence}
            onChange={(changed) => type({ tags: { ...values.tags, [one]: changed } })}
          />
          <IconButton icon="close" label={text('optionsTagRemove', one)} onClick={() => remove(one)} />
        </div>
      ))}
      <div className="options-add">
        <label className="field">
          <span>{text('optionsTag')}</span>
          <input maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <button type="button" className="button" disabled={!tag} onClick={add}>
          {text('optionsTagAdd')}
        </button>
      </div>
    </fieldset>
  );
}
