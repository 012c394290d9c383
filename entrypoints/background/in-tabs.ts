import { browser } from 'wxt/browser';
import { injectCard } from '@/lib/extension/inject';
import { insertInTab, mailTabs, showTab } from '@/lib/extension/mail-tabs';
import { patternOf } from '@/lib/extension/match-patterns';
import { wantCard } from '@/lib/extension/side-panel';
import { injectSite, isGranted, renewRegistration } from '@/lib/extension/sites';
import type { Insertion, RequestOf } from '@/lib/messaging/protocol';
import type { Handlers } from '@/lib/messaging/server';
import { composeFor } from '@/lib/services/compose-for';
import { composeFields } from '@/lib/sites/compose-fields';
import { database } from './database';

/** Messages that something in a tab answers. */
export const inTabs: Pick<Handlers, 'loadCard' | 'openSidePanel' | 'siteGranted' | 'insertText'> = {
  loadCard: async (_request, { tabId, frameId }) => {
    if (frameId !== undefined) await injectCard(tabId, frameId);
    return null;
  },
  // The panel itself was opened when the message came: after a wait it would be too late.
  openSidePanel: async ({ contactId }) => {
    await wantCard(contactId);
    return null;
  },
  siteGranted: async ({ origin, tabId }) => {
    if (!(await isGranted(origin))) return null;
    await renewRegistration();
    if (tabId !== undefined) await injectSite(tabId, patternOf(origin));
    return null;
  },
  insertText,
};

/** Longer addresses are cut or refused by some servers. */
const longestUrl = 8_000;

/** Into the mail that is being written to this contact, else into a new one. Sends nothing. */
async function insertText({ tabId, contactId, text, subject }: RequestOf<'insertText'>): Promise<Insertion> {
  const { addresses, site, url } = await composeFor(await database(), contactId);
  for (const id of tabId === undefined ? await mailTabs() : [tabId]) {
    if (!(await insertInTab(id, { name: 'insertText', text, addresses }))) continue;
    await showTab(id);
    return { inserted: true, where: 'editor' };
  }
  if (url === undefined) return { inserted: false, where: 'nowhere' };
  const filled = filledUrl(url, site ?? '', text, subject);
  // Behind the page that asked where the text is still to be brought: only a page in front may copy it.
  await browser.tabs.create({ url: filled ?? url, active: filled !== undefined });
  return { inserted: filled !== undefined, where: 'compose' };
}

/** `undefined`: the site takes no text that way, or not so much of it. */
function filledUrl(url: string, site: string, text: string, subject: string | undefined): string | undefined {
  const fields = composeFields[site];
  if (!fields || (fields.markup && text.includes(fields.markup))) return undefined;
  const about = subject ? `&${fields.subject}=${encodeURIComponent(subject)}` : '';
  const filled = `${url}${about}&${fields.body}=${encodeURIComponent(text)}`;
  return filled.length <= longestUrl ? filled : undefined;
}
