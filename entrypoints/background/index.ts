import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { settingsOf } from '@/lib/db/settings';
import { wakeName } from '@/lib/extension/alarms';
import { injectIntoOpenTabs } from '@/lib/extension/inject';
import { logError } from '@/lib/extension/log';
import { keepReading } from '@/lib/extension/reading-script';
import { openBesideSender } from '@/lib/extension/side-panel';
import { forgetGrants, injectInto, renewRegistration } from '@/lib/extension/sites';
import { locale } from '@/lib/extension/text';
import { isRequest } from '@/lib/messaging/server';
import { ownOrigin } from './context';
import { database } from './database';
import { seenAtStart } from './presence';
import { answer } from './serve';
import { start, wake } from './upkeep';

/** Listeners are registered at once, before anything is awaited: a worker is started for an event and must be there. */
export default defineBackground({
  main() {
    keepReading();
    browser.runtime.onMessage.addListener((message, sender, respond) => {
      if (!isRequest(message)) return false;
      openBesideSender(message, sender);
      void answer(message, sender).then(respond);
      return true;
    });
    browser.runtime.onInstalled.addListener(({ reason }) => void installed(reason).catch(report('installed')));
    browser.runtime.onStartup.addListener(() => void seenAtStart().catch(report('startup')));
    browser.alarms.onAlarm.addListener(({ name }) => void (name === wakeName && wake()));
    browser.permissions.onAdded.addListener(({ origins }) => void regrant(origins).catch(report('granted')));
    browser.permissions.onRemoved.addListener(() => void regrant().catch(report('removed')));
    void closeStorage().catch(report('access level'));
    void start();
  },
});

function report(where: string) {
  return (error: unknown) => logError(where, error);
}

/** Pages must not read what stands in the extension's storage. Firefox has no such switch: nothing private is kept there. */
async function closeStorage(): Promise<void> {
  const areas = [browser.storage.local, browser.storage.session];
  await Promise.all(areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
}

async function installed(reason: string): Promise<void> {
  if (reason === 'install') {
    const { consentAt } = await settingsOf(await database(), locale());
    if (consentAt === undefined) await browser.tabs.create({ url: `${ownOrigin()}/welcome.html` });
  }
  if (reason === 'install' || reason === 'update') await injectIntoOpenTabs();
}

async function regrant(origins: readonly string[] = []): Promise<void> {
  forgetGrants();
  await renewRegistration();
  await injectInto(origins);
}
