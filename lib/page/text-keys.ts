import type { MessageKey } from '@/lib/core/phrase';

/**
 * Every text badge, card and menu may show. The background sends them in its answer to `hello`, with `$1` … left in
 * place (`getMessage(key, ['$1', '$2'])`), because `browser.i18n` cannot follow the page's language.
 */
export const pageTextKeys = [
  'pageTrack',
  'pageTrackPerson',
  'pageMore',
  'pageBadgeAndMore',
  'pageClose',
  'pageNextPerson',
  'pageLog',
  'pageCall',
  'pageMeeting',
  'pageMail',
  'pageChat',
  'pageTried',
  'pageTriedCall',
  'pageTriedMail',
  'pageReply',
  'pageWrite',
  'pageSnooze',
  'pageSnoozeUntil',
  'pageMenu',
  'pageNoReplyNeeded',
  'pageIncident',
  'pageNotRight',
  'pageWrongPerson',
  'pageMailDoesNotCount',
  'pageNeverBadge',
  'pageUntrack',
  'pageHide',
  'pageCadenceDaily',
  'pageCadence',
  'pageUndo',
  'pageYesterday',
  'pageOtherDate',
  'pageAddNote',
  'pageNote',
  'pageSave',
  'pageBack',
  'pageLastInTouch',
  'pageThisWeek',
  'pageThisMonth',
  'pageLonger',
  'pageSearchMail',
  'pageTrackAs',
  'pageCustomer',
  'pageLead',
  'pageAddressOf',
  'pageAssistantOf',
  'pageNoCandidates',
  'pageStores',
  'errorDenied',
  'errorBadRequest',
  'errorNotFound',
  'errorDatabase',
  'errorDiskFull',
  'errorNoConsent',
  'errorUnexpected',
] as const satisfies readonly MessageKey[];

export type PageTextKey = (typeof pageTextKeys)[number];

const known: ReadonlySet<string> = new Set(pageTextKeys);

export function isTextKey(key: string): key is PageTextKey {
  return known.has(key);
}
