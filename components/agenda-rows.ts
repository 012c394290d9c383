import type { AgendaEntry } from '@/lib/core/agenda';
import { cadenceAfterSkips } from '@/lib/core/day-list';
import { badgePhrase, explain, reasonOf } from '@/lib/core/explain';
import { type Names, proofPhrase } from '@/lib/core/explain-last';
import type { Contact, Interaction } from '@/lib/core/model';
import { standingOf } from '@/lib/core/standing';
import { type Suggestion, suggest } from '@/lib/core/suggest';
import { phrase, text } from '@/lib/extension/text';
import type { Moment } from './moment';
import type { RowView } from './row-view';

/** How a contact stands today. */
export function entryOf(contact: Contact, moment: Moment): AgendaEntry {
  return { contact, standing: standingOf(contact, moment, moment) };
}

/** A line of the list in words. `interactions`: at least those that the contact's clock names. */
export function rowOf(entry: AgendaEntry, interactions: readonly Interaction[], moment: Moment): RowView {
  const { contact, standing } = entry;
  const step = suggest(contact, standing, moment);
  const longerCadence = step.situation === 'often-skipped' ? cadenceAfterSkips(contact) : undefined;
  return {
    contactId: contact.id,
    name: contact.name,
    company: contact.company,
    status: standing.status,
    label: phrase(badgePhrase(standing, moment)),
    reason: phrase(reasonOf(contact, standing, interactions, moment)),
    step: { ...step, label: phrase(step.phrase) },
    owedInteractionId: contact.clock.owed?.interactionId,
    canSkip: canWait(standing.status) && standing.reason !== 'recovery',
    ...(longerCadence === undefined ? {} : offerOf(longerCadence, step)),
  };
}

/** After three times "not now" the line asks whether the cadence is right. */
function offerOf(longerCadence: number, { act }: Suggestion): Partial<RowView> {
  return {
    longerCadence,
    reason: text('skipsOffer', longerCadence),
    step: { label: text('skipsAccept', longerCadence), act },
  };
}

function canWait(status: RowView['status']): boolean {
  return status === 'due' || status === 'overdue' || status === 'fading';
}

/** Why the contact stands so, in full sentences, and what proves it. */
export function sentencesOf(
  { contact, standing }: AgendaEntry,
  interactions: readonly Interaction[],
  moment: Moment,
  names?: Names,
): string[] {
  const proof = proofPhrase(contact, standing, interactions);
  return [...explain(contact, standing, interactions, moment, names), ...(proof ? [proof] : [])].map(phrase);
}

/** The interactions that a contact's clock rests on, out of those at hand. */
export function namedIn({ clock }: Contact, interactions: ReadonlyMap<string, Interaction>): readonly Interaction[] {
  const ids = [clock.owed?.interactionId, clock.lastContactId, clock.doubtfulId];
  return ids.map((id) => (id === undefined ? undefined : interactions.get(id))).filter((row) => row !== undefined);
}
