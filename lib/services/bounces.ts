import { isMailSystem, longestReturnMs, mailReturned } from '@/lib/core/bounce';
import type { Interaction } from '@/lib/core/model';
import type { JudgedSighting } from '@/lib/core/sighting';
import type { HoldfastDatabase } from '@/lib/db/database';
import type { ServiceContext } from './context';
import { hashOf } from './hash';
import { write } from './write';

/** A mail of an untracked address, with the subject the page shows, kept or not. */
export interface Notice {
  readonly judged: JudgedSighting;
  readonly subject?: string;
}

/**
 * Mail systems' notices among what a page showed: once for each, the contact whose mail came back gets an entry of it.
 * `true`: something was appended.
 */
export async function noteReturned(
  db: HoldfastDatabase,
  seen: readonly Notice[],
  context: ServiceContext,
): Promise<boolean> {
  const notices = seen.filter(({ judged }) => isMailSystem(judged.address) && judged.direction === 'in');
  const found: Fresh[] = [];
  for (const notice of notices) {
    const entry = await entryOf(db, notice);
    if (entry && !(await db.interactions.get(entry.id))) found.push(entry);
  }
  if (found.length === 0) return false;
  await write(db, context, async (change) => {
    for (const entry of found) if (!(await db.interactions.get(entry.id))) await change.append(entry);
  });
  return true;
}

type Fresh = Omit<Interaction, 'recordedAt' | 'recordedBy'>;

async function entryOf(db: HoldfastDatabase, { judged, subject }: Notice): Promise<Fresh | undefined> {
  const { occurredAt, precision, evidence } = judged;
  if (occurredAt === undefined) return undefined;
  const sent = await db.interactions
    .where('occurredAt')
    .between(occurredAt - longestReturnMs, occurredAt, true, true)
    .filter((one) => one.kind === 'mail' && one.direction === 'out')
    .toArray();
  const mail = mailReturned(judged, subject, sent);
  const contact = mail && (await db.contacts.get(mail.contactId));
  if (!mail || !contact || contact.deletedAt !== undefined) return undefined;
  const contactId = contact.mergedIntoId ?? contact.id;
  const { site, origin, mailbox, messageId = `at ${occurredAt}` } = evidence;
  return {
    id: await hashOf(JSON.stringify(['bounce', site, origin, mailbox, messageId, contactId])),
    contactId,
    kind: 'bounce',
    occurredAt,
    precision,
    direction: 'in',
    weight: 'weak',
    source: 'page',
    evidence: { ...evidence, address: mail.evidence?.address ?? evidence.address },
    aboutId: mail.id,
  };
}
