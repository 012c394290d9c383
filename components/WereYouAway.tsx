import { isKnownAway, unseenBetween } from '@/lib/core/away';
import type { CalendarDate } from '@/lib/core/model';
import type { Settings } from '@/lib/core/settings';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { useDatabase } from './database-context';
import { useMoment } from './moment';
import { Question } from './Question';
import { useLive } from './use-live';

/** After five working days unseen: one question, once. What was due meanwhile moves by the days away. */
export function WereYouAway({ settings }: { readonly settings: Settings }) {
  const db = useDatabase();
  const acts = useActs();
  const { today, locale } = useMoment();
  const presence = useLive(() => db.meta.get('presence'), [db]);
  if (presence?.key !== 'presence') return null;
  // The popup may be the first to see the user again, before the background has noted it.
  const gap = unseenBetween(presence.lastOn, today, settings) ?? presence.gap;
  const { away, awayAnsweredOn = '' } = settings;
  if (!gap || awayAnsweredOn >= gap.toOn || isKnownAway(gap, away)) return null;
  const day = (on: CalendarDate) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(Date.parse(on));
  const question = text('wereYouAway', day(gap.fromOn), day(gap.toOn));
  return (
    <Question
      said={question}
      yes="wereYouAwayYes"
      no="wereYouAwayNo"
      onAnswer={(wasAway) => void acts.run('answerAway', { id: newId(), ...gap, wasAway })}
    />
  );
}
