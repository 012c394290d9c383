import { type AgendaEntry, isOfToday, sortAgenda } from '@/lib/core/agenda';
import type { Contact, Interaction } from '@/lib/core/model';
import { entryOf, namedIn } from './agenda-rows';
import type { Moment } from './moment';
import type { WaitingRead } from './whole-list-queries';

/** What narrows the list; `undefined`: anybody. */
export interface ListFilter {
  readonly tag?: string;
  readonly site?: string;
}

/** Somebody who wants something today. */
export interface Waiting extends AgendaEntry {
  /** The host of the web application where they were seen last. `undefined`: on no page. */
  readonly site?: string;
}

/** Everybody who wants something today, whatever the day's budget, in the order of the list. */
export function waitingOf({ contacts, interactions }: WaitingRead, moment: Moment): readonly Waiting[] {
  const entries = contacts.map((contact) => ({ ...entryOf(contact, moment), site: siteOf(contact, interactions) }));
  return sortAgenda(entries.filter((one) => isOfToday(one, moment.today)));
}

/** Where their last contact was seen; after a call, where their newest mail was. */
function siteOf(contact: Contact, interactions: ReadonlyMap<string, Interaction>): string | undefined {
  const { lastContactId = '', threadUrl } = contact.clock;
  const named = [interactions.get(lastContactId), ...namedIn(contact, interactions)];
  const url = named.find((one) => one?.evidence)?.evidence?.origin ?? threadUrl;
  return url !== undefined && URL.canParse(url) ? new URL(url).host : undefined;
}

/** A tag or site to choose, and how many fit it beside what else was chosen. */
export interface FilterChoice {
  readonly value: string;
  readonly count: number;
}

export interface FilterChoices {
  readonly tags: readonly FilterChoice[];
  readonly sites: readonly FilterChoice[];
}

/** The tags and sites of everybody who waits, in order; what is chosen stays among them when nobody fits it any more. */
export function choicesOf(waiting: readonly Waiting[], { tag, site }: ListFilter): FilterChoices {
  return {
    tags: counted(waiting, fitting(waiting, { site }), ({ contact }) => contact.tags ?? [], tag),
    sites: counted(waiting, fitting(waiting, { tag }), (one) => (one.site === undefined ? [] : [one.site]), site),
  };
}

function counted(
  all: readonly Waiting[],
  fit: readonly Waiting[],
  valuesOf: (one: Waiting) => readonly string[],
  chosen: string | undefined,
): readonly FilterChoice[] {
  const counts = new Map([...all.flatMap(valuesOf), ...(chosen === undefined ? [] : [chosen])].map((one) => [one, 0]));
  for (const value of fit.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value.localeCompare(b.value));
}

/** Those who wait and fit the filter. */
export function fitting(waiting: readonly Waiting[], { tag, site }: ListFilter): readonly Waiting[] {
  if (tag === undefined && site === undefined) return waiting;
  return waiting.filter((one) => {
    const hasTag = tag === undefined || (one.contact.tags ?? []).includes(tag);
    return hasTag && (site === undefined || one.site === site);
  });
}

/** The tags that any of these people has, in order. */
export function tagsAmong(waiting: readonly Waiting[]): readonly string[] {
  return [...new Set(waiting.flatMap(({ contact }) => contact.tags ?? []))].sort((a, b) => a.localeCompare(b));
}
