import type { MessageKey } from '@/lib/core/phrase';
import { isUnreadable, type ViewHealth } from '@/lib/core/site-health';
import { healthOf } from '@/lib/db/health';
import { locale, text } from '@/lib/extension/text';
import { useActs } from './acts';
import { useDatabase } from './database-context';
import { useLive } from './use-live';

const names: Readonly<Record<string, MessageKey>> = {
  list: 'healthLists',
  thread: 'healthMails',
  record: 'healthRecords',
};

/** How well the views of all sites are read, live. */
export function useHealth(): readonly ViewHealth[] {
  const db = useDatabase();
  return useLive(() => healthOf(db), [db], []);
}

/** How well the pages of one site are read; where they are not, since when, with a sample that tells nothing of anybody. */
export function SiteHealth({ views }: { readonly views: readonly ViewHealth[] }) {
  if (views.length === 0) return null;
  const day = new Intl.DateTimeFormat(locale(), { weekday: 'long', day: 'numeric', month: 'long' });
  const moment = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <ul className="site-health">
      {views.map((one) => {
        const name = text(names[one.view] ?? 'healthRecords');
        const { site, view, rows, people, seenAt, blindSinceAt = seenAt, sample } = one;
        return isUnreadable(one) ? (
          <li key={`${site} ${view}`} className="site-blind">
            <span>{text('siteBlind', name, day.format(blindSinceAt))}</span>
            {sample && <CopySample site={site} sample={sample} />}
          </li>
        ) : (
          <li key={`${site} ${view}`} className="quiet">
            {text('siteSeen', name, people, rows, moment.format(seenAt))}
          </li>
        );
      })}
    </ul>
  );
}

function CopySample({ site, sample }: { readonly site: string; readonly sample: string }) {
  const acts = useActs();
  const copy = () =>
    acts.attempt(async () => {
      await navigator.clipboard.writeText(`${site}\n${sample}`);
      acts.tell(text('sampleCopied'));
    });
  return (
    <button type="button" className="link-button" title={text('sampleWhat')} onClick={() => void copy()}>
      {text('sampleCopy')}
    </button>
  );
}
