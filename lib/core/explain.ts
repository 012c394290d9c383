import { unsureBadge, unsurePhrase } from '@/lib/core/coverage';
import { type Reader, sayDay, whenPhrase } from '@/lib/core/day-words';
import { causes, owedSoon } from '@/lib/core/explain-cause';
import { facts, lastContactPhrase, type Names, probablyAnswered } from '@/lib/core/explain-last';
import type { Contact, Interaction } from '@/lib/core/model';
import type { Phrase } from '@/lib/core/phrase';
import { stageBadge } from '@/lib/core/recovery-stage';
import type { Standing } from '@/lib/core/standing';
import { sayNumber } from '@/lib/core/wording';

/** The pill's words, such as "Overdue 12 d"; with a question mark where mail that was not seen may make it wrong. */
export function badgePhrase(standing: Standing, { today, locale }: Pick<Reader, 'today' | 'locale'>): Phrase {
  if (standing.stage) return stageBadge(standing.stage, { today, locale });
  return unsureBadge(standing, locale) ?? sureBadge(standing, today, locale);
}

function sureBadge({ status, days = 0, hours = 0, dueOn, untilOn }: Standing, today: string, locale: string): Phrase {
  const count = [sayNumber(days, locale)];
  if (status === 'planned' && untilOn) return { key: 'statusPlanned', values: [shortDay(untilOn)] };
  if (status === 'overdue') return { key: 'statusOverdue', values: count };
  if (status === 'fading') return { key: 'statusFading', values: count };
  if (status === 'reply-owed') {
    if (hours > 0) return { key: 'statusReplyOwedHours', values: [sayNumber(hours, locale)] };
    return days > 0 ? { key: 'statusReplyOwedDays', values: count } : { key: 'statusReplyOwed' };
  }
  if (status === 'due') {
    return days > 0 && dueOn ? { key: 'statusDueSince', values: [shortDay(dueOn)] } : { key: 'statusDueToday' };
  }
  if (status === 'unseen') return { key: 'statusUnseen' };
  if (status === 'paused') return { key: 'statusPaused' };
  if (status === 'lost') return { key: 'statusLost' };
  return days > 0 ? { key: 'statusOnTrackDays', values: count } : { key: 'statusOnTrack' };

  function shortDay(on: string): string {
    return sayDay(on, today, locale, 'short');
  }
}

/** These say themselves what the last contact was. */
const tellsOfLast: ReadonlySet<string> = new Set(['whyProbablyAnswered', 'whyColleagueAnswered']);

/** Why the contact stands so, in full sentences, the cause first. `interactions`: those the clock names, if at hand. */
export function explain(
  contact: Contact,
  standing: Standing,
  interactions: readonly Interaction[],
  reader: Reader,
  names: Names = {},
): Phrase[] {
  const newer = facts(contact, interactions, reader, names);
  const isTold = !isAboutLast(standing) || newer.some(({ key }) => tellsOfLast.has(key));
  return [
    ...causes(contact, standing, reader, names),
    brokenPhrase(standing, reader),
    unsurePhrase(standing, (on) => whenPhrase(on, reader)),
    isTold ? undefined : lastContactPhrase(contact, interactions, reader),
    ...newer,
  ].filter((phrase) => phrase !== undefined);
}

/** The one sentence that says most, for a line of the list. */
export function reasonOf(
  contact: Contact,
  standing: Standing,
  interactions: readonly Interaction[],
  reader: Reader,
  names: Names = {},
): Phrase {
  const last = () => lastContactPhrase(contact, interactions, reader);
  const { reason, status } = standing;
  const broken = reason === 'plan-passed' ? brokenPhrase(standing, reader) : undefined;
  if (broken) return broken;
  const [cause] = causes(contact, standing, reader, names).filter((phrase) => phrase !== undefined);
  const byTime = reason === 'cadence' || (reason === 'none' && status !== 'lost' && status !== 'paused');
  if (!byTime) return cause ?? last();
  const unsure = unsurePhrase(standing, (on) => whenPhrase(on, reader));
  const telling = unsure ?? tellingCause(contact, standing, reader);
  return telling ?? probablyAnswered(contact, reader) ?? tellingFact(contact, interactions, reader) ?? last();
}

/** A promise whose day has gone by: what was seen, not what we cannot know. */
function brokenPhrase({ broken }: Standing, reader: Reader): Phrase | undefined {
  return broken && { key: 'whyPromiseBroken', values: [broken.about, sayDay(broken.on, reader.today, reader.locale)] };
}

/** What tells more of a silence than who wrote last. */
function tellingCause(contact: Contact, standing: Standing, reader: Reader): Phrase | undefined {
  if (standing.reason === 'none') return owedSoon(contact, reader);
  const { rhythmDays, moved } = contact.clock;
  const found = causes(contact, standing, reader, {}).filter((phrase) => phrase !== undefined);
  if (moved?.pausedUntilOn) return found.find(({ key }) => key === 'whyPauseEnded');
  return rhythmDays !== undefined || standing.status === 'fading' ? found.at(-1) : undefined;
}

function tellingFact(contact: Contact, interactions: readonly Interaction[], reader: Reader): Phrase | undefined {
  const { bouncedAt, colleagueAt, lastContactDirection } = contact.clock;
  const isTold = bouncedAt !== undefined || (colleagueAt !== undefined && lastContactDirection === 'in');
  return isTold ? facts(contact, interactions, reader, {})[0] : undefined;
}

/** A mail that waits says by itself who wrote last; of who is gone it does not matter. */
function isAboutLast({ reason, status }: Standing): boolean {
  return reason !== 'owed' && reason !== 'left' && status !== 'lost' && status !== 'reply-owed';
}
