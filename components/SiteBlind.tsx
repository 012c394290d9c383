import { isUnreadable } from '@/lib/core/site-health';
import { healthOf } from '@/lib/db/health';
import { activePage } from '@/lib/extension/tabs';
import { locale, text } from '@/lib/extension/text';
import { useDatabase } from './database-context';
import { useLive } from './use-live';

/** Says so where the page behind the popup cannot be read any more; the settings have more of it. */
export function SiteBlind() {
  const db = useDatabase();
  const since = useLive(async () => {
    const [page, views] = [await activePage().catch(() => undefined), await healthOf(db)];
    return views.find((one) => one.origin === page?.origin && isUnreadable(one))?.blindSinceAt;
  }, [db]);
  if (since === undefined) return null;
  const day = new Intl.DateTimeFormat(locale(), { weekday: 'long', day: 'numeric', month: 'long' }).format(since);
  return (
    <a className="site-line" href="options.html#sites" target="_blank" rel="noopener">
      {text('pageBlind', day)}
    </a>
  );
}
