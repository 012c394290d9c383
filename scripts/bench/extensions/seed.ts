import { clockOf, type Rules } from '@/lib/core/cadence';
import { civilDate } from '@/lib/core/calendar';
import type { Contact, Interaction } from '@/lib/core/model';
import { attentionOf } from '@/lib/core/standing';
import { searchWords } from '@/lib/core/words';
import { openOwnDatabase } from '@/lib/db/own-database';
import { rulesOf, settingsOf } from '@/lib/db/settings';
import { witnessStore } from '@/lib/db/witness-store';

/**
 * Fills the extension's database with contacts and some two years of their mail, straight into IndexedDB, and gives
 * every contact the derived fields that the product's own rules make of them. The first ones are the people of the
 * demo's mailbox.
 */
const day = 86_400_000;
const batch = 500;
const stamp = { updatedAt: 1, updatedBy: '01K1T0000000000000000DEV1C' };
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function ulidOf(number: number): string {
  let text = '';
  for (let rest = number, place = 0; place < 22; place++, rest = Math.floor(rest / 32)) text = digits[rest % 32] + text;
  return `01KA${text}`;
}

function mailsOf(number: number, contactId: string, address: string, each: number, now: number): Interaction[] {
  let at = now - (10 + (number % 80)) * day;
  return Array.from({ length: each }, (_, mail) => {
    at -= (1 + ((number * 7 + mail * 13) % 60)) * day;
    return {
      id: `mail-${number}-${mail}`,
      contactId,
      kind: 'mail',
      occurredAt: at,
      precision: 'instant',
      direction: (number + mail) % 2 ? 'in' : 'out',
      weight: 'counts',
      source: 'page',
      evidence: {
        site: 'gmail',
        view: 'thread',
        rule: 'bench',
        origin: 'https://mail.google.com',
        mailbox: 'robin@brightwater.example',
        address,
        role: 'from',
        messageId: `m-${number}-${mail}`,
        threadId: `t-${number}-${mail >> 1}`,
        dateOrigin: 'id',
      },
      recordedAt: at,
      recordedBy: stamp.updatedBy,
    };
  });
}

function contactOf(number: number, address: string, interactions: readonly Interaction[], rules: Rules): Contact {
  const name = `Person ${number}`;
  const bare: Contact = {
    ...stamp,
    id: ulidOf(number),
    name,
    stage: 'customer',
    trackedOn: civilDate(Date.now() - 800 * day, rules.timeZone),
    clock: {},
    words: searchWords(name, undefined, [address]),
  };
  const history = { interactions, followUps: [], promises: [], recoveries: [] };
  const known = { ...bare, clock: clockOf(bare, history, rules) };
  return { ...known, ...attentionOf(known, rules) };
}

async function seed(count: number, each: number): Promise<void> {
  const db = await openOwnDatabase();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const rules = rulesOf(await settingsOf(db, navigator.language), timeZone);
  const stores = db.backendDB();
  const now = Date.now();
  for (let from = 0; from < count; from += batch) {
    const change = stores.transaction(['contacts', 'addresses', 'interactions'], 'readwrite', {
      durability: 'relaxed',
    });
    for (let number = from; number < Math.min(count, from + batch); number++) {
      const address = `person${number}@company${Math.floor(number / 4)}.example`;
      const mails = mailsOf(number, ulidOf(number), address, each, now);
      change.objectStore('contacts').put(contactOf(number, address, mails, rules));
      change.objectStore('addresses').put({ ...stamp, address, contactId: ulidOf(number), role: 'own' });
      for (const mail of mails) change.objectStore('interactions').put(mail);
    }
    await new Promise<void>((resolve, reject) => {
      change.oncomplete = () => resolve();
      change.onerror = () => reject(change.error);
    });
  }
  db.close();
  // How often a snapshot is taken depends on how much there is.
  const witness = await witnessStore.read();
  if (witness) await witnessStore.write({ ...witness, rows: witness.rows + count * (2 + each) });
}

Object.assign(globalThis, { seed });
