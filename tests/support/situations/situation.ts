import type { Account } from '@/lib/core/account';
import { clockOf, type Rules } from '@/lib/core/cadence';
import { civilDate } from '@/lib/core/calendar';
import type { Coverage } from '@/lib/core/coverage';
import type { Reader } from '@/lib/core/day-words';
import { badgePhrase, explain, reasonOf } from '@/lib/core/explain';
import type { Names } from '@/lib/core/explain-last';
import type { FollowUp } from '@/lib/core/follow-up';
import type { GivenPromise } from '@/lib/core/given-promise';
import type { Contact, Interaction } from '@/lib/core/model';
import type { RecoveryCase } from '@/lib/core/recovery';
import { standingOf } from '@/lib/core/standing';
import { suggest } from '@/lib/core/suggest';
import { aContact, at, endOf, english, historyOf, rules, timeZone } from '../rows';

/** What happened, and the moment at which somebody asks why. */
export interface Situation {
  readonly what: string;
  readonly rows: readonly Interaction[];
  /** A wall time; by default Friday 20 Nov 2026, at the end of the day. */
  readonly when?: string;
  readonly contact?: Partial<Contact>;
  readonly plans?: readonly FollowUp[];
  readonly cases?: readonly RecoveryCase[];
  readonly promises?: readonly GivenPromise[];
  readonly account?: Partial<Account>;
  readonly rules?: Partial<Rules>;
  readonly coverage?: Coverage;
  readonly names?: Names;
}

const today = '2026-11-20';
const stamp = { updatedAt: 1, updatedBy: 'device-1' };

/** A follow-up with Marta: a call, unless `changes` says otherwise. */
export function aPlan(dueOn: string, changes: Partial<FollowUp> = {}): FollowUp {
  const contactId = '01JAAAAAAAAAAAAAAAAAAAAAAA';
  return { ...stamp, id: '01JCCCCCCCCCCCCCCCCCCCCCCC', contactId, dueOn, channel: 'call', madeAt: 1, ...changes };
}

/** Mails of ours so many days apart, the last on that day. */
export function apart(last: string, gaps: readonly number[], mail: (wall: string) => Interaction): Interaction[] {
  let on = at(`${last} 09:00`);
  const before = gaps.map((gap) => {
    on -= gap * 86_400_000;
    return mail(`${civilDate(on, timeZone)} 09:00`);
  });
  return [mail(`${last} 09:00`), ...before];
}

/** Badge, the one sentence of the list, what the card says besides, and the next step. */
export function toldOf(one: Situation): { badge: string; sentence: string; card: string[]; next: string } {
  const under = { ...rules, ...one.rules };
  const known = { ...aContact(), ...one.contact };
  const account: Account = {
    ...stamp,
    id: 'norrsken.example',
    name: 'Norrsken',
    domains: ['norrsken.example'],
    ...one.account,
  };
  const history = historyOf(one.rows, {
    followUps: one.plans ?? [],
    account,
    recoveries: one.cases ?? [],
    promises: one.promises ?? [],
  });
  const contact = { ...known, clock: clockOf(known, history, under) };
  const moment = one.when ? { now: at(one.when), today: one.when.slice(0, 10) } : endOf(today);
  const reader: Reader = { ...moment, coverage: one.coverage, locale: 'en-GB', timeZone };
  const standing = standingOf(contact, reader, under);
  const sentence = english(reasonOf(contact, standing, one.rows, reader, one.names));
  const all = explain(contact, standing, one.rows, reader, one.names).map(english);
  return {
    badge: english(badgePhrase(standing, reader)),
    sentence,
    card: all.filter((other) => other !== sentence),
    next: english(suggest(contact, standing, reader).phrase),
  };
}
