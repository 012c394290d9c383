import type { Settings } from '@/lib/core/settings';
import { text } from '@/lib/extension/text';
import { linesIn } from './lines-in';
import { LinesField, Switch } from './OptionsFields';
import { OptionsForm, OptionsPart } from './OptionsPart';
import { useChange, useDraft } from './options-draft';

/** Who is never a customer. */
export function OptionsOwn({ settings }: { readonly settings: Settings }) {
  const draft = useDraft({
    addresses: settings.ownAddresses.join('\n'),
    domains: settings.ownDomains.join('\n'),
  });
  const { values, type } = draft;
  const change = () => ({ ownAddresses: linesIn(values.addresses), ownDomains: linesIn(values.domains) });
  return (
    <OptionsPart id="own" title={text('optionsOwn')} why={text('optionsOwnWhy')}>
      <OptionsForm draft={draft} change={change}>
        <LinesField
          label={text('ownAddresses')}
          value={values.addresses}
          onChange={(addresses) => type({ addresses })}
        />
        <LinesField label={text('optionsDomains')} value={values.domains} onChange={(domains) => type({ domains })} />
      </OptionsForm>
    </OptionsPart>
  );
}

/** What is kept of mail. */
export function OptionsPrivacy({ settings }: { readonly settings: Settings }) {
  const store = useChange();
  return (
    <OptionsPart id="privacy" title={text('optionsPrivacy')} why={text('optionsPrivacyWhy')}>
      <Switch
        label={text('keepSubjects')}
        on={settings.keepSubjects}
        onChange={(keepSubjects) => void store({ keepSubjects })}
      />
      <Switch
        label={text('findPromises')}
        on={settings.findPromises ?? false}
        onChange={(findPromises) => void store({ findPromises })}
      />
      <a className="link-button" href="/welcome.html">
        {text('whatHoldfastKeeps')}
      </a>
    </OptionsPart>
  );
}
