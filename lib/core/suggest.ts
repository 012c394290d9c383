import { civilDate } from '@/lib/core/calendar';
import { cadenceAfterSkips } from '@/lib/core/day-list';
import { answerPhrase, type Reader, sayDay } from '@/lib/core/day-words';
import type { Channel } from '@/lib/core/follow-up';
import type { Contact, Instant } from '@/lib/core/model';
import type { MessageKey, Phrase } from '@/lib/core/phrase';
import type { Situation } from '@/lib/core/situation';
import type { Standing } from '@/lib/core/standing';
import { firstName } from '@/lib/core/wording';

/** The next step: one verb and its object. */
export interface Suggestion {
  readonly situation: Situation;
  readonly phrase: Phrase;
  /** What a press does: `reply` and `check` open the conversation, `recover` the recovery, `write` a mail, `search` the mail search, `call` the log. */
  readonly act: 'recover' | 'reply' | 'write' | 'call' | 'search' | 'check' | 'none';
  readonly interactionId?: string;
  /** The conversation to open. */
  readonly url?: string;
  /** The recovery to open. */
  readonly recoveryId?: string;
}

interface Rule {
  readonly situation: Situation;
  readonly holds: (contact: Contact, standing: Standing) => boolean;
  readonly step: (contact: Contact, standing: Standing, reader: Reader) => Omit<Suggestion, 'situation'>;
}

const happenedKeys: Readonly<Record<Channel, MessageKey>> = {
  call: 'suggestHappenedCall',
  meeting: 'suggestHappenedMeeting',
  mail: 'suggestHappenedMail',
  chat: 'suggestHappenedChat',
};

