import { browser } from 'wxt/browser';
import type { HoldfastDatabase } from '@/lib/db/database';
import { identityOf } from '@/lib/db/open-database';
import { loadReading } from '@/lib/extension/reading-script';
import { direction, locale, phrase } from '@/lib/extension/text';
import { timeZoneNow } from '@/lib/extension/time-zone';
import { newId } from '@/lib/messaging/new-id';
import type { Caller } from '@/lib/messaging/server';
import { pageTextKeys } from '@/lib/page/text-keys';
import type { ServiceContext } from '@/lib/services/context';
import { witnessCommit } from './database';

/** Address of our own pages, without a slash at the end. */
export function ownOrigin(): string {
  return browser.runtime.getURL('/').slice(0, -1);
}

/** A database keeps its id for as long as it is open. */
const deviceIds = new WeakMap<HoldfastDatabase, string>();

/** What services get to know; `afterWrite` runs once a change stands. */
export async function contextFor(db: HoldfastDatabase, caller: Caller, afterWrite: () => void) {
  const deviceId = deviceIds.get(db) ?? (await identityOf(db))?.dbId ?? '';
  if (deviceId !== '') deviceIds.set(db, deviceId);
  const committed = async (added: number) => {
    await witnessCommit(added);
    afterWrite();
  };
  return { ...surroundings(caller), deviceId, committed };
}

export function surroundings(caller: Caller): Omit<ServiceContext, 'deviceId' | 'committed'> {
  return {
    now: () => Date.now(),
    newId,
    timeZone: timeZoneNow(),
    locale: locale(),
    direction: direction(),
    text: phrase,
    pageTexts: () => Object.fromEntries(pageTextKeys.map((key) => [key, phrase({ key, values: ['$1', '$2', '$3'] })])),
    reading: loadReading,
    caller: { ...caller, isOurs: caller.origin === ownOrigin() },
  };
}

/** The background itself, where nobody asked. */
export const nobody = (): Caller => ({ origin: ownOrigin(), tabId: -1 });
