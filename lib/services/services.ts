import type { HoldfastDatabase } from '@/lib/db/database';
import type { MessageName, RequestOf, ResponseOf } from '@/lib/messaging/protocol';
import { editAccount } from './accounts';
import { bulk } from './bulk';
import { getCard } from './card';
import { addContact, editContact, neverBadge, snooze, track, untrack, wrongPerson } from './contacts';
import type { ServiceContext } from './context';
import { bringBackCopy, saveCopy } from './copies';
import { answerDuplicate } from './duplicates';
import { moveFollowUp, planFollowUp, settleFollowUp } from './follow-ups';
import {
  addNote,
  discountInteraction,
  logInteraction,
  moveInteraction,
  noReplyNeeded,
  setLastInTouch,
} from './interactions';
import { leaveCompany, pause, resume } from './lifecycle';
import { getTrackChoices, sortPeople } from './people';
import { answerPromise, settlePromise } from './promises';
import { readDay } from './read-day';
import { editRecovery, openRecovery, recordRecovery, takeBackRecovery } from './recoveries';
import { holdSend, settleSend } from './sends';
import { planSeries, setReferrer } from './series';
import { answerAway, changeSettings, giveConsent, hello, hideBadges, turnSite } from './settings';
import { reportSightings } from './sightings';
import { reportHealth } from './site-health';
import { skip } from './skips';
import { undo } from './undo';

/** Messages that are not about the database: they repair it, or concern the browser's permissions and scripts. */
type Outside = 'repair' | 'siteGranted' | 'loadCard' | 'openSidePanel' | 'insertText' | 'showRecovery';
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
  reportHealth,
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
  openRecovery,
  untrack,
  wrongPerson,
  discountInteraction,
  neverBadge,
  undo,
  hideBadges,
  turnSite,
  giveConsent,
  changeSettings,
  answerAway,
  sortPeople,
  addContact,
  editContact,
  pause,
  resume,
  leaveCompany,
  answerDuplicate,
  editAccount,
  planFollowUp,
  settleFollowUp,
  moveFollowUp,
  planSeries,
  setReferrer,
  answerPromise,
  settlePromise,
  editRecovery,
  recordRecovery,
  takeBackRecovery,
  skip,
  bulk,
  readDay,
  saveCopy,
  bringBackCopy,
};
