import type { Instant } from '@/lib/core/model';

/** What one look at a view of a site's page has shown, once the page had come to rest. */
export interface ViewSeen {
  readonly view: string;
  /** Rows, messages or records on screen, and how many of them told of somebody. */
  readonly rows: number;
  readonly people: number;
  /** Addresses that the markup of the view's list names and that were read nowhere in it; the cross-check. */
  readonly missed: number;
}

/** How well a view of a site can be read, on this device. */
export interface ViewHealth extends ViewSeen {
  readonly site: string;
  readonly origin: string;
  readonly seenAt: Instant;
  /** Since when nothing, or too little, was read there. `undefined`: it is read. */
  readonly blindSinceAt?: Instant;
  /** What the page is built like, without a letter of what it says. */
  readonly sample?: string;
}

/** The health of all sites; one row of `meta`. Local only. */
export interface HealthRow {
  readonly key: 'health';
  readonly views: readonly ViewHealth[];
}

const fewest = 3;
const mostViews = 60;
const doubtMs = 10 * 60_000;

/**
 * Is a view read, or has the page changed under its reader? `unclear`: too little on screen to say so. A list may hold
 * single rows without people, such as advertisements, but not rows alone.
 */
export function readability({ view, rows, people, missed }: ViewSeen): 'read' | 'blind' | 'unclear' {
  if (missed >= fewest && missed > people) return 'blind';
  if (people > 0) return 'read';
  return rows >= (view === 'list' ? fewest : 1) ? 'blind' : 'unclear';
}

/** The health of all views after one more look at one of them. */
export function withLook(
  views: readonly ViewHealth[],
  look: Omit<ViewHealth, 'seenAt' | 'blindSinceAt'>,
  now: Instant,
): readonly ViewHealth[] {
  const verdict = readability(look);
  if (verdict === 'unclear') return views;
  const isSame = (one: ViewHealth) => one.site === look.site && one.origin === look.origin && one.view === look.view;
  const { sample, ...seen } = look;
  const blind = { blindSinceAt: views.find(isSame)?.blindSinceAt ?? now, ...(sample === undefined ? {} : { sample }) };
  const after: ViewHealth = { ...seen, seenAt: now, ...(verdict === 'blind' ? blind : {}) };
  return [after, ...views.filter((one) => !isSame(one))].slice(0, mostViews);
}

/** Worth telling the user? A page that was only slow to load is not: it was blind at two looks some time apart. */
export function isUnreadable({ blindSinceAt, seenAt }: ViewHealth): boolean {
  return blindSinceAt !== undefined && seenAt - blindSinceAt >= doubtMs;
}
