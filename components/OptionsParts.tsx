import type { CalendarDate } from '@/lib/core/model';
import type { MessageKey } from '@/lib/core/phrase';
import type { Settings } from '@/lib/core/settings';
import { text } from '@/lib/extension/text';
import { KeyHelp } from './KeyHelp';
import { OptionsCadences } from './OptionsCadences';
import { OptionsCopies } from './OptionsCopies';
import { OptionsCounts, OptionsToday } from './OptionsCounts';
import { OptionsExtras } from './OptionsExtras';
import { OptionsOwn, OptionsPrivacy } from './OptionsOwn';
import { OptionsPart } from './OptionsPart';
import { OptionsReplies } from './OptionsReplies';
import { OptionsSites } from './OptionsSites';
import { OptionsWording } from './OptionsWording';
import { OptionsWorkingDays } from './OptionsWorkingDays';
import type { HolidaySources } from './options-holidays';

interface OptionsPartsProps {
  readonly settings: Settings;
  readonly sources: HolidaySources;
  readonly today: CalendarDate;
}

const parts: readonly (readonly [id: string, title: MessageKey])[] = [
  ['cadences', 'optionsCadences'],
  ['replies', 'optionsReplies'],
  ['working-days', 'optionsWorking'],
  ['counts', 'optionsCounts'],
  ['today', 'optionsToday'],
  ['wording', 'optionsWording'],
  ['extras', 'optionsExtras'],
  ['sites', 'optionsSites'],
  ['own', 'optionsOwn'],
  ['privacy', 'optionsPrivacy'],
  ['copies', 'menuCopies'],
  ['keys', 'menuKeys'],
];

/** All parts below each other, with a way to each. */
export function OptionsParts({ settings, sources, today }: OptionsPartsProps) {
  return (
    <div className="options-columns">
      <nav className="options-nav" aria-label={text('optionsParts')}>
        {parts.map(([id, title]) => (
          <a key={id} href={`#${id}`}>
            {text(title)}
          </a>
        ))}
      </nav>
      <main aria-busy={false}>
        <OptionsCadences settings={settings} />
        <OptionsReplies settings={settings} />
        <OptionsWorkingDays settings={settings} sources={sources} today={today} />
        <OptionsCounts settings={settings} />
        <OptionsToday settings={settings} />
        <OptionsWording settings={settings} />
        <OptionsExtras settings={settings} />
        <OptionsSites settings={settings} />
        <OptionsOwn settings={settings} />
        <OptionsPrivacy settings={settings} />
        <OptionsCopies />
        <OptionsPart id="keys" title={text('menuKeys')} why={text('optionsKeysWhy')}>
          <KeyHelp />
        </OptionsPart>
      </main>
    </div>
  );
}
