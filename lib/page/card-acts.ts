import type { ActReply, CardView } from '@/lib/messaging/protocol';
import type { Send } from './world';

/** One act of the user, sent under an id of its own so that a repeat is the same act. */
export type Act = (id: string) => Promise<ActReply>;
export type Touch = 'call' | 'meeting' | 'mail' | 'chat';
export type LastInTouch = 'this-week' | 'this-month' | 'longer' | 'as-stated' | (string & {});

/** Everything a contact card can do. All of it can be undone: a page may have stolen the click. */
export interface CardActs {
  log(kind: Touch, outcome: 'reached' | 'tried'): Act;
  move(interactionId: string, occurredOn: string): Act;
  note(note: string, interactionId?: string): Act;
  noReplyNeeded(interactionId: string): Act;
  snooze(untilOn: string): Act;
  lastInTouch(when: LastInTouch): Act;
  discount(interactionId: string): Act;
  answerPromise(promiseId: string, keeps: boolean): Act;
  readonly wentWrong: Act;
  showRecovery(recoveryId: string): void;
  readonly untrack: Act;
  readonly wrongPerson: Act;
  readonly neverBadge: Act;
  readonly hide: Act;
  /** Holdfast leaves the pages of this site alone. */
  readonly turnOff: Act;
  undo(actId: string): Act;
}

const hour = 3_600_000;

/** The acts on one contact; `mailbox` is the address beside which its badge stands. */
export function cardActs(send: Send, { contactId }: Pick<CardView, 'contactId'>, mailbox: string): CardActs {
  return {
    log: (kind, outcome) => (id) => send('logInteraction', { id, contactId, kind, outcome }),
    move: (interactionId, occurredOn) => (id) =>
      about(send('moveInteraction', { id, interactionId, occurredOn }), (movedId) => movedId ?? interactionId),
    note: (note, interactionId) => (id) =>
      about(send('addNote', { id, contactId, interactionId, note }), () => interactionId),
    noReplyNeeded: (interactionId) => (id) => about(send('noReplyNeeded', { id, contactId, interactionId })),
    snooze: (untilOn) => (id) => about(send('snooze', { id, contactId, untilOn })),
    lastInTouch: (when) => (id) => about(send('setLastInTouch', { id, contactId, when })),
    discount: (interactionId) => (id) => about(send('discountInteraction', { id, contactId, interactionId })),
    answerPromise: (promiseId, keeps) => (id) => about(send('answerPromise', { id, promiseId, keeps })),
    wentWrong: (id) => about(send('openRecovery', { id, contactId })),
    showRecovery: (recoveryId) => void send('showRecovery', { recoveryId }).catch(() => undefined),
    untrack: (id) => about(send('untrack', { id, contactId })),
    wrongPerson: (id) => about(send('wrongPerson', { id, contactId, address: mailbox })),
    neverBadge: (id) => about(send('neverBadge', { id, address: mailbox })),
    turnOff: (id) => about(send('turnSite', { id, origin: location.origin, isOff: true })),
    hide: (id) => about(send('hideBadges', { id, untilAt: Date.now() + hour })),
    undo: (actId) => (id) => about(send('undo', { id, actId })),
  };
}

/** Only a logged touch can be moved to another day; what else an act has appended is not on offer. */
async function about(sent: Promise<ActReply>, touch: (appendedId?: string) => string | undefined = () => undefined) {
  const reply = await sent;
  return { ...reply, interactionId: touch(reply.interactionId) };
}
