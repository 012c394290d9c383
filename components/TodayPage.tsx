import { type RefObject, useRef, useState } from 'react';
import type { Settings } from '@/lib/core/settings';
import { openOwnPage, openPage } from '@/lib/extension/tabs';
import { countText, roundNumber, text } from '@/lib/extension/text';
import { Bar } from './Bar';
import { CoverageFoot } from './CoverageFoot';
import { freshnessOf } from './coverage';
import { waitingIn } from './DayNote';
import { Frame } from './Frame';
import { agendaStep, useAgenda } from './hooks';
import { IconButton } from './IconButton';
import { type Moment, useMailboxes, useMoment } from './moment';
import type { AgendaRead } from './queries';
import type { RowDeeds } from './row-view';
import { SearchField } from './SearchField';
import { SearchResults } from './SearchResults';
import { Today } from './Today';

interface TodayPageProps {
  readonly settings: Settings;
  readonly deeds: RowDeeds;
  readonly startAt: string | undefined;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly onAdd: (typed: string) => void;
  readonly onMenu: () => void;
}

export function TodayPage(props: TodayPageProps) {
  const { settings, deeds, startAt, query, onQuery, searchField, onAdd, onMenu } = props;
  const moment = useMoment();
  const [limit, setLimit] = useState(agendaStep);
  const [showsLater, setShowsLater] = useState(false);
  const agenda = useAgenda(limit, showsLater ? Infinity : settings.dailyBudget);
  const mailboxes = useMailboxes();
  const scroller = useRef<HTMLElement>(null);
  const searches = query.trim() !== '';
  const head = (
    <>
      <Bar title={text('groupToday')} subtitle={subtitleOf(agenda, moment)}>
        <IconButton icon="tab" label={text('listOpen')} onClick={() => void openOwnPage('/list.html')} />
        <IconButton icon="plus" label={text('addContact')} onClick={() => onAdd('')} />
        <IconButton icon="more" label={text('menu')} onClick={onMenu} />
      </Bar>
      <SearchField
        ref={searchField}
        query={query}
        onChange={onQuery}
        onLeave={() => scroller.current?.querySelector<HTMLElement>('.row-name')?.focus()}
      />
    </>
  );
  const foot = <CoverageFoot freshness={freshnessOf(mailboxes, moment)} onCatchUp={(url) => void openPage(url)} />;
  return (
    <Frame head={head} foot={foot} mainRef={scroller} busy={agenda === undefined}>
      {searches && <SearchResults query={query} deeds={deeds} onAdd={onAdd} />}
      {!searches && agenda && (
        <Today
          agenda={agenda}
          settings={settings}
          deeds={deeds}
          startAt={startAt}
          onMore={() => setLimit(limit + agendaStep)}
          onLater={() => setShowsLater(true)}
          onAdd={() => onAdd('')}
        />
      )}
    </Frame>
  );
}

/** "Tue 24 Nov · 9 people" */
function subtitleOf(agenda: AgendaRead | undefined, { today, locale }: Moment): string {
  const style = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  const day = new Intl.DateTimeFormat(locale, style).format(Date.parse(today));
  const waiting = agenda ? waitingIn(agenda) : 0;
  if (!agenda || waiting === 0) return day;
  const { overdue, today: due } = agenda.parts;
  const people =
    overdue.capped || due.capped
      ? text('peopleAtLeast', roundNumber(waiting))
      : countText(waiting, 'peopleOne', 'peopleOther');
  return text('twoParts', day, people);
}
