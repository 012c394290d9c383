import { withAway } from '@/lib/core/away';
import { isTurnedOff, withSite } from '@/lib/core/site-switch';
import type { HoldfastDatabase } from '@/lib/db/database';
import { settingsOf } from '@/lib/db/settings';
import type { Hello, RequestOf } from '@/lib/messaging/protocol';
import { act } from './act';
import { Refusal, type ServiceContext } from './context';
import { addressesOf } from './people';
import { demandPeriod, settingsFrom } from './settings-check';

/** What a content script asks before it reads anything. */
export async function hello(db: HoldfastDatabase, _request: unknown, context: ServiceContext): Promise<Hello> {
  const settings = await settingsOf(db, context.locale);
  const { consentAt, badgesHiddenUntilAt, findPromises = false, offOrigins } = settings;
  const hidden = badgesHiddenUntilAt !== undefined && badgesHiddenUntilAt > context.now();
  return {
    consent: consentAt !== undefined && !isTurnedOff(offOrigins, context.caller.origin),
    hiddenUntilAt: hidden ? badgesHiddenUntilAt : undefined,
    findPromises,
    texts: context.pageTexts(),
    direction: context.direction,
  };
}

export function giveConsent(db: HoldfastDatabase, request: RequestOf<'giveConsent'>, context: ServiceContext) {
  return act(db, context, 'giveConsent', request.id, async (change) => {
    const ownAddresses = [...new Set([...change.settings.ownAddresses, ...addressesOf(request.ownAddresses)])];
    // The page that asks for consent says so; whoever agreed before it did has to say yes first.
    const { consentAt = context.now(), findPromises = true } = change.settings;
    await change.patchSettings({ consentAt, ownAddresses, findPromises });
    return { said: { key: 'doneConsent' }, contactIds: [] };
  });
}

const longestHiding = 86_400_000;

/** For screen sharing and the like; at most a day, so that nobody wonders next week where the badges went. */
export function hideBadges(db: HoldfastDatabase, request: RequestOf<'hideBadges'>, context: ServiceContext) {
  return act(db, context, 'hideBadges', request.id, async (change) => {
    const { untilAt } = request;
    const now = context.now();
    const within = (at: number) => Math.max(now, Math.min(at, now + longestHiding));
    const badgesHiddenUntilAt = untilAt === undefined ? undefined : within(untilAt);
    await change.patchSettings({ badgesHiddenUntilAt });
    return { said: { key: untilAt === undefined ? 'doneShown' : 'doneHidden' }, contactIds: [] };
  });
}

/** A site's pages are left alone at once, or read again; permission and everything stored stay. */
export function turnSite(db: HoldfastDatabase, request: RequestOf<'turnSite'>, context: ServiceContext) {
  return act(db, context, 'turnSite', request.id, async (change) => {
    const parsed = URL.parse(request.origin);
    const { caller } = context;
    if (!parsed || !(caller.isOurs || caller.origin === parsed.origin)) throw new Refusal('errorBadRequest');
    const { origin, host } = parsed;
    await change.patchSettings({ offOrigins: withSite(change.settings.offOrigins ?? [], origin, request.isOff) });
    return { said: { key: request.isOff ? 'doneSiteOff' : 'doneSiteOn', values: [host] }, contactIds: [] };
  });
}

/** Derived fields follow in the background: `refreshDerived`. */
export function changeSettings(db: HoldfastDatabase, request: RequestOf<'changeSettings'>, context: ServiceContext) {
  return act(db, context, 'changeSettings', request.id, async (change) => {
    await change.patchSettings(settingsFrom(request, change.settings));
    return { said: { key: 'doneSettings' }, contactIds: [] };
  });
}

/** The answer is kept with the settings, so that undo brings the question back. */
export function answerAway(db: HoldfastDatabase, request: RequestOf<'answerAway'>, context: ServiceContext) {
  return act(db, context, 'answerAway', request.id, async (change) => {
    const { fromOn, toOn, wasAway } = request;
    const period = demandPeriod({ fromOn, toOn });
    const { away } = change.settings;
    await change.patchSettings({ awayAnsweredOn: toOn, ...(wasAway && { away: withAway(away, period) }) });
    return { said: { key: wasAway ? 'doneAway' : 'doneNotAway' }, contactIds: [] };
  });
}
