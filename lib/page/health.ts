import { readability } from '@/lib/core/site-health';
import { addressOf, decoded, isAddress } from '@/lib/sites/page-parts';
import type { SeenPerson, SiteAdapter } from '@/lib/sites/site-adapter';
import { sampleOf } from './censored-sample';
import { attribute, findAll, isHidden, isVisible } from './dom';
import type { PageSurvey } from './survey';
import type { World } from './world';

/** Long enough for an application to have shown what it has. */
const restTime = 5_000;
const againMs = 10 * 60_000;
const marks = ['href', 'data-email-address', 'email', 'data-hovercard-id', 'title'];
const marked = 'a[href^="mailto:" i], [data-email-address], [email], [data-hovercard-id], [title*="@"]';
const mostMarked = 2_000;

/** Notices that a site has changed under its reader, and says so to the background; nobody else hears of it. */
export class HealthWatch {
  /** What was found of each view, and when. */
  readonly #found = new Map<
    string,
    { readonly verdict: string; readonly isAnybodyRead: boolean; readonly at: number }
  >();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Looks once the page has been at rest for a while; called at each change. */
  watch(world: World, adapter: SiteAdapter | undefined, survey: PageSurvey, tell: (sent: Promise<void>) => void): void {
    clearTimeout(this.#timer);
    if (!adapter) return;
    this.#timer = setTimeout(() => {
      const isOurs = survey.site.id === adapter.id && !isHidden(world.page) && world.isAlive();
      if (isOurs) tell(this.#look(world, adapter, survey, Date.now()));
    }, restTime);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #look(world: World, adapter: SiteAdapter, { site, entries }: PageSurvey, now: number): Promise<void> {
    const { page } = world;
    const url = world.url();
    if (site.folder(page, url) === 'drafts') return;
    // A view of before may still stand there; only the one whose address it is must be read.
    for (const { name, landmark } of adapter.views.filter((view) => view.test(url))) {
      const place = findAll(page, landmark).find(isVisible);
      const items = [...entries.values()].filter(({ view }) => view.name === name);
      if (!place) continue;
      const people = items.filter((one) => one.people.length > 0).length;
      const before = this.#found.get(name);
      // Counting reads every row: not after each change, while it goes on as it was.
      if (before?.isAnybodyRead === people > 0 && now - before.at < againMs) continue;
      // Mails hold addresses of anybody; rows of a list do not.
      const roots = items.length > 0 ? items.map(({ item }) => item) : [place];
      const missed = name === 'list' ? missedIn(roots, items) : 0;
      const seen = { view: name, rows: items.length, people, missed };
      const verdict = readability(seen);
      if (verdict === 'unclear') continue;
      this.#found.set(name, { verdict, isAnybodyRead: people > 0, at: now });
      if (verdict === 'read' && before?.verdict === 'read') continue;
      const sample = verdict === 'blind' ? sampleOf(items[0]?.item ?? place) : undefined;
      await world.send('reportHealth', { site: adapter.id, ...seen, sample });
    }
  }
}

/** How many addresses the markup names that nobody has read there. */
function missedIn(roots: readonly Element[], items: readonly { readonly people: readonly SeenPerson[] }[]): number {
  const read = items.flatMap(({ people }) => people.flatMap(({ sighting }) => mailboxesOf(sighting)));
  const known = new Set(read.map(addressOf));
  const missed = new Set<string>();
  for (const root of roots) {
    for (const element of findAll(root, marked).slice(0, mostMarked).filter(isVisible)) {
      for (const mark of marks) {
        const address = addressOf(decoded(attribute(element, mark).replace(/^mailto:|\?.*$/gi, '')));
        if (isAddress(address) && !known.has(address)) missed.add(address);
      }
    }
  }
  return missed.size;
}

function mailboxesOf({ mailbox, from, replyTo, recipients = [] }: SeenPerson['sighting']): readonly string[] {
  return [mailbox, from, replyTo, ...recipients].filter((one) => one !== undefined);
}