/** The first that holds is the next step. The order is the product's: harm, promises, certainty, then habit. */
const rules: readonly Rule[] = [
  {
    situation: 'gone',
    holds: ({ successorId }, { reason }) => reason === 'left' && successorId === undefined,
    step: (contact) => ({ phrase: named('suggestFindSuccessor', contact), act: 'none' }),
  },
  {
    situation: 'resting',
    holds: (_contact, { status }) => status === 'paused' || status === 'lost',
    step: () => ({ phrase: { key: 'suggestNothing' }, act: 'none' }),
  },
  {
    situation: 'went-wrong',
    holds: (_contact, { reason }) => reason === 'recovery',
    step: (contact, { stage }) => ({
      phrase: stage?.act === 'apologise' ? named('suggestApologise', contact) : { key: 'goOnWithRecovery' },
      act: 'recover',
      recoveryId: contact.clock.recovery?.recoveryId,
    }),
  },
  {
    situation: 'answer-owed',
    holds: ({ clock }, { status }) => status === 'reply-owed' || (clock.owed !== undefined && status !== 'planned'),
    step: ({ clock: { owed } }, _standing, reader) => ({
      phrase: answerPhrase(owed?.sinceAt ?? 0, reader),
      act: 'reply',
      interactionId: owed?.interactionId,
      url: owed?.url,
    }),
  },
  {
    situation: 'mail-came-back',
    holds: ({ clock }) => clock.bouncedAt !== undefined,
    step: (contact) => ({ phrase: named('suggestNewAddress', contact), act: 'search' }),
  },
  {
    situation: 'promise-broken',
    holds: (_contact, { broken, status }) => broken !== undefined && status !== 'planned' && status !== 'on-track',
    step: (contact) => ({ phrase: named('suggestBrokenPromise', contact), act: 'write' }),
  },
  {
    situation: 'plan-passed',
    holds: (_contact, { reason }) => reason === 'plan-passed',
    step: ({ clock }) => ({ phrase: { key: happenedKeys[clock.plan?.channel ?? 'call'] }, act: 'none' }),
  },
  {
    situation: 'introduction',
    holds: ({ clock }, { reason }) => reason === 'plan' && clock.plan?.reason === 'introduction',
    step: (contact) => ({ phrase: named('suggestIntroduce', contact), act: 'write' }),
  },
  {
    situation: 'plan-today',
    holds: (_contact, { reason, status }) => reason === 'plan' && status === 'due',
    step: (contact) => planned(contact),
  },
  {
    situation: 'plan-ahead',
    holds: (_contact, { status }) => status === 'planned',
    step: (_contact, { untilOn = '' }, { today, locale }) => ({
      phrase: { key: 'suggestWait', values: [sayDay(untilOn, today, locale)] },
      act: 'none',
    }),
  },
  {
    situation: 'tried-call',
    holds: ({ clock }, { reason }) => reason === 'retry' && clock.triedKind === 'call',
    step: () => ({ phrase: { key: 'suggestCallAgain' }, act: 'call' }),
  },
  {
    situation: 'tried-mail',
    holds: (_contact, { reason }) => reason === 'retry',
    step: (contact) => ({ phrase: named('suggestWriteAgain', contact), act: 'write', url: contact.clock.threadUrl }),
  },
  {
    situation: 'mail-to-check',
    holds: ({ clock }) => clock.doubtfulId !== undefined,
    step: ({ clock }, _standing, reader) => ({
      phrase: dated('suggestCheckMail', clock.doubtfulAt, reader),
      act: 'check',
      interactionId: clock.doubtfulId,
      url: clock.doubtfulUrl,
    }),
  },
  {
    situation: 'sent-unseen',
    holds: (_contact, { unsure }) => unsure !== undefined,
    step: () => ({ phrase: { key: 'suggestLookForMail' }, act: 'search' }),
  },
  {
    situation: 'colleague-answered',
    holds: ({ clock }) => clock.colleagueAt !== undefined && clock.lastContactDirection === 'in',
    step: ({ clock }) => ({ phrase: { key: 'suggestSeeColleague' }, act: 'check', url: clock.threadUrl }),
  },
  {
    situation: 'often-skipped',
    holds: (contact, { reason }) => reason === 'cadence' && cadenceAfterSkips(contact) !== undefined,
    step: (contact) => ({ phrase: named('suggestLonger', contact), act: 'none' }),
  },
  {
    situation: 'never-seen',
    holds: ({ clock }) => clock.lastContactAt === undefined,
    step: () => ({ phrase: { key: 'suggestLookForMail' }, act: 'search' }),
  },
  {
    situation: 'on-track',
    holds: (_contact, { status }) => status === 'on-track',
    step: (contact) => ({ phrase: named('suggestWrite', contact), act: 'write', url: contact.clock.threadUrl }),
  },
  {
    situation: 'lead-silent',
    holds: ({ stage, clock }) => stage === 'lead' && clock.lastInAt === undefined && clock.lastContactKind === 'mail',
    step: (contact) => ({ phrase: named('suggestCallLead', contact), act: 'call' }),
  },
  {
    situation: 'at-risk',
    holds: ({ stage }) => stage === 'at-risk',
    step: (contact) => ({ phrase: named('suggestCallLead', contact), act: 'call' }),
  },
  {
    situation: 'past-customer',
    holds: ({ stage, clock }) => stage === 'past' && !clock.isSilenced,
    step: (contact) => ({ phrase: named('suggestSayHello', contact), act: 'write' }),
  },
  {
    situation: 'fading-away',
    holds: (_contact, { status }) => status === 'fading',
    step: (contact) => ({ phrase: named('suggestAskHow', contact), act: 'write' }),
  },
  {
    situation: 'they-wrote-last',
    holds: ({ clock }) => clock.lastContactKind === 'mail' && clock.lastContactDirection === 'in',
    step: (contact) => ({ phrase: named('suggestWriteBack', contact), ...lastThread(contact) }),
  },
  {
    situation: 'you-wrote-last',
    holds: ({ clock }) => clock.lastContactKind === 'mail',
    step: (contact, _standing, reader) => ({
      phrase: dated('suggestFollowUpMail', contact.clock.lastContactAt, reader),
      ...lastThread(contact),
    }),
  },
  {
    situation: 'after-call',
    holds: ({ clock }) => clock.lastContactKind === 'call',
    step: ({ clock }, _standing, reader) => ({
      phrase: dated('suggestFollowUpCall', clock.lastContactAt, reader),
      act: 'write',
    }),
  },
  {
    situation: 'after-meeting',
    holds: ({ clock }) => clock.lastContactKind === 'meeting',
    step: ({ clock }, _standing, reader) => ({
      phrase: dated('suggestFollowUpMeeting', clock.lastContactAt, reader),
      act: 'write',
    }),
  },
];

/** The next step for a contact as it stands; always the same for the same contact and day. */
export function suggest(contact: Contact, standing: Standing, reader: Reader): Suggestion {
  const rule = rules.find(({ holds }) => holds(contact, standing));
  if (!rule) return { situation: 'after-chat', phrase: named('suggestWrite', contact), act: 'write' };
  return { situation: rule.situation, ...rule.step(contact, standing, reader) };
}

function named(key: MessageKey, { name }: Contact): Phrase {
  return { key, values: [firstName(name)] };
}

function dated(key: MessageKey, at: Instant | undefined, { timeZone, today, locale }: Reader): Phrase {
  return { key, values: [sayDay(civilDate(at ?? 0, timeZone), today, locale)] };
}

/** What was planned for today, by its channel. */
function planned(contact: Contact): Omit<Suggestion, 'situation'> {
  const channel = contact.clock.plan?.channel;
  if (channel === 'call') return { phrase: named('suggestCallLead', contact), act: 'call' };
  if (channel === 'meeting') return { phrase: named('suggestMeet', contact), act: 'none' };
  return { phrase: named('suggestWrite', contact), act: 'write' };
}

/** Into the conversation where its address is known, else a new mail. */
function lastThread({ clock }: Contact): Pick<Suggestion, 'act' | 'interactionId' | 'url'> {
  if (clock.threadUrl === undefined) return { act: 'write' };
  return { act: 'reply', interactionId: clock.lastContactId, url: clock.threadUrl };
}
