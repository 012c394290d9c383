import type { BadgeView } from '@/lib/messaging/protocol';
import type { BadgeFace } from './badge';
import type { Say } from './text';
import { statusLook } from './theme';

/** How a contact's badge looks; `others`: further people of the row for whom it stands. */
export function badgeFace(badge: BadgeView, others: number, say: Say, direction: 'ltr' | 'rtl'): BadgeFace {
  const { label, description, status } = badge;
  return {
    ...statusLook[status],
    label,
    more: others > 0 ? say('pageMore', others) : undefined,
    description: others > 0 ? say('pageBadgeAndMore', description, others) : description,
    direction,
  };
}

/** How the offer to track somebody looks. */
export function trackFace(name: string, say: Say, direction: 'ltr' | 'rtl'): BadgeFace {
  return {
    tone: 'quiet',
    icon: 'plus',
    label: say('pageTrack'),
    description: say('pageTrackPerson', name),
    direction,
  };
}
