import type { Dexie } from 'dexie';
import { upgradeContact, upgradeSettings } from '@/lib/core/upgrade';

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
  (db) => {
    db.version(2)
      .stores({
        contacts: 'id, attentionAt, urgentAt, fadingAt, *words, updatedAt, company, accountId, *tags',
        accounts: 'id, *domains, updatedAt',
        followUps: 'id, contactId, dueOn, updatedAt',
      })
      .upgrade(async (transaction) => {
        const contacts = transaction.table('contacts');
        await contacts.bulkPut((await contacts.toArray()).map(upgradeContact));
        const meta = transaction.table('meta');
        const settings = await meta.get('settings');
        if (settings) await meta.put(upgradeSettings(settings));
        // Without a zone, so that everything derived is made anew at the next start; the accounts before it.
        await meta.put({ key: 'derived', timeZone: '', wantsAccounts: true });
      });
  },
  (db) => {
    db.version(3)
      .stores({
        contacts:
          'id, attentionAt, urgentAt, fadingAt, *words, updatedAt, company, accountId, *tags, clock.recovery.openedAt',
        recoveries: 'id, contactId, accountId, updatedAt',
        recoveryEvents: 'id, recoveryId',
      })
      .upgrade(async (transaction) => {
        const meta = transaction.table('meta');
        const mark = await meta.get('derived');
        // Everything derived is made anew at the next start; before it, what went wrong becomes a recovery.
        await meta.put({ ...mark, key: 'derived', timeZone: '', nextId: undefined, wantsRecoveries: true });
      });
  },
  (db) => {
    db.version(4).stores({ promises: 'id, contactId, offeredUntilOn, updatedAt' });
  },
  (db) => {
    db.version(5).stores({ siteRecords: 'key, *addresses' });
  },
];
