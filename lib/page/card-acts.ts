import type { ActReply, CardView } from '@/lib/messaging/protocol';
import type { Send } from './world';

/** One act of the user, sent under an id of its own so that a repeat is the same act. */
export type Act = (id: string) => Promise<ActReply>;
export type Touch = 'call' | 'meeting' | 'mail' | 'chat';
export type LastInTouch = 'this-week' | 'this-month' | 'longer' | (string & {});

/** Everything a contact card can do. All of it can be undone: a page may have stolen the click. */
export interface CardActs {
  log(kind: Touch, outcome: 'reached' | 'tried'): Act;
  move(interactionId: string, occurredOn: string): Act;
  note(note: string, interactionId?: string): Act;
  noReplyNeeded(interactionId: string): Act;
  snooze(untilOn: string): Act;
  lastInTouch(when: LastInTouch): Act;
  discount(interactionId: string): Act;
  readonly incident: Act;
  readonly untrack: Act;
  readonly wrongPerson: Act;
  readonly neverBadge: Act;
  readonly hide: Act;
  undo(actId: string): Act;
}

const hour = 3_600_000;

/** The acts on one contact; `mailbox` is the address beside which its badge stands. */
export function cardActs(send: Send, { contactId }: Pick<CardView, 'contactId'>, mailbox: string): CardActs {
  return {
    log: (kind, outcome) => (id) => send('logInteraction', { id, contactId, kind, outcome }),
    move: (interactionId, occurredOn) => (id) => send('moveInteraction', { id, interactionId, occurredOn }),
    note: (note, interactionId) => (id) => send('addNote', { id, contactId, interactionId, note }),
    noReplyNeeded: (interactionId) => (id) => send('noReplyNeeded', { id, contactId, interactionId }),
    snooze: (untilOn) => (id) => send('snooze', { id, contactId, untilOn }),
    lastInTouch: (when) => (id) => send('setLastInTouch', { id, contactId, when }),
    discount: (interactionId) => (id) => send('discountInteraction', { id, contactId, interactionId }),
    incident: (id) => send('markIncident', { id, contactId }),
    untrack: (id) => send('untrack', { id, contactId }),
    wrongPerson: (id) => send('wrongPerson', { id, contactId, address: mailbox }),
    neverBadge: (id) => send('neverBadge', { id, address: mailbox }),
    hide: (id) => send('hideBadges', { id, untilAt: Date.now() + hour }),
    undo: (actId) => (id) => send('undo', { id, actId }),
  };
}
