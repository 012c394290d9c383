import type { Evidence, Interaction } from '@/lib/core/model';
import type { MessageKey } from '@/lib/core/phrase';
import { countText, text } from '@/lib/extension/text';

const views: Readonly<Record<string, MessageKey | undefined>> = {
  list: 'viewList',
  thread: 'viewThread',
  compose: 'viewCompose',
  record: 'viewRecord',
};
const dateOrigins: Readonly<Record<Evidence['dateOrigin'], MessageKey>> = {
  id: 'dateFromMessage',
  text: 'dateFromPage',
  seen: 'dateWhenSeen',
};

/** When the user entered or imported it. */
export function enteredOn({ source }: Interaction, day: string): string {
  return text(source === 'import' ? 'provenByImport' : 'provenByYou', day);
}

/** What proves an entry, in sentences: the page, the rule, and where the date came from. */
export function proofOf(evidence: Evidence): readonly string[] {
  const { origin, view, rule, address, dateOrigin, recipientCount } = evidence;
  const key = Object.hasOwn(views, view) ? views[view] : undefined;
  return [
    text('provenOn', hostOf(origin), key ? text(key) : view),
    text('provenByRule', rule, address),
    text(dateOrigins[dateOrigin]),
    ...(recipientCount === undefined ? [] : [countText(recipientCount, 'sentToOne', 'sentToOther')]),
  ];
}

function hostOf(origin: string): string {
  return URL.parse(origin)?.host ?? origin;
}
