import type { Dexie } from 'dexie';

/**
 * Every version of the database ever shipped, oldest first. Append only: a shipped entry is frozen, and each new one
 * adds `tests/fixtures/schema/v<N>.json`, from which `tests/schema.test.ts` proves the upgrade.
 */
export const versions: readonly ((db: Dexie) => void)[] = [
  (db) => {
    db.version(1).stores({
      contacts: 'id, attentionAt, fadingAt, *words, updatedAt, company',
      addresses: '&address, contactId',
      interactions: 'id, [contactId+occurredAt], occurredAt',
      acts: 'id, doneAt',
      mailboxes: 'key',
      pendingSends: 'id, tabId',
      meta: 'key',
    });
  },
];
