import { readability } from '@/lib/core/site-health';
import type { SiteAdapter } from '@/lib/sites/site-adapter';
import { sampleOf } from './censored-sample';
import { attribute, findAll, isHidden, isVisible } from './dom';
import type { Entry, PageSurvey } from './survey';
import type { World } from './world';

/** Long enough for an application to have shown what it has. */
const restTime = 5_000;
const againMs = 10 * 60_000;
const marks = ['href', 'data-email-address', 'email', 'data-hovercard-id', 'title'];
const marked = 'a[href^="mailto:" i], [data-email-address], [email], [data-hovercard-id], [title*="@"]';
const wholeAddress = /^(?:mailto:)?([^\s@<>"?]{1,64}@[^\s@<>"?]+\.[^\s@<>"?.]{2,})(?:\?.*)?$/i;
const mostMarked = 2_000;

/** Notices that a site has changed under its reader, and says so to the background; nobody else hears of it. */
export class HealthWatch {
  readonly #told = new Map<string, { readonly verdict: string; readonly at: number }>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Looks once the page has been at rest for a while; called at each change. */
  watch(world: World, adapter: SiteAdapter | undefined, survey: PageSurvey, tell: (sent: Promise<void>) => void): void {
    clearTimeout(this.#timer);
    if (!adapter) return;
    this.#timer = setTimeout(() => {
      const isOurs = survey.site.id === adapter.id && !isHidden(world.page) && world.isAlive();
      if (isOurs) tell(this.#look(world, adapter, survey.entries, Date.now()));
    }, restTime);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #look(world: World, adapter: SiteAdapter, entries: ReadonlyMap<Element, Entry>, now: number): Promise<void> {
    const { page } = world;
    const url = world.url();
    if (adapter.folder(page, url) === 'drafts') return;
    // A view of before may still stand there; only the one whose address it is must be read.
    for (const { name, landmark } of adapter.views.filter((view) => view.test(url))) {
      const place = findAll(page, landmark).find(isVisible);
      const items = [...entries.values()].filter(({ view }) => view.name === name);
      if (!place) continue;
      const seen = {
        view: name,
        rows: items.length,
        people: items.filter(({ people }) => people.length > 0).length,
        // Mails hold addresses of anybody; rows of a list do not.
        addresses: name === 'list' ? addressesIn(items.length > 0 ? items.map(({ item }) => item) : [place]) : 0,
      };
      const verdict = readability(seen);
      const told = this.#told.get(name);
      const isKnown = told?.verdict === verdict && (verdict === 'read' || now - told.at < againMs);
      if (verdict === 'unclear' || isKnown) continue;
      this.#told.set(name, { verdict, at: now });
      const sample = verdict === 'blind' ? sampleOf(items[0]?.item ?? place) : undefined;
      await world.send('reportHealth', { site: adapter.id, ...seen, sample });
    }
  }
}

/** How many addresses the markup names, whoever reads it. */
function addressesIn(roots: readonly Element[]): number {
  const found = new Set<string>();
  for (const root of roots) {
    for (const element of findAll(root, marked).slice(0, mostMarked).filter(isVisible)) {
      for (const mark of marks) {
        const address = wholeAddress.exec(attribute(element, mark))?.[1];
        if (address) found.add(address.toLowerCase());
      }
    }
  }
  return found.size;
}
