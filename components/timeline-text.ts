import type { Doubt, Evidence, Interaction, LifecycleStage } from '@/lib/core/model';
import type { MessageKey } from '@/lib/core/phrase';
import { countText, text } from '@/lib/extension/text';

const doubts: Readonly<Record<Doubt, MessageKey>> = {
  'auto-reply': 'doubtAutoReply',
  'list-post': 'doubtListPost',
  'mass-mail': 'doubtMassMail',
  'cc-only': 'doubtCcOnly',
  'calendar-notice': 'doubtCalendarNotice',
  'answered-at-once': 'doubtAnsweredAtOnce',
  'row-only': 'doubtRowOnly',
  'direction-unknown': 'doubtDirectionUnknown',
  'sender-unclear': 'doubtSenderUnclear',
  'tried-no-answer': 'doubtTried',
  colleague: 'doubtColleague',
};

const kinds: Readonly<Partial<Record<Interaction['kind'], MessageKey>>> = {
  call: 'pageCall',
  meeting: 'pageMeeting',
  chat: 'pageChat',
  baseline: 'timelineBaseline',
  note: 'pageNote',
  'no-reply-needed': 'pageNoReplyNeeded',
  incident: 'pageIncident',
  skip: 'timelineSkip',
  bounce: 'timelineBounce',
};

const stages: Readonly<Record<LifecycleStage, MessageKey>> = {
  lead: 'timelineBecameLead',
  new: 'timelineBecameNew',
  customer: 'timelineBecameCustomer',
  'at-risk': 'timelineBecameAtRisk',
  past: 'timelineBecamePast',
  lost: 'timelineBecameLost',
  'won-back': 'timelineBecameWonBack',
};

/** What happened, in a few words. */
export function happened(one: Interaction, name: string): string {
  if (one.kind === 'stage') return text(stages[one.stage ?? 'customer']);
  if (one.kind !== 'mail') return text(kinds[one.kind] ?? 'pageNote');
  if (one.direction === 'in') return text('timelineMailIn', name);
  return text(one.direction === 'out' ? 'timelineMailOut' : 'pageMail');
}

/** Why it does not reset the clock; `undefined` where it does. */
export function whyDoubtful({ doubt }: Interaction): string | undefined {
  return doubt && text(doubts[doubt]);
}

/** Which page proved it; `undefined` for what the user entered. */
export function provenBy({ evidence }: Interaction): string | undefined {
  return evidence && text('timelineSeenOn', new URL(evidence.origin).host);
}

const views: Readonly<Record<string, MessageKey | undefined>> = {
  list: 'viewList',
  thread: 'viewThread',
  compose: 'viewCompose',
  record: 'viewRecord',
};
const dateOrigins: Readonly<Record<Evidence['dateOrigin'], MessageKey>> = {
  id: 'dateFromMessage',
  text: 'dateFromPage',
  seen: 'dateWhenSeen',
};

/** How the entry came to be known, in sentences: page, rule and date of what was seen, or the day it was entered. */
export function proofOf({ evidence, source }: Interaction, recordedOn: string): readonly string[] {
  if (!evidence) return [text(source === 'import' ? 'provenByImport' : 'provenByYou', recordedOn)];
  const { origin, view, rule, address, dateOrigin, recipientCount } = evidence;
  const key = Object.hasOwn(views, view) ? views[view] : undefined;
  return [
    text('provenOn', hostOf(origin), key ? text(key) : view),
    text('provenByRule', rule, address),
    text(dateOrigins[dateOrigin]),
    ...(recipientCount === undefined ? [] : [countText(recipientCount, 'sentToOne', 'sentToOther')]),
  ];
}

function hostOf(origin: string): string {
  return URL.parse(origin)?.host ?? origin;
}
