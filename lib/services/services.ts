import type { HoldfastDatabase } from '@/lib/db/database';
import type { MessageName, RequestOf, ResponseOf } from '@/lib/messaging/protocol';
import { getCard } from './card';
import { addContact, editContact, neverBadge, snooze, track, untrack, wrongPerson } from './contacts';
import type { ServiceContext } from './context';
import { bringBackCopy, saveCopy } from './copies';
import { planFollowUp, settleFollowUp } from './follow-ups';
import {
  addNote,
  discountInteraction,
  logInteraction,
  markIncident,
  moveInteraction,
  noReplyNeeded,
  setLastInTouch,
} from './interactions';
import { getTrackChoices, sortPeople } from './people';
import { holdSend, settleSend } from './sends';
import { changeSettings, giveConsent, hello, hideBadges } from './settings';
import { reportSightings } from './sightings';
import { undo } from './undo';

/** Messages that are not about the database: they repair it, or concern the browser's permissions. */
type Outside = 'repair' | 'siteGranted';
export type ServiceName = Exclude<MessageName, Outside>;

type Services = {
  readonly [N in ServiceName]: (
    db: HoldfastDatabase,
    request: RequestOf<N>,
    context: ServiceContext,
  ) => Promise<ResponseOf<N>>;
};

/** One message, one use-case. */
export const services: Services = {
  hello,
  reportSightings,
  holdSend,
  settleSend,
  getCard,
  getTrackChoices,
  track,
  setLastInTouch,
  logInteraction,
  moveInteraction,
  addNote,
  noReplyNeeded,
  snooze,
  markIncident,
  untrack,
  wrongPerson,
  discountInteraction,
  neverBadge,
  undo,
  hideBadges,
  giveConsent,
  changeSettings,
  sortPeople,
  addContact,
  editContact,
  planFollowUp,
  settleFollowUp,
  saveCopy,
  bringBackCopy,
};
