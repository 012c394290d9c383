import { sayDay } from '@/lib/core/day-words';
import type { Contact } from '@/lib/core/model';
import type { Phrase } from '@/lib/core/phrase';
import { sayNumber } from '@/lib/core/wording';
import type { HoldfastDatabase } from '@/lib/db/database';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import { act } from './act';
import type { Change } from './change';
import { Refusal, type ServiceContext } from './context';
import { todayBefore } from './day-ahead';

type What = RequestOf<'bulk'>['what'];

/** The same for several contacts: one act, so that one undo takes all of it back. */
export function bulk(db: HoldfastDatabase, request: RequestOf<'bulk'>, context: ServiceContext): Promise<ActReply> {
  return act(db, context, 'bulk', request.id, async (change) => {
    const contacts = new Map<string, Contact>();
    for (const id of request.contactIds) {
      const contact = await change.contact(id);
      contacts.set(contact.id, contact);
    }
    const all = [...contacts.values()];
    const people = all.length === 1 ? (all[0]?.name ?? '') : manyPeople(all.length, context);
    const said = saidOf(request.what, people, context);
    for (const contact of all) await doOne(change, contact, request.what);
    if (request.what.do === 'log') {
      await change.patchSettings({ logsSinceCopy: change.settings.logsSinceCopy + all.length });
    }
    return { said, contactIds: [...contacts.keys()] };
  });
}

function manyPeople(count: number, { locale }: ServiceContext): Phrase {
  return { key: 'peopleOther', values: [sayNumber(count, locale)] };
}

async function doOne(change: Change, { id, tags = [] }: Contact, what: What): Promise<void> {
  const { context } = change;
  if (what.do === 'snooze') {
    await change.patchContact(id, { snoozedUntilOn: what.untilOn, snoozedAt: context.now() });
  } else if (what.do === 'pause') {
    await change.patchContact(id, { pausedAt: context.now(), pausedUntilOn: what.untilOn });
  } else if (what.do === 'tag') {
    const tag = what.tag.trim();
    if (!tags.includes(tag)) await change.patchContact(id, { tags: [...tags, tag] });
  } else {
    const { kind } = what;
    await change.append({
      id: context.newId(),
      contactId: id,
      kind,
      occurredAt: context.now(),
      precision: 'instant',
      ...(kind === 'mail' || kind === 'chat' ? { direction: 'out' as const } : {}),
      weight: 'counts',
      source: 'user',
    });
  }
}

const saidOfLog = {
  call: 'doneBulkCall',
  meeting: 'doneBulkMeeting',
  mail: 'doneBulkMail',
  chat: 'doneBulkChat',
} as const;

function saidOf(what: What, people: string | Phrase, context: ServiceContext): Phrase {
  if (what.do === 'log') return { key: saidOfLog[what.kind], values: [people] };
  if (what.do === 'tag') {
    if (!what.tag.trim()) throw new Refusal('errorBadRequest');
    return { key: 'doneBulkTagged', values: [what.tag.trim(), people] };
  }
  if (what.untilOn === undefined) return { key: 'doneBulkPaused', values: [people] };
  const day = sayDay(what.untilOn, todayBefore(what.untilOn, context), context.locale);
  return { key: what.do === 'pause' ? 'doneBulkPausedUntil' : 'doneBulkSnoozed', values: [day, people] };
}
