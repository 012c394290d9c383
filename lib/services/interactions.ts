import { addDays, civilDate, isCalendarDate, noonOf } from '@/lib/core/calendar';
import { sayDay } from '@/lib/core/day-words';
import type { CalendarDate, Interaction } from '@/lib/core/model';
import type { MessageKey, Phrase } from '@/lib/core/phrase';
import { isTouch, versionsOf } from '@/lib/core/timeline';
import type { HoldfastDatabase } from '@/lib/db/database';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import { act } from './act';
import { Refusal, type ServiceContext } from './context';
import { interactionsOf } from './derived';
import { statedFor } from './site-records';

type Moment = Pick<Interaction, 'occurredAt' | 'precision'>;

/** The moment of something that happened on that day, or just now. A day that is still to come did not happen. */
function momentOf(on: CalendarDate | undefined, context: ServiceContext): Moment {
  const now = context.now();
  const today = civilDate(now, context.timeZone);
  if (on === undefined || on === today) return { occurredAt: now, precision: 'instant' };
  if (!isCalendarDate(on) || on > today) throw new Refusal('errorBadRequest');
  return { occurredAt: noonOf(on, context.timeZone), precision: 'day' };
}

function dayPhrase(moment: Moment, context: ServiceContext): string | Phrase {
  const { now, timeZone, locale } = context;
  return sayDay(civilDate(moment.occurredAt, timeZone), civilDate(now(), timeZone), locale);
}

type LoggedKind = RequestOf<'logInteraction'>['kind'];
const saidToday: Readonly<Record<LoggedKind, MessageKey>> = {
  call: 'doneCallToday',
  meeting: 'doneMeetingToday',
  mail: 'doneMailToday',
  chat: 'doneChatToday',
  letter: 'doneLetterToday',
  gift: 'doneGiftToday',
  social: 'doneSocialToday',
};
const saidOn: Readonly<Record<LoggedKind, MessageKey>> = {
  call: 'doneCallOn',
  meeting: 'doneMeetingOn',
  mail: 'doneMailOn',
  chat: 'doneChatOn',
  letter: 'doneLetterOn',
  gift: 'doneGiftOn',
  social: 'doneSocialOn',
};

/** Of what is written the user is taken for the writer; a call or a gift has no direction. */
export function isWritten(kind: LoggedKind): boolean {
  return kind === 'mail' || kind === 'chat' || kind === 'letter' || kind === 'social';
}

/** A touch the user tells of; "tried, no answer" is kept and does not count. */
export function logInteraction(
  db: HoldfastDatabase,
  request: RequestOf<'logInteraction'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'logInteraction', request.id, async (change) => {
    const contact = await change.contact(request.contactId);
    const moment = momentOf(request.occurredOn, context);
    const tried = request.outcome === 'tried';
    const { kind, note } = request;
    await change.append({
      id: request.id,
      contactId: contact.id,
      kind,
      ...moment,
      ...(isWritten(kind) || tried ? { direction: 'out' } : {}),
      ...(tried ? { weight: 'weak', doubt: 'tried-no-answer' } : { weight: 'counts' }),
      source: 'user',
      ...(note ? { note } : {}),
    });
    await change.patchSettings({ logsSinceCopy: change.settings.logsSinceCopy + 1 });
    return { said: saidOfLog(kind, tried, contact.name, moment, context), contactIds: [contact.id] };
  });
}

function saidOfLog(kind: LoggedKind, tried: boolean, name: string, moment: Moment, context: ServiceContext): Phrase {
  if (tried) return { key: 'doneTried', values: [name] };
  if (moment.precision === 'instant') return { key: saidToday[kind] };
  return { key: saidOn[kind], values: [dayPhrase(moment, context)] };
}

