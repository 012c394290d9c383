import type { ApologyCheck } from '@/lib/core/apology';
import type { ExtraCatalogue } from '@/lib/core/extras';
import { inEffect } from '@/lib/core/in-effect';
import type { Contact, Instant } from '@/lib/core/model';
import type { Recovery, RecoveryCase, RecoveryDeed, RecoveryEvent } from '@/lib/core/recovery';
import { type Course, courseOf } from '@/lib/core/recovery-course';
import { type Escalation, escalationOf } from '@/lib/core/recovery-escalation';
import type { FieldValues } from '@/lib/core/template';
import type { WordingChoice } from '@/lib/core/wording-choice';
import type { Moment } from './moment';
import type { Insert } from './use-insert';

/** What is read of one case. */
export interface RecoveryRead extends RecoveryCase {
  readonly contact: Contact;
  /** The other cases of the contact and of the account. */
  readonly others: readonly RecoveryCase[];
  /** Extras that were given before, in any case. */
  readonly knownExtras: readonly string[];
}

/** What is shown of one case. */
export interface RecoveryView extends RecoveryRead {
  readonly course: Course;
  readonly escalation: Escalation;
  /** What happened and was not taken back, newest first. */
  readonly happenings: readonly RecoveryEvent[];
}

/** A deed that the user records; it is taken back by undo alone. */
export type RecordedDeed = Exclude<RecoveryDeed, { readonly kind: 'void' }>;
/** What can be changed about a case; `null` clears. */
export interface RecoveryEdits {
  readonly what?: string;
  readonly reason?: Recovery['reason'];
  readonly severity?: Recovery['severity'];
  readonly isMoney?: boolean;
  readonly fault?: Recovery['fault'];
  readonly owner?: string | null;
  readonly manager?: string | null;
}

/** What the page can do to its case; `false`: it failed, which has then been said. */
export interface RecoveryDeeds {
  record(deed: RecordedDeed, more: { readonly note?: string; readonly occurredAt?: Instant }): Promise<boolean>;
  takeBack(event: RecoveryEvent): Promise<boolean>;
  edit(edits: RecoveryEdits): Promise<boolean>;
}

/** A text for what comes next, before its fields are filled in. */
export interface ReadyWording extends WordingChoice {
  /** Two lines for now; the step's own wording stands beside it. */
  readonly isHoldingNote: boolean;
}

/** What every part of the page gets. */
export interface RecoveryPart {
  readonly view: RecoveryView;
  readonly deeds: RecoveryDeeds;
  /** Ready wording for what comes next. None: the plain instruction stands alone. */
  readonly wordings: readonly ReadyWording[];
  /** What their fields stand for, as far as that is known. */
  readonly values: FieldValues;
  /** What may be given besides. */
  readonly catalogue: ExtraCatalogue;
  /** Reads an apology as it is written. `undefined`: there is no builder. */
  readonly check?: (text: string) => ApologyCheck;
  /** Puts a text into the mail that is being written. `undefined`: it can only be copied. */
  readonly onInsert?: Insert;
}

export function viewOf(read: RecoveryRead, moment: Moment): RecoveryView {
  const { recovery, events, others } = read;
  const escalation = escalationOf(recovery, others, moment.timeZone);
  const course = courseOf(recovery, events, { now: moment.now, rules: moment, escalation });
  const happenings = inEffect(events).sort((a, b) => b.occurredAt - a.occurredAt || b.recordedAt - a.recordedAt);
  return { ...read, course, escalation, happenings };
}

/** The customer by name: the person, or the company where another person there was let down before. */
export function customerOf({ contact, recovery, others }: RecoveryRead): string {
  const isSamePerson = others.every((other) => other.recovery.contactId === recovery.contactId);
  return isSamePerson ? contact.name : (contact.company ?? contact.name);
}
