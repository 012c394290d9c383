import type { Address, Direction, Doubt, Evidence, Instant, Interaction, Weight } from '@/lib/core/model';
import type { RawSighting } from '@/lib/core/raw-sighting';

/** Where and for whom a sighting was made. */
export interface SightingContext {
  readonly site: string;
  readonly view: string;
  readonly origin: string;
  readonly mailbox: string;
  /** `mailboxKey`s of the user's own addresses. */
  readonly own: ReadonlySet<string>;
  readonly now: Instant;
  readonly timeZone: string;
  /** BCP 47 language of the page. */
  readonly language: string;
}

/** A sighting understood: who, which way, when, and how much it proves. */
export interface JudgedSighting {
  readonly address: Address;
  readonly name: string;
  /** A role or machine address; counted only if the user tracks it on purpose. */
  readonly isRole: boolean;
  readonly direction: Direction;
  readonly weight: Weight;
  readonly doubt?: Doubt;
  /** `undefined`: no date, so a badge may show but nothing is stored. */
  readonly occurredAt?: Instant;
  readonly precision: 'instant' | 'day';
  readonly evidence: Evidence;
}

/** What a sighting adds to the stored interactions of its contact. */
export type Reconciled = { readonly action: 'same' } | { readonly action: 'append'; readonly voidsId?: string };

/** The sighting understood; `undefined` if it shows no contact (own address, no certain address). */
export function judge(_raw: RawSighting, _context: SightingContext): JudgedSighting | undefined {
  return undefined;
}

/** Text whose hash is the interaction's id: the same mail gives the same id in every view and on every device. */
export function sightingKey(judged: JudgedSighting): string {
  const { site, origin, mailbox, messageId } = judged.evidence;
  const message = messageId ?? `at ${judged.occurredAt ?? ''}`;
  return JSON.stringify([site, origin, mailbox, message, judged.address, judged.direction, judged.doubt ?? '']);
}

/** Does the sighting add anything to what is stored of this contact? `id` is the hash of its key. */
export function reconcile(existing: readonly Interaction[], seen: JudgedSighting, id: string): Reconciled {
  if (seen.occurredAt === undefined || existing.some((one) => one.id === id)) return { action: 'same' };
  return { action: 'append' };
}
