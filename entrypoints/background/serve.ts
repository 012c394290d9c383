import { browser } from 'wxt/browser';
import { logError } from '@/lib/extension/log';
import { isGranted } from '@/lib/extension/sites';
import { openOwnPage } from '@/lib/extension/tabs';
import { tabBudget } from '@/lib/messaging/budget';
import type { MessageName, RequestOf, ResponseOf } from '@/lib/messaging/protocol';
import { type Caller, dispatch, type Gate, type Handlers, handlersFor, type Sender } from '@/lib/messaging/server';
import { errorKeyOf } from '@/lib/services/failure';
import { type ServiceName, services } from '@/lib/services/services';
import { demandConsent } from './consent';
import { contextFor, ownOrigin, surroundings } from './context';
import { database, repairDatabase } from './database';
import { inTabs } from './in-tabs';
import { seen } from './presence';
import { afterWrite } from './upkeep';

/** Answers one message; see `dispatch`. */
export function answer(message: unknown, sender: Sender) {
  return dispatch(message, sender, handlers, gate());
}

async function run<N extends ServiceName>(name: N, request: RequestOf<N>, caller: Caller): Promise<ResponseOf<N>> {
  const db = await database();
  const context = await contextFor(db, caller, afterWrite);
  if (name !== 'hello') await demandConsent(db, context);
  await seen(db, context);
  return services[name](db, request, context);
}

const handlers: Handlers = {
  ...handlersFor(services, run),
  ...inTabs,
  showRecovery: async ({ recoveryId }, caller) => {
    const db = await database();
    await demandConsent(db, await contextFor(db, caller, afterWrite));
    if (await db.recoveries.get(recoveryId)) await openOwnPage(`/recovery.html?id=${recoveryId}`);
    return null;
  },
  repair: async (request, caller) => {
    const reply = await repairDatabase(request, surroundings(caller));
    afterWrite();
    return reply;
  },
};

const hasBudget = tabBudget(() => Date.now());

function gate(): Gate {
  return { ownId: browser.runtime.id, ownOrigin: ownOrigin(), isGranted, hasBudget, explain };
}

function explain(error: unknown, name: MessageName) {
  const key = errorKeyOf(error);
  if (key !== 'errorNotFound' && key !== 'errorNoConsent') logError(name, error);
  return key;
}
