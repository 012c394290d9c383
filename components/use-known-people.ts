import type { Contact, Interaction } from '@/lib/core/model';
import type { HoldfastDatabase } from '@/lib/db/database';
import { entryOf, namedIn, rowOf } from './agenda-rows';
import { useDatabase } from './database-context';
import { useMoment } from './moment';
import { namedInteractions } from './queries';
import type { RowView } from './row-view';
import { useLive } from './use-live';

interface PeopleRead {
  /** For whom it was read. */
  readonly wanted: string;
  readonly contacts: readonly Contact[];
  readonly interactions: ReadonlyMap<string, Interaction>;
}

interface KnownPeople {
  /** How they stand, in their order; those no longer tracked are left out. */
  readonly rows: readonly RowView[];
  /** Others are wanted by now, and these stay until those were read. */
  readonly isStale: boolean;
}

/** Contacts by their ids, live. `undefined`: not read yet. */
export function useKnownPeople(contactIds: readonly string[]): KnownPeople | undefined {
  const db = useDatabase();
  const moment = useMoment();
  const wanted = contactIds.join(' ');
  const read = useLive(() => readPeople(db, wanted), [db, wanted]);
  if (!read) return undefined;
  const { contacts, interactions } = read;
  const rows = contacts.map((one) => rowOf(entryOf(one, moment), namedIn(one, interactions), moment));
  return { rows, isStale: read.wanted !== wanted };
}

async function readPeople(db: HoldfastDatabase, wanted: string): Promise<PeopleRead> {
  const found = await db.contacts.bulkGet(wanted.split(' '));
  const heirs = await db.contacts.bulkGet(found.map((one) => one?.mergedIntoId ?? ''));
  const living = found.map((one, index) => (one?.mergedIntoId ? heirs[index] : one)).filter(isTracked);
  const contacts = [...new Map(living.map((contact) => [contact.id, contact])).values()];
  return { wanted, contacts, interactions: await namedInteractions(db, contacts) };
}

function isTracked(contact: Contact | undefined): contact is Contact {
  return contact !== undefined && contact.deletedAt === undefined;
}
