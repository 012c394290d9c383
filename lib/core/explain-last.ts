import { dayAt, type Reader, sayDay, whenAt, whenPhrase } from '@/lib/core/day-words';
import type { Address, AddressRow, Contact, Doubt, Interaction, InteractionKind } from '@/lib/core/model';
import type { MessageKey, Phrase } from '@/lib/core/phrase';
import type { Standing } from '@/lib/core/standing';
import { firstName } from '@/lib/core/wording';

/** Names of others that an explanation may need, as far as they are at hand. */
export interface Names {
  /** Who follows a contact who left. */
  readonly successor?: string;
  /** Who assists the contact, by the address of the assistant. */
  readonly assistants?: ReadonlyMap<Address, string>;
}

/** Those names, out of the contact's living addresses and who follows. */
export function namesFrom(addresses: readonly AddressRow[], successor: Contact | undefined): Names {
  const assistants = addresses.filter((row) => row.role === 'assistant');
  return {
    successor: successor?.deletedAt === undefined ? successor?.name : undefined,
    assistants: new Map(assistants.map(({ address, via }) => [address, via ?? address])),
  };
}

const lastKeys: Readonly<Partial<Record<InteractionKind, MessageKey>>> = {
  call: 'whyLastCall',
  meeting: 'whyLastMeeting',
  chat: 'whyLastChat',
  letter: 'whyLastLetter',
  gift: 'whyLastGift',
  social: 'whyLastSocial',
  baseline: 'whyLastBaseline',
};

/** What the last contact was, or since when the clock runs without one. */
export function lastContactPhrase(contact: Contact, interactions: readonly Interaction[], reader: Reader): Phrase {
  const { clock, name } = contact;
  if (clock.lastContactAt === undefined) {
    return { key: 'whyNothingSeen', values: [whenPhrase(contact.trackedOn, reader)] };
  }
  const on = dayAt(clock.lastContactAt, reader);
  const day = sayDay(on, reader.today, reader.locale);
  const { lastContactKind: kind, lastContactDirection: direction, lastContactId: id } = clock;
  const key = kind && lastKeys[kind];
  if (key) return { key, values: [day] };
  const subject = interactions.find((one) => one.id === id)?.evidence?.subject;
  const who = firstName(name);
  if (direction === 'in') {
    if (clock.isLastSettled) return { key: 'whyLastNoReply', values: [day, who] };
    return subject
      ? { key: 'whyLastTheyWroteAbout', values: [day, who, subject] }
      : { key: 'whyLastTheyWrote', values: [day, who] };
  }
  const answered = clock.lastInAt !== undefined && dayAt(clock.lastInAt, reader) === on;
  if (answered) return { key: 'whyLastYouAnswered', values: [day, who] };
  return subject ? { key: 'whyLastYouWroteAbout', values: [day, subject] } : { key: 'whyLastYouWrote', values: [day] };
}

/** Their mail with a newer one in the list of which it is not known who wrote it: an answer from the phone looks so. */
export function probablyAnswered({ clock, name }: Contact, reader: Reader): Phrase | undefined {
  const { doubt, doubtfulAt, lastContactAt, lastContactDirection, isLastSettled, owed } = clock;
  if (doubt !== 'direction-unknown' || doubtfulAt === undefined || owed || lastContactAt === undefined)
    return undefined;
  if (lastContactDirection !== 'in' || isLastSettled) return undefined;
  const values = [firstName(name), whenAt(lastContactAt, reader), whenAt(doubtfulAt, reader)];
  return { key: 'whyProbablyAnswered', values };
}

const doubtKeys: Readonly<Partial<Record<Doubt, MessageKey>>> = {
  'auto-reply': 'whyDoubtAutoReply',
  'answered-at-once': 'whyDoubtAutoReply',
  'list-post': 'whyDoubtListPost',
  'row-only': 'whyDoubtRowOnly',
  'direction-unknown': 'whyDoubtDirection',
  'sender-unclear': 'whyDoubtSender',
  'mass-mail': 'whyWeakMass',
  'cc-only': 'whyWeakCc',
  'calendar-notice': 'whyWeakCalendar',
};

/** What happened since the last contact and is none, and why; the most telling first. */
export function facts(contact: Contact, interactions: readonly Interaction[], reader: Reader, names: Names): Phrase[] {
  const { clock, name } = contact;
  const who = firstName(name);
  const { bouncedAt, colleagueAt, doubt, doubtfulAt, weak } = clock;
  const told = (why: Doubt | undefined, at: number | undefined): Phrase | undefined => {
    const key = why && doubtKeys[why];
    return key && at !== undefined ? { key, values: [whenAt(at, reader), who] } : undefined;
  };
  const bounced: Phrase | undefined =
    bouncedAt === undefined ? undefined : { key: 'whyBounced', values: [who, whenAt(bouncedAt, reader)] };
  return [
    bounced,
    colleagueAt === undefined ? undefined : colleaguePhrase(contact, colleagueAt, reader),
    probablyAnswered(contact, reader) ?? told(doubt, doubtfulAt),
    told(weak?.doubt, weak?.at),
    assistantPhrase(contact, interactions, names),
  ].filter((phrase) => phrase !== undefined);
}

function colleaguePhrase({ clock, name }: Contact, colleagueAt: number, reader: Reader): Phrase {
  const { lastContactAt, lastContactDirection } = clock;
  const wrote = whenAt(colleagueAt, reader);
  const who = firstName(name);
  if (lastContactDirection !== 'in' || lastContactAt === undefined)
    return { key: 'whyColleagueWrote', values: [who, wrote] };
  return { key: 'whyColleagueAnswered', values: [who, whenAt(lastContactAt, reader), wrote] };
}

/** Mail with an assistant is contact "via" somebody else. */
function assistantPhrase(
  { clock, name }: Contact,
  interactions: readonly Interaction[],
  { assistants }: Names,
): Phrase | undefined {
  const address = interactions.find((one) => one.id === clock.lastContactId)?.evidence?.address;
  const via = address === undefined ? undefined : assistants?.get(address);
  return via === undefined ? undefined : { key: 'whyVia', values: [firstName(via), firstName(name)] };
}

const views: Readonly<Record<string, MessageKey>> = {
  list: 'viewList',
  thread: 'viewThread',
  compose: 'viewCompose',
  record: 'viewRecord',
};

/** By what the claim about the contact is proved: the page and the rule that showed the entry it rests on, or the user's own word. */
export function proofPhrase(
  { clock }: Contact,
  { status }: Standing,
  interactions: readonly Interaction[],
): Phrase | undefined {
  const id = status === 'reply-owed' ? clock.owed?.interactionId : clock.lastContactId;
  const found = interactions.find((one) => one.id === id);
  if (!found || found.kind === 'baseline') return undefined;
  const { evidence, source } = found;
  if (!evidence) return { key: source === 'import' ? 'whyImported' : 'whyEntered' };
  const { view, origin, rule } = evidence;
  const key = Object.hasOwn(views, view) ? views[view] : undefined;
  return { key: 'whySeen', values: [key ? { key } : view, origin.replace(/^https?:\/\//, ''), rule] };
}
