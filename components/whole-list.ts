import type { AgendaEntry } from '@/lib/core/agenda';
import type { AgendaRead } from './queries';

/** What narrows the list; `undefined`: anybody. */
export interface ListFilter {
  readonly tag?: string;
  readonly site?: string;
}

/** Everybody who wants something today, whatever the day's budget. */
export function waitingEntries({ parts }: AgendaRead): readonly AgendaEntry[] {
  return [...parts.overdue.entries, ...parts.today.entries];
}

/** The host of the web application that showed the last mail that counts. `undefined`: it was no mail of a page. */
export function siteOf({ contact }: AgendaEntry, { interactions }: AgendaRead): string | undefined {
  const origin = interactions.get(contact.clock.lastContactId ?? '')?.evidence?.origin;
  return origin && new URL(origin).host;
}

/** The tags and sites there are to choose from, in order. */
export function choicesOf(agenda: AgendaRead): { readonly tags: readonly string[]; readonly sites: readonly string[] } {
  const entries = waitingEntries(agenda);
  const sites = entries.map((entry) => siteOf(entry, agenda)).filter((site) => site !== undefined);
  return { tags: sorted(entries.flatMap(({ contact }) => contact.tags ?? [])), sites: sorted(sites) };
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort((a, b) => a.localeCompare(b));
}

/** Those who wait and fit the filter. */
export function fitting(agenda: AgendaRead, { tag, site }: ListFilter): readonly AgendaEntry[] {
  return waitingEntries(agenda).filter((entry) => {
    const hasTag = tag === undefined || (entry.contact.tags ?? []).includes(tag);
    return hasTag && (site === undefined || siteOf(entry, agenda) === site);
  });
}
