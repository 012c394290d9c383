import { Icon, type IconName } from './Icon';
import type { Moment } from './moment';
import { pillText } from './recovery-text';
import type { RecoveryView } from './recovery-view';

/** How the case stands in icon, word and days; the colour only repeats them. */
export function RecoveryPill({ view, moment }: { readonly view: RecoveryView; readonly moment: Moment }) {
  const [look, icon] = lookOf(view);
  return (
    <span className={`pill pill-${look}`}>
      <Icon name={icon} size={12} />
      {pillText(view, moment)}
    </span>
  );
}

function lookOf({ course: { next, closing } }: RecoveryView): readonly [look: string, icon: IconName] {
  if (closing) return closing.outcome === 'kept' ? ['on-track', 'check'] : ['paused', 'close'];
  if (next?.state === 'overdue') return ['overdue', 'alert'];
  return next?.state === 'due' ? ['due', 'clock'] : ['planned', 'clock'];
}