/** "Yesterday", "Date": the user's own entry again on another day, in place of the first. */
export function moveInteraction(
  db: HoldfastDatabase,
  request: RequestOf<'moveInteraction'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'moveInteraction', request.id, async (change) => {
    const old = await change.interaction(request.interactionId);
    await change.contact(old.contactId);
    if (old.source !== 'user' || !isTouch(old)) throw new Refusal('errorBadRequest');
    const moment = momentOf(request.occurredOn, context);
    await change.append({ ...old, id: request.id, ...moment, voidsId: old.id });
    return { said: { key: 'doneMoved', values: [dayPhrase(moment, context)] }, contactIds: [old.contactId] };
  });
}

/** A note alone never counts as contact. */
export function addNote(db: HoldfastDatabase, request: RequestOf<'addNote'>, context: ServiceContext) {
  return act(db, context, 'addNote', request.id, async (change) => {
    const { id, note } = request;
    const contact = await change.contact(request.contactId);
    const about = request.interactionId ? await change.interaction(request.interactionId, contact.id) : undefined;
    await change.append({
      id,
      contactId: contact.id,
      kind: 'note',
      ...momentOf(undefined, context),
      weight: 'weak',
      source: 'user',
      note,
      ...(about ? { aboutId: about.id } : {}),
    });
    return { said: { key: 'doneNote' }, contactIds: [contact.id] };
  });
}

/** Binds to that one message: their next one waits again. */
export function noReplyNeeded(db: HoldfastDatabase, request: RequestOf<'noReplyNeeded'>, context: ServiceContext) {
  return act(db, context, 'noReplyNeeded', request.id, async (change) => {
    const contact = await change.contact(request.contactId);
    const about = await change.interaction(request.interactionId, contact.id);
    await change.append({
      id: request.id,
      contactId: contact.id,
      kind: 'no-reply-needed',
      ...momentOf(undefined, context),
      weight: 'weak',
      source: 'user',
      aboutId: about.id,
    });
    return { said: { key: 'doneNoReplyNeeded' }, contactIds: [contact.id] };
  });
}

/** "This mail does not count", or what the user entered is taken back: kept, and out of the clock. */
export function discountInteraction(
  db: HoldfastDatabase,
  request: RequestOf<'discountInteraction'>,
  context: ServiceContext,
) {
  return act(db, context, 'discountInteraction', request.id, async (change) => {
    const contact = await change.contact(request.contactId);
    const { id, source } = await change.interaction(request.interactionId, contact.id);
    const all = await interactionsOf(db, contact.id);
    const versions = versionsOf(all, id);
    // Every version of it: an entry that was replaced would stand again when what replaced it goes.
    for (const one of all) if (versions.has(one.id)) await change.takeBack(one);
    return { said: { key: source === 'page' ? 'doneDiscounted' : 'doneTakenBack' }, contactIds: [contact.id] };
  });
}

const daysAgo = { 'this-week': 3, 'this-month': 15, longer: 45 } as const;

/** The user's answer to "Last in touch?": a baseline from which the clock runs until something is seen. */
export function setLastInTouch(
  db: HoldfastDatabase,
  request: RequestOf<'setLastInTouch'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'setLastInTouch', request.id, async (change) => {
    const contact = await change.contact(request.contactId);
    const today = civilDate(context.now(), context.timeZone);
    const { id, when } = request;
    const stated = when === 'as-stated' ? await statedFor(db, contact.id) : undefined;
    if (when === 'as-stated' && !stated) throw new Refusal('errorNotFound');
    const isAgo = when === 'this-week' || when === 'this-month' || when === 'longer';
    const on = isAgo ? addDays(today, -daysAgo[when]) : (stated?.on ?? when);
    const moment: Moment = { ...momentOf(on, context), precision: 'day' };
    const note = stated && context.text({ key: 'statedBy', values: [new URL(stated.origin).host] });
    const entry = { kind: 'baseline', weight: 'counts', source: 'user', ...(note ? { note } : {}) } as const;
    await change.append({ id, contactId: contact.id, ...moment, ...entry });
    return { said: { key: 'doneLastInTouch', values: [dayPhrase(moment, context)] }, contactIds: [contact.id] };
  });
}
