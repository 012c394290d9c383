import type { Doubt, Interaction, LifecycleStage } from '@/lib/core/model';
import type { MessageKey } from '@/lib/core/phrase';
import { text } from '@/lib/extension/text';

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
  letter: 'pageLetter',
  gift: 'pageGift',
  social: 'pageSocial',
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
  if (one.doubt === 'colleague') return text('timelineColleague');
  if (one.direction === 'in') return text('timelineMailIn', name);
  return text(one.direction === 'out' ? 'timelineMailOut' : 'pageMail');
}

/** Why it does not reset the clock; `undefined` where it does. */
export function whyDoubtful({ doubt }: Interaction): string | undefined {
  return doubt && text(doubts[doubt]);
}
