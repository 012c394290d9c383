import type { CalendarDate } from '@/lib/core/model';
import { ruleDefaults, type Settings } from '@/lib/core/settings';
import { locale, text } from '@/lib/extension/text';
import { OptionsAway } from './OptionsAway';
import { TimeField } from './OptionsFields';
import { OptionsHolidays } from './OptionsHolidays';
import { OptionsForm, OptionsPart } from './OptionsPart';
import { useDraft } from './options-draft';
import type { HolidaySources } from './options-holidays';

interface OptionsWorkingDaysProps {
  readonly settings: Settings;
  readonly sources: HolidaySources;
  readonly today: CalendarDate;
}

/** When the user works: days of the week, hours, holidays, and days away. */
export function OptionsWorkingDays({ settings, sources, today }: OptionsWorkingDaysProps) {
  const { weekend, workStartMinutes, workEndMinutes } = settings;
  const draft = useDraft({ weekend, workStartMinutes, workEndMinutes });
  const { values, type } = draft;
  const change = () => ({ ...values, weekend: [...values.weekend] });
  return (
    <OptionsPart id="working-days" title={text('optionsWorking')} why={text('optionsWorkingWhy')}>
      <OptionsForm draft={draft} change={change}>
        <DaysOff weekend={values.weekend} onChange={(days) => type({ weekend: days })} />
        <TimeField
          label={text('optionsWorkStart')}
          minutes={values.workStartMinutes}
          fallback={ruleDefaults.workStartMinutes}
          onChange={(minutes) => type({ workStartMinutes: minutes })}
        />
        <TimeField
          label={text('optionsWorkEnd')}
          minutes={values.workEndMinutes}
          fallback={ruleDefaults.workEndMinutes}
          onChange={(minutes) => type({ workEndMinutes: minutes })}
        />
      </OptionsForm>
      <OptionsHolidays settings={settings} sources={sources} today={today} />
      <OptionsAway settings={settings} />
    </OptionsPart>
  );
}

/** Monday first; the date is a Sunday. */
const week = [1, 2, 3, 4, 5, 6, 0];
const aSunday = Date.UTC(2026, 0, 4);

interface DaysOffProps {
  readonly weekend: readonly number[];
  readonly onChange: (weekend: readonly number[]) => void;
}

/** The days without reminders; one day at least stays a working day. */
function DaysOff({ weekend, onChange }: DaysOffProps) {
  const toggle = (day: number) =>
    onChange(weekend.includes(day) ? weekend.filter((one) => one !== day) : [...weekend, day]);
  return (
    <fieldset className="options-group">
      <legend>{text('daysOff')}</legend>
      <div className="options-week">
        {week.map((day) => (
          <label key={day}>
            <input
              type="checkbox"
              checked={weekend.includes(day)}
              disabled={weekend.length === 6 && !weekend.includes(day)}
              onChange={() => toggle(day)}
            />
            <span>{dayName(day)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function dayName(day: number): string {
  return new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(aSunday + day * 86_400_000);
}
