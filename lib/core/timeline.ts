import type { Evidence, Interaction, TouchKind } from '@/lib/core/model';

/** An automatic answer comes within seconds; nobody reads and answers a mail in less than this. */
const atOnceMs = 60_000;
/** A server gives a mail up within five days. */
const bounceMs = 5 * 86_400_000;
const touchKinds: readonly TouchKind[] = ['mail', 'call', 'meeting', 'chat', 'letter', 'gift', 'social', 'baseline'];
const touches: ReadonlySet<string> = new Set(touchKinds);

/** Is it an entry about people being in touch? */
export function isTouch(one: Pick<Interaction, 'kind'>): boolean {
  return touches.has(one.kind);
}

/** A real touch that resets the clock. */
export function counts(one: Interaction): boolean {
  return one.weight === 'counts' && isTouch(one);
}

/** A logged attempt that reached nobody. */
export function wasTried(one: Interaction): boolean {
  return one.doubt === 'tried-no-answer' && isTouch(one);
}

/** Their mail right after ours is most likely automatic: kept, but doubtful. Does not depend on what was seen first. */
export function doubtAnsweredAtOnce(interactions: readonly Interaction[]): Interaction[] {
  const sentAt = interactions.filter((one) => isSeenMail(one) && one.direction === 'out').map((one) => one.occurredAt);
  return interactions.map((one) => {
    const atOnce =
      isSeenMail(one) &&
      one.direction === 'in' &&
      one.weight === 'counts' &&
      sentAt.some((sent) => one.occurredAt >= sent && one.occurredAt - sent <= atOnceMs);
    return atOnce ? { ...one, weight: 'doubtful', doubt: 'answered-at-once' } : one;
  });
}

/** Without the mails that came back: nobody read them, so they are no contact. Newest first. */
export function withoutUndelivered(newestFirst: readonly Interaction[]): Interaction[] {
  const lost = new Set<Interaction | undefined>();
  for (const bounce of newestFirst.filter((one) => one.kind === 'bounce')) {
    const sent = newestFirst.filter((one) => one.kind === 'mail' && one.direction === 'out');
    const before = sent.find(({ occurredAt }) => {
      return occurredAt <= bounce.occurredAt && bounce.occurredAt - occurredAt <= bounceMs;
    });
    lost.add(sent.find((one) => one.id === bounce.aboutId) ?? before);
  }
  return newestFirst.filter((one) => !lost.has(one));
}

/**
 * Do both show one message of one mailbox? A mailbox is named by its place in the page until its address is known, so
 * only two addresses tell two mailboxes apart.
 */
export function isSameMessage(a: Evidence | undefined, b: Evidence | undefined): boolean {
  if (!a || !b || a.messageId === undefined || a.messageId !== b.messageId) return false;
  const named = [a.mailbox, b.mailbox].every((mailbox) => mailbox.includes('@'));
  return a.site === b.site && a.origin === b.origin && (a.mailbox === b.mailbox || !named);
}

function isSeenMail(one: Interaction): boolean {
  return one.kind === 'mail' && one.source === 'page' && one.precision === 'instant';
}
