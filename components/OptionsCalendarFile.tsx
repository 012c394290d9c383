import { type ChangeEvent, useState } from 'react';
import type { Settings } from '@/lib/core/settings';
import { countText, text } from '@/lib/extension/text';
import type { CalendarRead } from '@/lib/holidays/calendar-file';
import { useActs } from './acts';
import { useChange } from './options-draft';
import { exchanged, type HolidaySources } from './options-holidays';

interface OptionsCalendarFileProps {
  readonly settings: Settings;
  readonly sources: HolidaySources;
  readonly years: readonly number[];
}

/** Larger files are not even read. */
const largestBytes = 2_000_000;

/** Days off from a calendar file: what it holds is shown first, and added only when the user says so. */
export function OptionsCalendarFile({ settings, sources, years }: OptionsCalendarFileProps) {
  const acts = useActs();
  const [read, setRead] = useState<CalendarRead>();
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    const found = await acts.attempt(async (): Promise<CalendarRead | undefined> => {
      if (!file) return undefined;
      if (file.size > largestBytes) return { ok: false, why: 'too-large' };
      const [{ readCalendar }, content] = await Promise.all([sources.calendarFile(), file.text()]);
      return readCalendar(content, years);
    });
    // So that the same file can be chosen again.
    target.value = '';
    if (found) setRead(found);
  };
  return (
    <>
      <div className="options-file">
        <label className="button file-button">
          {text('optionsFile')}
          <input type="file" accept=".ics,text/calendar" onChange={(event) => void choose(event)} />
        </label>
        <span className="quiet">{text('optionsFileWhy')}</span>
      </div>
      {read && <Found read={read} holidays={settings.holidays} years={years} onClose={() => setRead(undefined)} />}
    </>
  );
}

interface FoundProps {
  readonly read: CalendarRead;
  readonly holidays: Settings['holidays'];
  readonly years: readonly number[];
  readonly onClose: () => void;
}

function Found({ read, holidays, years, onClose }: FoundProps) {
  const store = useChange();
  const days = read.ok ? read.days.map(({ on }) => on) : [];
  const fresh = days.filter((on) => !holidays.includes(on));
  const add = async () => {
    if (await store({ holidays: exchanged(holidays, [], fresh) })) onClose();
  };
  return (
    <div className="card" role="status">
      {foundText(read, years).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {read.ok && fresh.length === 0 && <p>{text('optionsFileKnown')}</p>}
      <div className="buttons">
        {fresh.length > 0 && (
          <button type="button" className="button button-primary" onClick={() => void add()}>
            {countText(fresh.length, 'optionsFileTakeOne', 'optionsFileTakeOther')}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          {text('pageClose')}
        </button>
      </div>
    </div>
  );
}

function foundText(read: CalendarRead, years: readonly number[]): readonly string[] {
  const span = [years[0] ?? '', years.at(-1) ?? ''].map(String);
  if (!read.ok) {
    if (read.why === 'no-days') return [text('optionsFileNoDays', ...span)];
    return [text(read.why === 'too-large' ? 'optionsFileTooLarge' : 'optionsFileNoCalendar')];
  }
  const found = countText(read.days.length, 'optionsFileFoundOne', 'optionsFileFoundOther', ...span);
  if (read.leftOut === 0) return [found];
  return [found, countText(read.leftOut, 'optionsFileLeftOutOne', 'optionsFileLeftOutOther')];
}
