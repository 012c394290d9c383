import type { browser } from 'wxt/browser';
import type { AddressRow, Contact } from '@/lib/core/model';
import type { MessageName, RequestOf, ResponseOf } from '@/lib/messaging/protocol';
import type { Run } from './launch.ts';

declare const chrome: typeof browser;

/** Rows of one table as they stand now. Reads an existing database only: a test must never be the one that makes it. */
export async function rows<T = Record<string, unknown>>(run: Run, table: string): Promise<readonly T[]> {
  return run.observer.evaluate(async (name) => {
    const known = await indexedDB.databases();
    const newest = known.filter((each) => each.name?.startsWith('holdfast') && each.version).at(-1)?.name;
    if (!newest) return [];
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(newest);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    try {
      if (!db.objectStoreNames.contains(name)) return [];
      return await new Promise<T[]>((resolve, reject) => {
        const request = db.transaction(name).objectStore(name).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    } finally {
      db.close();
    }
  }, table) as Promise<readonly T[]>;
}

/** What the toolbar button shows. */
export async function toolbar(run: Run): Promise<{ readonly text: string; readonly title: string }> {
  return run.observer.evaluate(async () => ({
    text: await chrome.action.getBadgeText({}),
    title: await chrome.action.getTitle({}),
  }));
}

let actCount = 0;
/** A new id of the form that messages carry. */
export function actId(): string {
  actCount += 1;
  return `01HOLDFAST${String(actCount).padStart(16, '0')}`.replaceAll('L', 'M').replaceAll('O', 'P');
}

/** Asks the background as an extension page would: for what a journey needs before it starts. */
export async function ask<N extends MessageName>(
  run: Run,
  name: N,
  request: Omit<RequestOf<N>, 'id'>,
): Promise<ResponseOf<N>> {
  const reply: unknown = await run.observer.evaluate((message) => chrome.runtime.sendMessage(message), {
    name,
    request: { id: actId(), ...request },
  });
  const { ok, value, error } = reply as { ok: boolean; value: ResponseOf<N>; error?: string };
  if (!ok) throw new Error(`${name} was answered with ${error}`);
  return value;
}

/** Consent without the first-run page, for journeys that are about something else. */
export async function consent(run: Run, ...ownAddresses: readonly string[]): Promise<void> {
  await ask(run, 'giveConsent', { ownAddresses: [...ownAddresses] } as Omit<RequestOf<'giveConsent'>, 'id'>);
}

/** What Holdfast knows of somebody's last contact. */
export async function clockOf(run: Run, { address }: { readonly address: string }): Promise<Contact['clock']> {
  const known = await rows<AddressRow>(run, 'addresses');
  const contactId = known.find((row) => row.address === address)?.contactId;
  const contact = (await rows<Contact>(run, 'contacts')).find(({ id }) => id === contactId);
  if (!contact) throw new Error(`${address} is not tracked`);
  return contact.clock;
}
