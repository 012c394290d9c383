import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Rules } from '@/lib/core/cadence';
import { civilDate } from '@/lib/core/calendar';
import { type Coverage, coverageOf } from '@/lib/core/coverage';
import type { CalendarDate, Instant, MailboxRow } from '@/lib/core/model';
import type { Settings } from '@/lib/core/settings';
import { rulesOf, type UserRows } from '@/lib/db/settings';
import { locale } from '@/lib/extension/text';

/** When and where the page is being read; everything shown is computed for it. */
export interface Moment extends Rules {
  readonly now: Instant;
  readonly today: CalendarDate;
  readonly locale: string;
  /** How far sent mail is known; claims of silence that it cannot bear out are doubted. */
  readonly coverage?: Coverage;
}

const MomentContext = createContext<Moment | undefined>(undefined);

export function useMoment(): Moment {
  const moment = useContext(MomentContext);
  if (!moment) throw new Error('useMoment needs a MomentProvider around it');
  return moment;
}

/** The user's settings as rules for today, and what the mailboxes tell. */
export function momentOf(now: Instant, settings: Settings, mailboxes: readonly MailboxRow[]): Moment {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    now,
    today: civilDate(now, timeZone),
    locale: locale(),
    coverage: coverageOf(mailboxes, now),
    ...rulesOf(settings, timeZone),
  };
}

/** The time, renewed every minute and when the page comes back into view, so that midnight needs no reload. */
export function useNow(): Instant {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const renew = () => setNow(Date.now());
    const timer = setInterval(renew, 60_000);
    document.addEventListener('visibilitychange', renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', renew);
    };
  }, []);
  return now;
}

const MailboxesContext = createContext<readonly MailboxRow[]>([]);

/** The mailboxes that were seen, inside a `MomentProvider`. */
export function useMailboxes(): readonly MailboxRow[] {
  return useContext(MailboxesContext);
}

interface MomentProviderProps extends UserRows {
  readonly now: Instant;
  readonly children: ReactNode;
}

export function MomentProvider({ settings, mailboxes, now, children }: MomentProviderProps) {
  const moment = useMemo(() => momentOf(now, settings, mailboxes), [now, settings, mailboxes]);
  return (
    <MailboxesContext value={mailboxes}>
      <MomentContext value={moment}>{children}</MomentContext>
    </MailboxesContext>
  );
}
