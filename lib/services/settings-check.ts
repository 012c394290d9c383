import { canonicalAddress, isFreeMail } from '@/lib/core/address';
import type { AwayPeriod } from '@/lib/core/away';
import { isCalendarDate } from '@/lib/core/calendar';
import type { Settings } from '@/lib/core/settings';
import type { RequestOf } from '@/lib/messaging/protocol';
import { Refusal } from './context';
import { addressesOf } from './people';

type Wanted = Omit<RequestOf<'changeSettings'>, 'id'>;
type Changed = Partial<Omit<Settings, 'key' | 'deletedAt'>>;

const wholeNumbers = [
  'cadenceDays',
  'owedAfterDays',
  'leastWorkingDays',
  'workStartMinutes',
  'workEndMinutes',
  'mostRecipients',
  'dailyBudget',
] as const;

/**
 * The request as settings to store: lists in order and without doubles.
 *
 * @throws {Refusal} something in it cannot be meant; nothing of it is stored then
 */
export function settingsFrom({ ...wanted }: Wanted & { readonly id?: string }, stored: Settings): Changed {
  const { id: _, ownAddresses, ownDomains, weekend, holidays, holidayRegion, away, countsToo, ...others } = wanted;
  const { ownName, extras, extraLimits, ...plain } = others;
  demandWholeNumbers(wanted);
  const { workStartMinutes = stored.workStartMinutes, workEndMinutes = stored.workEndMinutes } = wanted;
  if (workStartMinutes >= workEndMinutes) throw new Refusal('errorWorkHours');
  if (holidays?.some((on) => !isCalendarDate(on))) throw new Refusal('errorBadRequest');
  return {
    ...plain,
    ...(ownAddresses && { ownAddresses: addressesOf(ownAddresses) }),
    ...(ownDomains && { ownDomains: [...new Set(ownDomains.map(demandDomain))] }),
    ...(weekend && { weekend: [...new Set(weekend)] }),
    ...(holidays && { holidays: [...new Set(holidays)].sort() }),
    ...(holidayRegion !== undefined && { holidayRegion: holidayRegion ?? undefined }),
    ...(ownName !== undefined && { ownName: ownName ?? undefined }),
    ...(extras !== undefined && { extras: extras ?? undefined }),
    ...(extraLimits !== undefined && { extraLimits: extraLimits ?? undefined }),
    ...(away && { away: away.map(demandPeriod) }),
    ...(countsToo && { countsToo: [...new Set(countsToo)] }),
  };
}

/** Hours may be broken (an answer within half an hour), days may not. */
function demandWholeNumbers(wanted: Wanted): void {
  const cadences = [...Object.values(wanted.stageCadences ?? {}), ...Object.values(wanted.tagCadences ?? {})];
  const numbers = [
    ...wholeNumbers.map((name) => wanted[name] ?? 0),
    ...(wanted.weekend ?? []),
    ...cadences.map((days) => (days === 'none' || days === undefined ? 0 : days)),
  ];
  if (!numbers.every(Number.isInteger)) throw new Refusal('errorBadRequest');
}

/** First day not after the last, both on the calendar. */
export function demandPeriod({ fromOn, toOn }: AwayPeriod): AwayPeriod {
  if (!isCalendarDate(fromOn) || !isCalendarDate(toOn) || fromOn > toOn) throw new Refusal('errorPeriod');
  return { fromOn, toOn };
}

/** `@Acme.example` → `acme.example`. */
function demandDomain(text: string): string {
  const domain = canonicalAddress(`a@${text.trim().replace(/^@/, '')}`)?.slice(2);
  if (domain === undefined) throw new Refusal('errorDomain');
  if (isFreeMail(domain)) throw new Refusal('errorFreeMail');
  return domain;
}
