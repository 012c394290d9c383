import type { CopyContent } from '@/lib/core/copy';

/** A saved copy of nothing. */
export const noContent: CopyContent = {
  contacts: [],
  addresses: [],
  accounts: [],
  followUps: [],
  recoveries: [],
  recoveryEvents: [],
  promises: [],
  interactions: [],
};
