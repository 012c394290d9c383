import type { Settings } from '@/lib/core/model';
import type { HoldfastDatabase } from '@/lib/db/database';
import { rulesOf, settingsOf } from '@/lib/db/settings';
import type { ActReply, Hello, RequestOf } from '@/lib/messaging/protocol';
import { act } from './act';
import { Refusal, type ServiceContext } from './context';
import { rebuildBatch } from './derived';
import { addressesOf } from './people';

/** What a content script asks before it reads anything. */
export async function hello(db: HoldfastDatabase, _request: unknown, context: ServiceContext): Promise<Hello> {
  const { consentAt, badgesHiddenUntilAt } = await settingsOf(db, context.locale);
  const hidden = badgesHiddenUntilAt !== undefined && badgesHiddenUntilAt > context.now();
  return {
    consent: consentAt !== undefined,
    hiddenUntilAt: hidden ? badgesHiddenUntilAt : undefined,
    texts: context.pageTexts(),
    direction: context.direction,
  };
}

export function giveConsent(db: HoldfastDatabase, request: RequestOf<'giveConsent'>, context: ServiceContext) {
  return act(db, context, 'giveConsent', request.id, async (change) => {
    const ownAddresses = [...new Set([...change.settings.ownAddresses, ...addressesOf(request.ownAddresses)])];
    await change.patchSettings({ consentAt: change.settings.consentAt ?? context.now(), ownAddresses });
    return { said: { key: 'doneConsent' }, contactIds: [] };
  });
}

const longestHiding = 86_400_000;

/** For screen sharing and the like; at most a day, so that nobody wonders next week where the badges went. */
export function hideBadges(db: HoldfastDatabase, request: RequestOf<'hideBadges'>, context: ServiceContext) {
  return act(db, context, 'hideBadges', request.id, async (change) => {
    const { untilAt } = request;
    const badgesHiddenUntilAt = untilAt === undefined ? undefined : Math.min(untilAt, context.now() + longestHiding);
    await change.patchSettings({ badgesHiddenUntilAt });
    return { said: { key: untilAt === undefined ? 'doneShown' : 'doneHidden' }, contactIds: [] };
  });
}

export async function changeSettings(
  db: HoldfastDatabase,
  request: RequestOf<'changeSettings'>,
  context: ServiceContext,
): Promise<ActReply> {
  const reply = await act(db, context, 'changeSettings', request.id, async (change) => {
    const { ownAddresses, cadenceDays, weekend, keepSubjects } = request;
    if (weekend?.some((day) => !Number.isInteger(day)) || (cadenceDays && !Number.isInteger(cadenceDays))) {
      throw new Refusal('errorBadRequest');
    }
    await change.patchSettings({
      ...(ownAddresses && { ownAddresses: addressesOf(ownAddresses) }),
      ...(cadenceDays && { cadenceDays }),
      ...(weekend && { weekend: [...new Set(weekend)] }),
      ...(keepSubjects !== undefined && { keepSubjects }),
    });
    if (cadenceDays || weekend) await markStale(db, context);
    return { said: { key: 'doneSettings' }, contactIds: [] };
  });
  await refreshDerived(db, context);
  return reply;
}

/** Derived fields rest on rules that have changed; contacts are done anew from the first on. */
export async function markStale(db: HoldfastDatabase, context: Pick<ServiceContext, 'timeZone'>): Promise<void> {
  await db.meta.put({ key: 'derived', timeZone: context.timeZone, nextId: '' });
}

/**
 * Brings derived fields up to date with rules and time zone, batch by batch; goes on where a killed worker stopped.
 * Called at every start and after every change of the rules. `true`: something was recomputed.
 */
export async function refreshDerived(db: HoldfastDatabase, context: ServiceContext): Promise<boolean> {
  const row = await db.meta.get('derived');
  const known = row?.key === 'derived' ? row : undefined;
  if (known?.timeZone !== context.timeZone) await markStale(db, context);
  let next = known?.timeZone === context.timeZone ? known.nextId : '';
  if (next === undefined) return false;
  while (next !== undefined) next = await refreshBatch(db, context, next);
  return true;
}

async function refreshBatch(db: HoldfastDatabase, context: ServiceContext, from: string): Promise<string | undefined> {
  const settings: Settings = await settingsOf(db, context.locale);
  return rebuildBatch(db, rulesOf(settings, context.timeZone), from);
}
