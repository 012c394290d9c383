import { useMemo, useState } from 'react';
import type { Settings } from '@/lib/core/settings';
import { text } from '@/lib/extension/text';
import { Agenda } from './Agenda';
import { namedIn, rowOf } from './agenda-rows';
import { CopyReminder } from './CopyReminder';
import { DayNote, isDayOff, waitingIn } from './DayNote';
import { FirstSteps } from './FirstSteps';
import { HiddenBadges } from './HiddenBadges';
import { useMoment } from './moment';
import { OnThisPage } from './OnThisPage';
import { PromiseOffers } from './PromiseOffers';
import type { AgendaRead } from './queries';
import type { RowDeeds, RowGroup } from './row-view';
import { SiteBlind } from './SiteBlind';
import { WereYouAway } from './WereYouAway';

interface TodayProps {
  readonly agenda: AgendaRead;
  readonly settings: Settings;
  readonly deeds: RowDeeds;
  readonly startAt: string | undefined;
  readonly onMore: () => void;
  readonly onLater: () => void;
  readonly onAdd: () => void;
}

/** The first screen: who is on the page, whom to contact today and why. */
export function Today({ agenda, settings, deeds, startAt, onMore, onLater, onAdd }: TodayProps) {
  const moment = useMoment();
  const [worksAnyway, setWorksAnyway] = useState(false);
  const groups = useMemo(() => groupsOf(agenda, moment), [agenda, moment]);
  const resting = isDayOff(moment) && !worksAnyway;
  const { hasContacts } = agenda;
  return (
    <Agenda groups={resting ? [] : groups} deeds={deeds} startAt={startAt} onMore={onMore} onLater={onLater}>
      <HiddenBadges settings={settings} />
      <WereYouAway settings={settings} />
      <PromiseOffers />
      <CopyReminder logsSinceCopy={settings.logsSinceCopy} />
      <SiteBlind />
      <OnThisPage off={settings.offOrigins} first={!hasContacts} folded={waitingIn(agenda) > 0} />
      {hasContacts ? (
        <DayNote
          agenda={agenda}
          worksAnyway={worksAnyway}
          onWorkAnyway={() => setWorksAnyway(true)}
          onLater={onLater}
        />
      ) : (
        <FirstSteps onAdd={onAdd} />
      )}
    </Agenda>
  );
}

const groupKeys = [
  ['recovery', 'groupRecovery'],
  ['overdue', 'groupOverdue'],
  ['today', 'groupToday'],
  ['next', 'groupNext'],
] as const;

function groupsOf(agenda: AgendaRead, moment: ReturnType<typeof useMoment>): readonly RowGroup[] {
  const { later, parts } = agenda;
  const last = parts.today.entries.length > 0 ? 'today' : 'overdue';
  return groupKeys.map(([key, title]) => {
    const { entries, total, capped } = parts[key];
    const rows = entries.map((entry) => rowOf(entry, namedIn(entry.contact, agenda.interactions), moment));
    return { key, title: text(title), total, capped, rows, later: key === last && later.count > 0 ? later : undefined };
  });
}
