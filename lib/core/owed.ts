import type { Rules } from '@/lib/core/cadence';
import { addWorkingDays, civilDate, startOfDay } from '@/lib/core/calendar';
import type { OwedReply } from '@/lib/core/clock';
import type { Instant, Interaction, InteractionKind, LifecycleStage } from '@/lib/core/model';
import { counts, isSameMessage } from '@/lib/core/timeline';
import { couldFollow } from '@/lib/core/timeline-order';
import { versionsOf } from '@/lib/core/versions-of';
import { addWorkingMinutes } from '@/lib/core/working-time';

/**
 * Their message that waits for an answer. It is the newest of its thread and proven inbound; anything newer in the thread,
 * a mail to them, a logged talk, a colleague's answer or "No reply needed" ends it. Of several the one that waits longest.
 * `live`: what stands, newest first. `all`: also what was replaced, to follow "No reply needed" through corrections.
 */
export function owedReply(
  live: readonly Interaction[],
  all: readonly Interaction[],
  stage: LifecycleStage,
  rules: Rules,
): OwedReply | undefined {
  const mails = live.filter((one) => one.kind === 'mail');
  const settled = settledIds(live, all);
  const answers = live.filter(isAnswer);
  const waiting = (one: Interaction) =>
    counts(one) &&
    one.direction === 'in' &&
    !settled.has(one.id) &&
    !answers.some((answer) => couldFollow(answer, one, rules.timeZone));
  const found = [...threadsOf(mails)].map((thread) => firstRun(thread, waiting)).filter((run) => run.length > 0);
  const runs = found.sort((a, b) => sinceAt(a) - sinceAt(b));
  const run = runs[0];
  const newest = run?.[0];
  if (!run || !newest) return undefined;
  return {
    interactionId: newest.id,
    sinceAt: sinceAt(run),
    ...waitOf(sinceAt(run), stage, rules),
    url: newest.evidence?.url,
    subject: newest.evidence?.subject,
  };
}

/** From when on an answer is owed: so many working days later from its morning on, for some stages working hours later. */
function waitOf(
  sinceAt: Instant,
  stage: LifecycleStage,
  rules: Rules,
): Pick<OwedReply, 'dueAt' | 'dueOn' | 'isByHour'> {
  const hours = rules.owedAfterHours[stage];
  if (hours !== undefined) {
    const dueAt = addWorkingMinutes(sinceAt, hours * 60, rules);
    return { dueAt, dueOn: civilDate(dueAt, rules.timeZone), isByHour: true };
  }
  const dueOn = addWorkingDays(civilDate(sinceAt, rules.timeZone), rules.owedAfterDays, rules);
  return { dueAt: startOfDay(dueOn, rules.timeZone), dueOn };
}

/** Who writes a second time still waits since the first. */
function sinceAt(run: readonly Interaction[]): number {
  return run.at(-1)?.occurredAt ?? 0;
}

/** Ways of speaking with somebody, whoever began. A gift answers nothing. */
const answers: ReadonlySet<InteractionKind> = new Set(['call', 'meeting', 'chat', 'social']);

function isAnswer(one: Interaction): boolean {
  if (one.doubt === 'colleague') return true;
  if (!counts(one)) return false;
  return answers.has(one.kind) || one.direction === 'out';
}

function firstRun(thread: readonly Interaction[], waiting: (one: Interaction) => boolean): readonly Interaction[] {
  const end = thread.findIndex((one) => !waiting(one));
  return end < 0 ? thread : thread.slice(0, end);
}

/** The mails of each thread, newest first. A mail without a thread id may belong to any, so all mails are its thread. */
function threadsOf(mails: readonly Interaction[]): Iterable<readonly Interaction[]> {
  const threads = new Map<string, Interaction[]>();
  for (const one of mails) {
    const { site, origin, threadId } = one.evidence ?? {};
    if (threadId === undefined) continue;
    const key = JSON.stringify([site, origin, threadId]);
    const thread = threads.get(key);
    if (thread) thread.push(one);
    else threads.set(key, [one]);
  }
  const loose = mails.some((one) => one.evidence?.threadId === undefined);
  return loose ? [...threads.values(), [...mails]] : threads.values();
}

/** The mails that "No reply needed" was said of, however often they were seen again or corrected since. */
export function settledIds(live: readonly Interaction[], all: readonly Interaction[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const one of live) {
    if (one.kind === 'no-reply-needed' && one.aboutId !== undefined) {
      for (const id of versionsOf(all, one.aboutId)) ids.add(id);
    }
  }
  const settled = all.filter((one) => ids.has(one.id));
  for (const one of live) if (settled.some((known) => isSameMessage(known.evidence, one.evidence))) ids.add(one.id);
  return ids;
}
