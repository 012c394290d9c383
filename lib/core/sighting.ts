import { domainOf, isRoleAddress, plainName, sameMailbox } from '@/lib/core/address';
import { inEffect } from '@/lib/core/in-effect';
import { parseMailbox } from '@/lib/core/mailbox';
import type { Address, ContactRole, Direction, Doubt, Evidence, Instant, Interaction, Weight } from '@/lib/core/model';
import { instantOfId, readPageDate } from '@/lib/core/page-date';
import type { RawSighting } from '@/lib/core/raw-sighting';
import { isSameMessage } from '@/lib/core/timeline';
import { isColleague, isOwn, isRow, peopleOf, verdictOf } from '@/lib/core/verdict';

/** Where and for whom a sighting was made. */
export interface SightingContext {
  readonly site: string;
  /** `list`, `thread`, `record`, or `compose` for a mail that is being sent now. */
  readonly view: string;
  readonly origin: string;
  readonly mailbox: string;
  /** `mailboxKey`s of the user's own addresses. */
  readonly own: ReadonlySet<string>;
  /** Domains of the user's own company. */
  readonly company: ReadonlySet<string>;
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

const dayMs = 86_400_000;
const nearMs = 120_000;
/** A date without a time stands at noon, so anything of that day is at most this far. */
const halfDayMs = 43_200_000;

/**
 * The sighting understood; `undefined` if it shows no contact (own address, no certain address). `ownRole`: what the user
 * was to the same message.
 */
export function judge(raw: RawSighting, context: SightingContext, ownRole?: ContactRole): JudgedSighting | undefined {
  const contact = parseMailbox(raw.mailbox);
  if (!contact || isOwn(contact.address, context)) return undefined;
  const direction = directionOf(raw, contact.address, context);
  const date = dateOf(raw, context);
  return {
    ...contact,
    isRole: isRoleAddress(contact.address),
    direction,
    ...verdictOf(raw, contact.address, direction, context, ownRole),
    occurredAt: date.at,
    precision: date.precision,
    evidence: {
      site: context.site,
      view: context.view,
      rule: raw.rule,
      origin: context.origin,
      mailbox: context.mailbox,
      address: contact.address,
      role: raw.role,
      messageId: raw.messageId,
      threadId: raw.threadId,
      url: raw.url,
      subject: raw.subject === undefined ? undefined : plainName(raw.subject),
      recipientCount: peopleOf(raw),
      proof: proofOf(raw, context),
      dateOrigin: date.origin,
    },
  };
}

function proofOf(raw: RawSighting, context: SightingContext): 'row' | 'header' | 'recipients' {
  if (context.view === 'compose') return 'recipients';
  if (isRow(raw, context)) return 'row';
  return raw.recipients && raw.recipients.length > 0 ? 'recipients' : 'header';
}

/** Is From one of my addresses? Addresses are compared, never the word "me". */
function directionOf(raw: RawSighting, contact: Address, context: SightingContext): Direction {
  if (context.view === 'compose') return 'out';
  if (raw.role === 'record') return 'unknown';
  // The people of a row in Sent are the recipients; an opened conversation there may hold mail of both.
  const row = isRow(raw, context);
  if (row && raw.folder === 'sent') return 'out';
  const sender = senderOf(raw, contact, row);
  if (sender === undefined) return raw.folder === 'sent' && raw.role !== 'participant' ? 'out' : 'unknown';
  if (sameMailbox(sender, contact)) return 'in';
  // A colleague speaks for the company, unless it is a colleague he writes to.
  const isOurs = isColleague(sender, context) && !context.company.has(domainOf(contact));
  return isOurs || isOwn(sender, context) ? 'out' : 'unknown';
}

function senderOf(raw: RawSighting, contact: Address, row: boolean): Address | undefined {
  if (raw.from !== undefined) return parseMailbox(raw.from)?.address;
  // A conversation's row shows who takes part, not who wrote its newest message.
  if (row && raw.row !== 'single') return undefined;
  return raw.role === 'from' || (row && raw.role === 'participant') ? contact : undefined;
}

interface FoundDate {
  readonly at?: Instant;
  readonly precision: 'instant' | 'day';
  readonly origin: Evidence['dateOrigin'];
}

/** The id's instant first; the text where the id only tells when an old mail was imported. Nothing from the future. */
function dateOf(raw: RawSighting, context: SightingContext): FoundDate {
  if (context.view === 'compose') return { at: context.now, precision: 'instant', origin: 'seen' };
  if (raw.folder === 'drafts') return { precision: 'instant', origin: 'seen' };
  const byText = raw.dateText === undefined ? undefined : readPageDate(raw.dateText, context);
  const idAt = raw.dateId === undefined ? undefined : instantOfId(raw.dateId);
  const latest = context.now + dayMs;
  if (idAt !== undefined && idAt <= latest) {
    const imported = byText && byText.at < idAt - (byText.precision === 'instant' ? dayMs : 2 * dayMs);
    if (!imported) return { at: idAt, precision: 'instant', origin: 'id' };
  }
  return byText && byText.at <= latest ? { ...byText, origin: 'text' } : { precision: 'instant', origin: 'seen' };
}

/** What a sighting adds to the stored interactions of its contact; `voidsId`: the poorer entry it replaces. */
export type Reconciled = { readonly action: 'same' } | { readonly action: 'append'; readonly voidsId?: string };

/**
 * Text whose hash is the interaction's id: the same mail with the same verdict gives the same id in every view and on every
 * device. Another verdict about the same mail is another entry, since entries are never changed.
 */
export function sightingKey(judged: JudgedSighting): string {
  const { site, origin, mailbox, messageId } = judged.evidence;
  const message = messageId ?? `at ${judged.occurredAt ?? ''}`;
  return JSON.stringify([site, origin, mailbox, message, judged.address, judged.direction, judged.doubt ?? '']);
}

/** Does the sighting add anything to what is stored of this contact? `id` is the hash of its key. */
export function reconcile(existing: readonly Interaction[], seen: JudgedSighting, id: string): Reconciled {
  const { occurredAt } = seen;
  if (occurredAt === undefined || existing.some((one) => one.id === id)) return { action: 'same' };
  const mails = existing.filter((one) => one.kind === 'mail' && one.evidence !== undefined);
  const same = mails.filter((one) => isSameMessage(one.evidence, seen.evidence));
  const near = mails.filter((one) => isNear(one, seen, occurredAt));
  // "This mail does not count" is the user's word; no page takes it back.
  if ([...same, ...near].some((one) => isTakenBack(one, existing))) return { action: 'same' };
  const live = new Set(inEffect(mails.concat(existing.filter((one) => one.kind === 'void'))));
  return (
    against(
      same.filter((one) => live.has(one)),
      gradeOfMessage,
      seen,
    ) ??
    against(
      near.filter((one) => live.has(one)),
      gradeOfMoment,
      seen,
    ) ?? { action: 'append' }
  );
}

type Graded = {
  readonly weight: Weight;
  readonly doubt?: Doubt;
  readonly direction?: Direction;
  readonly precision: 'instant' | 'day';
  readonly evidence?: Evidence;
};
type Grade = (one: Graded) => readonly number[];

/** The better of what is stored and what is seen stays; on equal terms the stored. */
function against(stored: readonly Interaction[], grade: Grade, seen: JudgedSighting): Reconciled | undefined {
  const best = [...stored].sort((a, b) => compare(grade(b), grade(a)))[0];
  if (!best) return undefined;
  return compare(grade(seen), grade(best)) > 0 ? { action: 'append', voidsId: best.id } : { action: 'same' };
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((value, place) => value - (b[place] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

const proofs = ['row', 'header', 'recipients'];
const weights = ['doubtful', 'weak', 'counts'];
const origins = ['seen', 'text', 'id'];

/** About one message: who saw more of it knows better, also that it does not count. */
function gradeOfMessage(one: Graded): readonly number[] {
  return [proofs.indexOf(storedProof(one)), Number(sawAll(one)), ...gradeOfMoment(one)];
}

/** Folded headers hide recipients, and who stands in Cc: whoever found that out saw more. */
function sawAll({ doubt }: Graded): boolean {
  return doubt === 'mass-mail' || doubt === 'cc-only';
}

/** About one moment: what counts comes first. */
function gradeOfMoment(one: Graded): readonly number[] {
  return [
    weights.indexOf(one.weight),
    Number(one.direction !== 'unknown'),
    Number(one.precision === 'instant'),
    proofs.indexOf(storedProof(one)),
    origins.indexOf(one.evidence?.dateOrigin ?? 'seen'),
  ];
}

function storedProof(one: Graded): string {
  return one.evidence?.proof ?? (one.evidence?.view === 'list' ? 'row' : 'header');
}

function isSameMailbox(a: Evidence, b: Evidence): boolean {
  return a.site === b.site && a.origin === b.origin && a.mailbox === b.mailbox;
}

/** A moved mail has a new id and a just sent one has none: one direction, about one time, not known to be two threads. */
function isNear(one: Interaction, seen: JudgedSighting, occurredAt: number): boolean {
  const a = one.evidence;
  const b = seen.evidence;
  const twoThreads =
    a?.threadId !== undefined && b.threadId !== undefined && a.threadId !== b.threadId && isSameMailbox(a, b);
  if (twoThreads || !isSameWay(one.direction, seen.direction) || isOfTwo(one, seen)) return false;
  const apart = Math.abs(one.occurredAt - occurredAt);
  return apart <= (one.precision === 'instant' && seen.precision === 'instant' ? nearMs : halfDayMs);
}

/** A row of unknown direction right at a mail to them is that mail; right at a mail of theirs it may be the answer. */
function isSameWay(a: Direction | undefined, b: Direction): boolean {
  return a === b || (a === 'out' && b === 'unknown') || (a === 'unknown' && b === 'out');
}

/** The user's own mail and a colleague's are two, however close they are. */
function isOfTwo(one: Interaction, seen: JudgedSighting): boolean {
  const ways = [one, seen].map(({ direction, doubt }) => direction === 'out' && doubt === 'colleague');
  return one.direction === 'out' && seen.direction === 'out' && ways[0] !== ways[1];
}

function isTakenBack(one: Interaction, existing: readonly Interaction[]): boolean {
  return existing.some((by) => {
    if (by.kind !== 'void' || by.source !== 'user' || by.voidsId !== one.id) return false;
    // Without itself, so that entries which void each other in a ring come to an end.
    const others = existing.filter((other) => other !== by);
    return !isTakenBack(by, others);
  });
}
