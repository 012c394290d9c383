import { inEffect } from '@/lib/core/in-effect';
import type { CalendarDate, Instant } from '@/lib/core/model';
import type { Outcome, Recovery, RecoveryDeed, RecoveryEvent, RecoveryStamp } from '@/lib/core/recovery';

/** A promise to the customer: who fixes it, and by which day. */
export interface Promised {
  readonly owner: string;
  readonly dueOn: CalendarDate;
  readonly madeAt: Instant;
}

/** What the customer asked for, what we planned, and what they got: the newest word on each. */
export interface Involvement {
  readonly asked?: string;
  readonly planned?: string;
  readonly given?: string;
}

/** Something beside the fix that the customer got. */
export interface Extra {
  readonly what: string;
  /** In the user's own currency. `undefined`: not known. */
  readonly cost?: number;
}

/** The end of a case. */
export type Closing = Outcome & { readonly at: Instant };

/** What a case's events amount to, before any timer is asked. */
export interface RecoveryFacts {
  readonly holdingNoteAt?: Instant;
  readonly apologisedAt?: Instant;
  /** When the customer was asked how to put it right, and when they said so. */
  readonly askedHowAt?: Instant;
  readonly answeredAt?: Instant;
  readonly plannedAt?: Instant;
  readonly involvement: Involvement;
  /** 1, and one more for each "not OK". Promise, status note, fix and OK below are those of this round. */
  readonly round: number;
  readonly roundAt: Instant;
  readonly promise?: Promised;
  readonly statusToldAt?: Instant;
  readonly fixedAt?: Instant;
  readonly extras: readonly Extra[];
  /** When the first extra was given, and when it was said that there will be none. */
  readonly extraAt?: Instant;
  readonly noExtraAt?: Instant;
  readonly okAt?: Instant;
  readonly repeatAskedAt?: Instant;
  /** `undefined`: the case is open. */
  readonly closing?: Closing;
}

/** The facts of a case. The order in which the events are handed in does not matter, nor do events of other cases. */
export function factsOf(recovery: Recovery, events: readonly RecoveryEvent[]): RecoveryFacts {
  const start: RecoveryFacts = { involvement: {}, round: 1, roundAt: recovery.openedAt, extras: [] };
  return inEffect(events.filter((one) => one.recoveryId === recovery.id))
    .sort(oldestFirst)
    .reduce((facts, event) => (mayFollow(facts, event) ? withEvent(facts, event) : facts), start);
}

/** The same order on every device: ids tell apart what nothing else does. */
function oldestFirst(a: RecoveryStamp, b: RecoveryStamp): number {
  return a.occurredAt - b.occurredAt || a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/**
 * The instants at which the leading steps were settled, one for each, never earlier than the one before. What was done
 * ahead of its turn (fixed before the apology) waits there until its turn comes.
 */
export function settledAt(facts: RecoveryFacts): readonly Instant[] {
  const { apologisedAt, askedHowAt, answeredAt, plannedAt, fixedAt, extraAt, noExtraAt, okAt, repeatAskedAt } = facts;
  const wasAskedAt = earlier(askedHowAt, answeredAt);
  const involvedAt = wasAskedAt === undefined || plannedAt === undefined ? undefined : Math.max(wasAskedAt, plannedAt);
  const settled: Instant[] = [];
  for (const at of [apologisedAt, involvedAt, fixedAt, earlier(extraAt, noExtraAt), okAt, repeatAskedAt]) {
    if (at === undefined) break;
    settled.push(Math.max(at, settled.at(-1) ?? at));
  }
  return settled;
}

function earlier(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}

/**
 * Does the deed count if it happens next? Steps 1 to 4 may run ahead of their turn, an OK not ahead of the fix, and
 * neither repeat business nor "kept" ahead of a settled step 5. What does not count is kept in the history all the same.
 */
export function mayFollow(facts: RecoveryFacts, deed: RecoveryDeed): boolean {
  if (deed.kind === 'note' || deed.kind === 'void') return true;
  if (facts.closing) return false;
  const isAllOk = () => settledAt(facts).length >= 5;
  switch (deed.kind) {
    case 'holding-note':
      return facts.holdingNoteAt === undefined && facts.apologisedAt === undefined;
    case 'apologised':
      return facts.apologisedAt === undefined;
    case 'asked-how':
      return facts.askedHowAt === undefined && facts.answeredAt === undefined;
    case 'fix-promised':
      return facts.fixedAt === undefined;
    case 'status-told':
      return facts.promise !== undefined && facts.statusToldAt === undefined && facts.fixedAt === undefined;
    case 'fixed':
      // Whoever was told that all is well, and it was not, first hears who does what by when.
      return facts.fixedAt === undefined && (facts.round === 1 || facts.promise !== undefined);
    case 'no-extra':
      return facts.extraAt === undefined && facts.noExtraAt === undefined;
    case 'checked':
      return !deed.isOk || (facts.fixedAt !== undefined && facts.okAt === undefined);
    case 'repeat-asked':
      return facts.repeatAskedAt === undefined && isAllOk();
    case 'closed':
      return deed.outcome !== 'kept' || isAllOk();
    default:
      return true;
  }
}

function withEvent(facts: RecoveryFacts, event: RecoveryEvent): RecoveryFacts {
  const at = event.occurredAt;
  switch (event.kind) {
    case 'holding-note':
      return { ...facts, holdingNoteAt: at };
    case 'apologised':
      return { ...facts, apologisedAt: at };
    case 'asked-how':
      return { ...facts, askedHowAt: at };
    case 'asked':
      return { ...facts, answeredAt: facts.answeredAt ?? at, involvement: { ...facts.involvement, asked: event.text } };
    case 'planned':
      return { ...facts, plannedAt: facts.plannedAt ?? at, involvement: { ...facts.involvement, planned: event.text } };
    case 'given':
      return { ...facts, involvement: { ...facts.involvement, given: event.text } };
    case 'fix-promised':
      return { ...facts, promise: { owner: event.owner, dueOn: event.dueOn, madeAt: at } };
    case 'status-told':
      return { ...facts, statusToldAt: at };
    case 'fixed':
      return { ...facts, fixedAt: at };
    case 'extra': {
      const extra = { what: event.what, ...(event.cost === undefined ? {} : { cost: event.cost }) };
      return { ...facts, extraAt: facts.extraAt ?? at, extras: [...facts.extras, extra] };
    }
    case 'no-extra':
      return { ...facts, noExtraAt: at };
    case 'checked':
      return event.isOk ? { ...facts, okAt: at } : nextRound(facts, at);
    case 'repeat-asked':
      return { ...facts, repeatAskedAt: at };
    case 'closed':
      return { ...facts, closing: closingOf(event, at) };
    default:
      return facts;
  }
}

/** Not OK: nothing that was promised, fixed or checked holds any longer. */
function nextRound(facts: RecoveryFacts, at: Instant): RecoveryFacts {
  const { promise, statusToldAt, fixedAt, okAt, repeatAskedAt, ...kept } = facts;
  return { ...kept, round: facts.round + 1, roundAt: at };
}

function closingOf(event: Outcome, at: Instant): Closing {
  if (event.outcome !== 'lost') return { outcome: event.outcome, at };
  const { outcome, reason, tryAgainOn } = event;
  return { outcome, reason, at, ...(tryAgainOn === undefined ? {} : { tryAgainOn }) };
}
