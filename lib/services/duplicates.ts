import type { HoldfastDatabase } from '@/lib/db/database';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import { act } from './act';
import { Refusal, type ServiceContext } from './context';
import { mergeInto } from './further-address';

/** The user's word on two contacts that look like one person: they are one, or two. */
export function answerDuplicate(
  db: HoldfastDatabase,
  request: RequestOf<'answerDuplicate'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'answerDuplicate', request.id, async (change) => {
    const contact = await change.contact(request.contactId);
    const other = await change.contact(request.otherId);
    if (contact.id === other.id) throw new Refusal('errorBadRequest');
    if (request.isOne) return mergeInto(change, other, contact);
    await change.patchContact(contact.id, { notSameAsIds: [...(contact.notSameAsIds ?? []), other.id] });
    return { said: { key: 'doneTwoPeople', values: [contact.name, other.name] }, contactIds: [contact.id] };
  });
}
