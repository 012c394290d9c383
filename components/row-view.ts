import type { CalendarDate, ContactStatus } from '@/lib/core/model';
import type { Suggestion } from '@/lib/core/suggest';
import type { LogKind } from './keys';

/** A contact as a line of a list, already in words. */
export interface RowView {
  readonly contactId: string;
  readonly name: string;
  readonly company?: string;
  readonly status: ContactStatus;
  /** The pill's words, such as "Overdue 12 d". */
  readonly label: string;
  /** Why it is listed, in one sentence. */
  readonly reason: string;
  /** The one suggested next step. */
  readonly step: StepView;
  /** Set while a mail waits for an answer: the one that may be marked "No reply needed". */
  readonly owedInteractionId?: string;
  /** Whether "Not now" lets the contact rest until the next working day; nothing lets what is owed rest. */
  readonly canSkip?: boolean;
  /** After three times "Not now": the longer cadence to offer, in days. */
  readonly longerCadence?: number;
}

/** One verb and its object, such as "Answer Friday's mail", and what a press on it does. */
export interface StepView {
  readonly label: string;
  readonly act: Suggestion['act'];
  /** The conversation to open. */
  readonly url?: string;
  /** The recovery to open. */
  readonly recoveryId?: string;
}

export interface RowGroup {
  readonly key: string;
  readonly title: string;
  /** How many there are in all; `rows` may hold fewer. If `capped`, at least that many. */
  readonly total: number;
  readonly capped?: boolean;
  readonly rows: readonly RowView[];
  /** How many more of today the day's budget holds back; said below the group. If `capped`, at least that many. */
  readonly later?: { readonly count: number; readonly capped: boolean };
}

/** What a log can say beyond its kind. */
export interface LogDetails {
  readonly outcome?: 'reached' | 'tried';
  readonly note?: string;
}

/** What can be done to a contact from its line. */
export interface RowDeeds {
  /** Whether the mailbox at hand can be asked for somebody's mail; else it is only opened. */
  readonly searchesMail: boolean;
  readonly takeStep: (row: RowView) => void;
  readonly write: (row: RowView) => void;
  readonly log: (row: RowView, kind: LogKind, more?: LogDetails) => void;
  readonly snooze: (row: RowView, untilOn: CalendarDate) => void;
  readonly skip: (row: RowView, reason?: string) => void;
  readonly noReplyNeeded: (row: RowView) => void;
  readonly searchMail: (row: RowView) => void;
  readonly open: (row: RowView) => void;
}
