import type { ReactNode } from 'react';
import { civilDate } from '@/lib/core/calendar';
import type { HoldfastDatabase } from '@/lib/db/database';
import { text } from '@/lib/extension/text';
import { useActs } from './acts';
import { CopyRescue } from './CopyRescue';
import { useDatabaseState } from './database-context';
import { useSettings } from './hooks';
import { commandOf } from './keys';
import { Logo } from './Logo';
import { useNow } from './moment';
import { OpenDatabase } from './OpenDatabase';
import { OptionsParts } from './OptionsParts';
import type { HolidaySources } from './options-holidays';
import { StartEmpty } from './StartEmpty';
import { Toast } from './Toast';
import { TroubleScreen } from './TroubleScreen';
import { useKeys } from './use-keys';

interface OptionsProps {
  readonly open: () => Promise<HoldfastDatabase>;
  readonly sources: HolidaySources;
}

/** The settings page: every rule in plain words, each with its default. */
export function Options({ open, sources }: OptionsProps) {
  return (
    <OpenDatabase open={open}>{(onRepaired) => <OptionsPage sources={sources} onRepaired={onRepaired} />}</OpenDatabase>
  );
}

interface OptionsPageProps {
  readonly sources: HolidaySources;
  readonly onRepaired: () => void;
}

function OptionsPage({ sources, onRepaired }: OptionsPageProps) {
  const acts = useActs();
  const database = useDatabaseState();
  useKeys((event) => {
    if (commandOf(event) === 'undo') void acts.undoLast();
  });
  return (
    <div className="options">
      <header className="options-head">
        <div className="options-brand">
          <Logo />
          <span>{text('extensionName')}</span>
        </div>
        <h1>{text('optionsTitle')}</h1>
        {database.state === 'open' && <p className="options-lead">{text('optionsLead')}</p>}
      </header>
      {database.state === 'open' && <BySettings sources={sources} />}
      {database.state === 'opening' && <Main busy />}
      {database.state === 'trouble' && (
        <Main>
          <TroubleScreen kind={database.kind} onRepaired={onRepaired}>
            <CopyRescue onRepaired={onRepaired} />
            <StartEmpty onRepaired={onRepaired} />
          </TroubleScreen>
        </Main>
      )}
      <Toast notice={acts.notice} onUndo={() => void acts.undoLast()} onDismiss={acts.dismiss} />
    </div>
  );
}

function BySettings({ sources }: { readonly sources: HolidaySources }) {
  const settings = useSettings();
  const now = useNow();
  if (!settings) return <Main busy />;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return <OptionsParts settings={settings} sources={sources} today={civilDate(now, timeZone)} />;
}

function Main({ busy = false, children }: { readonly busy?: boolean; readonly children?: ReactNode }) {
  return <main aria-busy={busy}>{children}</main>;
}
