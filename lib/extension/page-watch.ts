import { browser } from 'wxt/browser';
import type { MessageName, PeopleAnswer, PeopleChange } from '@/lib/messaging/protocol';
import { isNamed } from './message-name';
import { settled } from './settled';
import { type ActivePage, activePage, askWhoIsHere } from './tabs';

/** The page in front of a side panel. */
export type PageInFront =
  /** Another page came in front and has not answered yet. */
  | { readonly state: 'asking' }
  /** A page of the browser, or a site that was never granted: the browser does not tell which. */
  | { readonly state: 'unknown' }
  | { readonly state: 'not-granted'; readonly page: ActivePage; readonly origin: string }
  /** No frame of it has answered. */
  | { readonly state: 'silent' }
  | ({ readonly state: 'answered' /** `undefined`: a page of ours. */; readonly origin?: string } & PeopleHere);

/** Whom all frames of a page show, together. */
export interface PeopleHere {
  readonly mailboxes: readonly string[];
  readonly writing: readonly string[];
  /** Those of whom the page knows that they are tracked. */
  readonly contactIds: readonly string[];
  /** Those of them in an open mail or record. */
  readonly openIds: readonly string[];
}

const nobody: PeopleHere = { mailboxes: [], writing: [], contactIds: [], openIds: [] };

export interface PageWatch {
  again(): void;
  stop(): void;
}

/** A page that knows Holdfast answers at once; one that is busy gets this long. */
const patienceMs = 1_500;
/** A page that is still being drawn shows nobody for a moment. */
const emptyMs = 600;
/** Frames answer one by one. */
const togetherMs = 60;
/** A page that scrolls tells of new people again and again. */
const pauseMs = 150;

/**
 * Follows the tab in front of this window: which page it shows, and who is on it, told anew whenever that may have
 * changed. `newToken` makes what a page must repeat in its answer.
 */
export function watchPage(newToken: () => string, show: (page: PageInFront) => void): PageWatch {
  const watch = new Watch(newToken, show);
  const stopListening = listen(watch);
  watch.look();
  return {
    again: () => watch.look(),
    stop: () => {
      stopListening();
      watch.stop();
    },
  };
}

class Watch {
  tabId: number | undefined;
  readonly lookSoon = settled(pauseMs, async () => this.look());
  #round = new AbortController();
  #isOver = false;

  constructor(
    private readonly newToken: () => string,
    private readonly show: (page: PageInFront) => void,
  ) {}

  look(): void {
    if (this.#isOver) return;
    this.#round.abort();
    this.#round = new AbortController();
    void this.#lookAt(this.#round.signal);
  }

  stop(): void {
    this.#isOver = true;
    this.#round.abort();
  }

  async #lookAt(signal: AbortSignal): Promise<void> {
    const page = await activePage().catch(() => undefined);
    if (signal.aborted) return;
    const isOther = page?.tabId !== this.tabId;
    this.tabId = page?.tabId;
    if (!page?.origin) {
      const own = page && (await ownContact(page.tabId));
      if (signal.aborted) return;
      return this.show(own ? { state: 'answered', ...nobody, contactIds: [own] } : { state: 'unknown' });
    }
    if (!page.granted) return this.show({ state: 'not-granted', page, origin: page.origin });
    if (isOther) this.show({ state: 'asking' });
    this.#ask(page.tabId, page.origin, signal);
  }

  /** What was shown stays until there is an answer, so that nothing flickers while a page is drawn. */
  #ask(tabId: number, origin: string, signal: AbortSignal): void {
    const heard = {
      mailboxes: new Set<string>(),
      writing: new Set<string>(),
      contactIds: new Set<string>(),
      openIds: new Set<string>(),
    };
    const later = (ms: number, task: () => void) => {
      const timer = setTimeout(task, ms);
      signal.addEventListener('abort', () => clearTimeout(timer));
      return timer;
    };
    const tell = () => {
      const { mailboxes, writing, contactIds, openIds } = heard;
      this.show({
        state: 'answered',
        origin,
        mailboxes: [...mailboxes],
        writing: [...writing],
        contactIds: [...contactIds],
        openIds: [...openIds],
      });
    };
    const silence = later(patienceMs, () => this.show({ state: 'silent' }));
    let told: ReturnType<typeof setTimeout> | undefined;
    const stop = askWhoIsHere(tabId, this.newToken(), ({ mailboxes, writing, contactIds, openIds }) => {
      clearTimeout(silence);
      clearTimeout(told);
      for (const one of mailboxes) heard.mailboxes.add(one);
      for (const one of writing) heard.writing.add(one);
      for (const one of textsIn(contactIds)) heard.contactIds.add(one);
      for (const one of textsIn(openIds)) heard.openIds.add(one);
      const isEmpty = heard.mailboxes.size + heard.contactIds.size === 0;
      told = later(isEmpty ? emptyMs : togetherMs, tell);
    });
    signal.addEventListener('abort', stop);
  }
}

/** Whatever may mean that another page is in front, or that it shows other people. */
function listen(watch: Watch): () => void {
  const look = () => watch.look();
  const updated = (tabId: number, { url, status }: { readonly url?: string; readonly status?: string }) => {
    if (tabId === watch.tabId && (url !== undefined || status === 'complete')) watch.look();
  };
  const heard = (message: unknown, { tab }: { readonly tab?: { readonly id?: number } }) => {
    if (tab?.id !== undefined && tab.id === watch.tabId && isNews(message)) watch.lookSoon();
  };
  const { tabs, windows, permissions, runtime } = browser;
  tabs.onActivated.addListener(look);
  tabs.onUpdated.addListener(updated);
  windows.onFocusChanged.addListener(look);
  permissions.onAdded.addListener(look);
  permissions.onRemoved.addListener(look);
  runtime.onMessage.addListener(heard);
  return () => {
    tabs.onActivated.removeListener(look);
    tabs.onUpdated.removeListener(updated);
    windows.onFocusChanged.removeListener(look);
    permissions.onAdded.removeListener(look);
    permissions.onRemoved.removeListener(look);
    runtime.onMessage.removeListener(heard);
  };
}

/** Whose page of ours that tab shows, where the browser tells us of our own pages. */
async function ownContact(tabId: number): Promise<string | undefined> {
  const { url } = await browser.tabs.get(tabId).catch(() => ({ url: undefined }));
  if (!url?.startsWith(browser.runtime.getURL('/contact.html'))) return undefined;
  return new URL(url).searchParams.get('id') ?? undefined;
}

const change: PeopleChange['name'] = 'peopleChanged';
/** What a frame says that was never asked: it was not there yet. */
const report: MessageName = 'reportSightings';

function isNews(message: unknown): boolean {
  return isNamed(message, change) || isNamed(message, report);
}

/** Only our own scripts answer, but one of them runs in the page's process. */
function textsIn(list: PeopleAnswer['contactIds']): readonly string[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}
