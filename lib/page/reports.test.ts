import { expect, it } from 'vitest';
import type { BadgeView, SightingReply } from '@/lib/messaging/protocol';
import type { Entry } from './entries';
import { stand } from './reports';

const badge: BadgeView = {
  contactId: 'ann',
  status: 'overdue',
  label: 'Overdue 12 d',
  description: 'Ann Lee',
  inLists: true,
  rank: 12,
};
const tracked = (more: Partial<BadgeView>): SightingReply => ({ state: 'tracked', badge: { ...badge, ...more } });
const now: BadgeView = { ...badge, status: 'on-track', label: 'On track' };

it('an act’s answer holds wherever the contact is shown for certain, and leaves each mail its own time', () => {
  const others = [tracked({ contactId: 'tom' }), tracked({ isProbable: true }), { state: 'none' } as const];
  const entries = [{ replies: [tracked({ seenAt: 7 }), ...others] }, { replies: [tracked({})] }] as unknown as Entry[];
  stand(entries, now);
  expect(entries.map(({ replies }) => replies)).toEqual([
    [{ state: 'tracked', badge: { ...now, seenAt: 7 } }, ...others],
    [{ state: 'tracked', badge: { ...now, seenAt: undefined } }],
  ]);
});
