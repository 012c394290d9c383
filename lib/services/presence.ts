import { unseenBetween } from '@/lib/core/away';
import { civilDate } from '@/lib/core/calendar';
import type { HoldfastDatabase } from '@/lib/db/database';
import { exclusively } from '@/lib/db/lock';
import { settingsOf } from '@/lib/db/settings';
import type { ServiceContext } from './context';

type Here = Pick<ServiceContext, 'now' | 'timeZone' | 'locale'>;

/**
 * Notes that the user is here today, and what gap of working days lies before. Writes once a day; a clock set back, or
 * a journey westwards over the date line, changes nothing.
 */
export async function notePresence(db: HoldfastDatabase, { now, timeZone, locale }: Here): Promise<void> {
  const today = civilDate(now(), timeZone);
  const known = await db.meta.get('presence');
  if (known?.key === 'presence' && known.lastOn >= today) return;
  await exclusively('holdfast-write', () =>
    db.transaction('rw', db.meta, async () => {
      const row = await db.meta.get('presence');
      if (row?.key !== 'presence') return db.meta.put({ key: 'presence', lastOn: today });
      if (row.lastOn >= today) return undefined;
      const gap = unseenBetween(row.lastOn, today, await settingsOf(db, locale));
      return db.meta.put({ ...row, lastOn: today, ...(gap && { gap }) });
    }),
  );
}
