import { addDays, civilDate, nextWorkingDay } from '@/lib/core/calendar';
import { sayDay } from '@/lib/core/day-words';
import type { Contact, Interaction } from '@/lib/core/model';
import type { Phrase } from '@/lib/core/phrase';
import { sayNumber } from '@/lib/core/wording';
import type { HoldfastDatabase } from '@/lib/db/database';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import { act } from './act';
import type { Change } from './change';
import { Refusal, type ServiceContext } from './context';
import { todayBefore } from './day-ahead';
import { isWritten } from './interactions';

type What = RequestOf<'bulk'>['what'];
/** One of the things to do, by its name. */
type Deed<D extends What['do']> = Extract<What, { do: D }>;

/** The same for several contacts: one act, so that one undo takes all of it back. */
export function bulk(db: HoldfastDatabase, request: RequestOf<'bulk'>, context: ServiceContext): Promise<ActReply> {
  return act(db, context, 'bulk', request.id, async (change) => {
    const found = await Promise.all(request.contactIds.map((id) => change.contact(id)));
    const all = [...new Map(found.map((contact) => [contact.id, contact])).values()];
    const { what, total = all.length } = request;
    const people = total === 1 ? (all[0]?.name ?? '') : manyPeople(total, context);
    const said = saidOf(what, people, change);
    await Promise.all(all.map((contact) => doOne(change, contact, what)));
    if (what.do === 'log') {
      await change.patchSettings({ logsSinceCopy: change.settings.logsSinceCopy + all.length });
    }
    return { said, contactIds: all.map(({ id }) => id) };
  });
}

function manyPeople(count: number, { locale }: ServiceContext): Phrase {
  return { key: 'peopleOther', values: [sayNumber(count, locale)] };
}

async function doOne(change: Change, contact: Contact, what: What): Promise<void> {
  const at = change.context.now();
  if (what.do === 'log') await note(change, contact, { ...directionOf(what.kind), kind: what.kind, weight: 'counts' });
  else if (what.do === 'skip') await note(change, contact, { kind: 'skip', note: trimmed(what.reason) });
  else if (what.do === 'stage') await moveTo(change, contact, what.stage);
  else if (what.do === 'tag' || what.do === 'untag') await retag(change, contact, what);
  else if (what.do === 'snooze') {
    await change.patchContact(contact.id, { snoozedUntilOn: what.untilOn, snoozedAt: at });
  } else {
    const pauseReason = trimmed(what.reason);
    await change.patchContact(contact.id, { pausedAt: at, pausedUntilOn: what.untilOn, pauseReason });
  }
}

function directionOf(kind: Deed<'log'>['kind']): Pick<Interaction, 'direction'> {
  return isWritten(kind) ? { direction: 'out' } : {};
}

function trimmed(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}

/** Who stands at that stage already stays as they are, and their timeline says nothing of it. */
async function moveTo(change: Change, contact: Contact, stage: Deed<'stage'>['stage']): Promise<void> {
  if (contact.stage === stage) return;
  await change.patchContact(contact.id, { stage });
  await note(change, contact, { kind: 'stage', stage });
}

async function retag(change: Change, { id, tags = [] }: Contact, what: Deed<'tag' | 'untag'>): Promise<void> {
  const tag = tagOf(what);
  if (tags.includes(tag) === (what.do === 'tag')) return;
  const wanted = what.do === 'tag' ? [...tags, tag] : tags.filter((one) => one !== tag);
  await change.patchContact(id, { tags: wanted.length === 0 ? undefined : wanted });
}

/** One more entry of the contact's timeline, of this moment, by the user. */
async function note(change: Change, contact: Contact, entry: Pick<Interaction, 'kind'> & Partial<Interaction>) {
  const { context } = change;
  const made = { id: context.newId(), contactId: contact.id, occurredAt: context.now() };
  await change.append({ ...made, precision: 'instant', weight: 'weak', source: 'user', ...entry });
}

/** As tags are kept everywhere: without space around them, and words apart by one space. */
function tagOf({ tag }: Deed<'tag' | 'untag'>): string {
  return tag.trim().replaceAll(/\s+/g, ' ');
}

const saidOfLog = {
  call: 'doneBulkCall',
  meeting: 'doneBulkMeeting',
  mail: 'doneBulkMail',
  chat: 'doneBulkChat',
  letter: 'doneBulkLetter',
  gift: 'doneBulkGift',
  social: 'doneBulkSocial',
} as const;

function saidOf(what: What, people: string | Phrase, { context, settings }: Change): Phrase {
  if (what.do === 'log') return { key: saidOfLog[what.kind], values: [people] };
  if (what.do === 'stage') return { key: 'doneBulkStage', values: [people] };
  if (what.do === 'tag' || what.do === 'untag') {
    if (!tagOf(what)) throw new Refusal('errorBadRequest');
    return { key: what.do === 'tag' ? 'doneBulkTagged' : 'doneBulkUntagged', values: [tagOf(what), people] };
  }
  if (what.do === 'skip') {
    const today = civilDate(context.now(), context.timeZone);
    const day = sayDay(nextWorkingDay(addDays(today, 1), settings), today, context.locale);
    return { key: 'doneBulkSkipped', values: [day, people] };
  }
  if (what.untilOn === undefined) return { key: 'doneBulkPaused', values: [people] };
  const day = sayDay(what.untilOn, todayBefore(what.untilOn, context), context.locale);
  return { key: what.do === 'pause' ? 'doneBulkPausedUntil' : 'doneBulkSnoozed', values: [day, people] };
}
