import { browser } from 'wxt/browser';
import { send } from '@/lib/messaging/client';
import type { MessageName, PeopleAnswer, PeopleChange, RequestOf, ResponseOf } from '@/lib/messaging/protocol';
import type { SiteAdapter } from '@/lib/sites/site-adapter';
import { type Ears, hear } from './notices';
import type { PageSurvey, PageTools, Survey } from './survey';

export type Send = <N extends MessageName>(name: N, request: RequestOf<N>) => Promise<ResponseOf<N>>;

/** Completes what a site's adapter reads by what can be read of any page. */
export type Complete = (own: Survey | undefined, tools: PageTools) => PageSurvey | undefined;

/** What the script of all pages that are no webmail brings. */
export interface MoreSites {
  readonly sites: readonly SiteAdapter[];
  readonly complete: Complete;
}

/** All that the page runtime touches outside its own code; a test puts its own in place. */
export interface World {
  readonly page: Document;
  readonly send: Send;
  url(): URL;
  siteFor(url: URL, page: Document): SiteAdapter | undefined;
  /** Left out, only known sites are read. */
  readonly complete?: Complete;
  /** Does our extension still exist? WXT's own context can be ended by the page, so it is not asked. */
  isAlive(): boolean;
  /** Hears what the background and the popup say; returns the way to stop. */
  listen(ears: Ears): () => void;
  answer(people: PeopleAnswer | PeopleChange): void;
  /** Did a person cause this event? A page can only make events of which this is untrue. */
  isTrusted(event: Event): boolean;
}

/** The page and extension this script really runs in. */
export function realWorld(siteFor: World['siteFor'], complete?: Complete): World {
  let known = new URL(location.href);
  return {
    page: document,
    send,
    // Asked at every frame of a busy page; nobody changes what it gets.
    url: () => {
      if (known.href !== location.href) known = new URL(location.href);
      return known;
    },
    siteFor,
    complete,
    isAlive: () => browser.runtime?.id !== undefined,
    listen: (ears) => {
      const listener = (message: unknown, _sender: unknown, respond: (isDone: boolean) => void) =>
        hear(message, ears, respond);
      browser.runtime.onMessage.addListener(listener);
      return () => browser.runtime?.onMessage?.removeListener(listener);
    },
    answer: (people) => {
      browser.runtime.sendMessage(people).catch(() => undefined);
    },
    isTrusted: (event) => event.isTrusted,
  };
}
