import type { Settings } from '@/lib/core/settings';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { useMoment } from './moment';

/** While the badges are hidden: until when, and a way to have them back sooner. */
export function HiddenBadges({ settings }: { readonly settings: Settings }) {
  const acts = useActs();
  const { now, locale } = useMoment();
  const untilAt = settings.badgesHiddenUntilAt;
  if (untilAt === undefined || untilAt <= now) return null;
  const until = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(untilAt);
  return (
    <section className="strip" aria-label={text('menuBadges')}>
      <p>{text('badgesHidden', until)}</p>
      <button type="button" className="link-button" onClick={() => void acts.run('hideBadges', { id: newId() })}>
        {text('showBadges')}
      </button>
    </section>
  );
}
