import { useLiveQuery } from 'dexie-react-hooks';
import type { Contact, Interaction } from '@/lib/core/model';
import type { HoldfastDatabase } from '@/lib/db/database';
import { entryOf, namedIn, rowOf } from './agenda-rows';
import { useDatabase } from './database-context';
import { useMoment } from './moment';
import { namedInteractions } from './queries';
import type { RowView } from './row-view';

interface PeopleRead {
  readonly contacts: readonly Contact[];
  readonly interactions: ReadonlyMap<string, Interaction>;
}

/** How these contacts stand, in their order, live; those no longer tracked are left out. `undefined`: not read yet. */
export function useKnownPeople(contactIds: readonly string[]): readonly RowView[] | undefined {
  const db = useDatabase();
  const moment = useMoment();
  const wanted = contactIds.join(' ');
  const read = useLiveQuery(() => readPeople(db, wanted.split(' ')), [db, wanted]);
  return read?.contacts.map((contact) => {
    return rowOf(entryOf(contact, moment), namedIn(contact, read.interactions), moment);
  });
}

async function readPeople(db: HoldfastDatabase, ids: readonly string[]): Promise<PeopleRead> {
  const found = await db.contacts.bulkGet([...ids]);
  const heirs = await db.contacts.bulkGet(found.map((one) => one?.mergedIntoId ?? ''));
  const living = found.map((one, index) => (one?.mergedIntoId ? heirs[index] : one)).filter(isTracked);
  const contacts = [...new Map(living.map((contact) => [contact.id, contact])).values()];
  return { contacts, interactions: await namedInteractions(db, contacts) };
}

function isTracked(contact: Contact | undefined): contact is Contact {
  return contact !== undefined && contact.deletedAt === undefined;
}
