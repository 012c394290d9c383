import type { ContactStatus } from '@/lib/core/model';
import { Icon, type IconName } from './Icon';

const icons: Readonly<Record<ContactStatus, IconName>> = {
  'on-track': 'check',
  planned: 'meeting',
  due: 'clock',
  overdue: 'alert',
  'reply-owed': 'reply',
  fading: 'fade',
  unseen: 'plus',
  paused: 'pause',
  lost: 'close',
};

/** Status in icon, word and days; the colour only repeats them. */
export function StatusPill({ status, label }: { readonly status: ContactStatus; readonly label: string }) {
  return (
    <span className={`pill pill-${status}`}>
      <Icon name={icons[status]} size={12} />
      {label}
    </span>
  );
}
