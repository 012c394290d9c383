import { browser } from 'wxt/browser';
import type { MessageName, PeopleAnswer, PeopleQuestion } from '@/lib/messaging/protocol';
import { patternOf } from './match-patterns';
import { isNamed } from './message-name';

/** The page behind the popup, as far as the browser tells us. */
export interface ActivePage {
  readonly tabId: number;
  /** `https://mail.acme.example`; `undefined` where no extension may work, or where the browser does not say. */
  readonly origin?: string;
  /** Holdfast may read this page. */
  readonly granted: boolean;
}

/** The active tab of this window; `undefined` without one. */
export async function activePage(): Promise<ActivePage | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  const origin = originOf(tab.url);
  const granted = origin !== undefined && (await browser.permissions.contains({ origins: [patternOf(origin)] }));
  return { tabId: tab.id, origin, granted };
}

/** Asks for the page's permission. Call it directly in the click: the browser demands a fresh gesture. */
export function requestOrigin(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(origin)] });
}

/**
 * Asks every frame of the tab who is on the page. `onAnswer` gets the mailboxes of each frame as they come; the returned
 * function stops listening.
 */
export function askWhoIsHere(tabId: number, token: string, onAnswer: (answer: PeopleAnswer) => void) {
  const listener = (message: unknown, sender: { readonly tab?: { readonly id?: number } }) => {
    if (sender.tab?.id === tabId && isAnswer(message) && message.token === token) onAnswer(message);
  };
  browser.runtime.onMessage.addListener(listener);
  const question: PeopleQuestion = { name: 'whoIsHere', token };
  // A page without our script has nobody to answer; that is an answer too.
  void browser.tabs.sendMessage(tabId, question).catch(() => undefined);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/** Calls `onReport` whenever a page begins to tell the background whom it shows; returns the way to stop. */
export function hearReports(onReport: () => void): () => void {
  const report: MessageName = 'reportSightings';
  const listener = (message: unknown) => {
    if (isNamed(message, report)) onReport();
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/** Shows the page: an open tab of the same document goes there, so that no draft is lost; else a new tab opens. */
export async function openPage(url: string): Promise<void> {
  const { origin, pathname, search } = new URL(url);
  const document = `${origin}${pathname}${search}`;
  const same = (await tabsOf(origin)).find((tab) => tab.url?.split('#')[0] === document);
  if (same?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(same.id, same.url === url ? { active: true } : { active: true, url });
}

/** Shows the mailbox that begins at this address as it stands, if a tab has it open; else opens it. */
export async function showMailbox(home: string): Promise<void> {
  const own = (await tabsOf(home)).find((tab) => tab.url?.startsWith(home));
  if (own?.id === undefined) await browser.tabs.create({ url: home });
  else await browser.tabs.update(own.id, { active: true });
}

function tabsOf(url: string) {
  return browser.tabs.query({ url: patternOf(url) }).catch(() => []);
}

/** A page of ours that stands in a tab; `#copies`: the part of the settings where a saved file is chosen. */
type OwnPage =
  | '/welcome.html'
  | '/options.html#copies'
  | '/options.html#keys'
  | '/list.html'
  | `/contact.html?id=${string}`
  | `/contact.html?new=${string}`
  | `/recovery.html?id=${string}`;

/** Opens a page of ours in a tab. */
export async function openOwnPage(path: OwnPage): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}

/** Opens the settings page, or shows it where it is open already. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}

function isAnswer(message: unknown): message is PeopleAnswer {
  if (typeof message !== 'object' || message === null) return false;
  const { name, token, mailboxes, writing }: Partial<PeopleAnswer> = message;
  return name === 'peopleOnPage' && typeof token === 'string' && isTextList(mailboxes) && isTextList(writing);
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function originOf(url: string | undefined): string | undefined {
  if (!url) return undefined;
  const { protocol, origin } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}
