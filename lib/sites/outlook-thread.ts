import { addressees, hasDraftMark, isBefore, type Shown, seen, senderOf, shown, textOf } from '@/lib/sites/mail-parts';
import { dateText, outlookPlace, shownFolder } from '@/lib/sites/outlook-page';
import { all, cut, first } from '@/lib/sites/page-parts';
import type { SeenPerson, SiteView } from '@/lib/sites/site-adapter';

const body = '[id^="UniqueMessageBody"]';
const date = '[data-testid="SentReceivedSavedTime"]';
const heading = '[role="heading"][id$="_SUBJECT"]';
const controls = 'button, [role="button"], [role="menuitem"], [role="toolbar"], [role="img"]';
const roles = ['to', 'cc', 'bcc'] as const;

/** An open conversation or message, beside the list or in a window of its own. */
export const outlookThread: SiteView = {
  name: 'thread',
  test: (url) => outlookPlace(url).view === 'thread',
  landmark: heading,
  // Written out, here and in other views: a bundler keeps a text that is put together even where nobody uses it.
  items: [
    '#ConversationReadingPaneContainer [aria-expanded]:has([id^="UniqueMessageBody"], [data-testid="SentReceivedSavedTime"])',
    '[role="main"]:has([id^="UniqueMessageBody"], [data-testid="SentReceivedSavedTime"])',
    '#ConversationReadingPaneContainer:has([id^="UniqueMessageBody"], [data-testid="SentReceivedSavedTime"])',
  ],
  watch: ['aria-expanded', 'aria-label', 'title'],
  read: readMessage,
  place: (_item, carrier) => ({ anchor: carrier, where: 'after' }),
};

function readMessage(item: Element, url: URL): readonly SeenPerson[] {
  const page = item.ownerDocument;
  const folder = shownFolder(page, url);
  const time = first(item, date);
  const end = time ?? first(item, body);
  const bodies = all(item, body).filter((one) => !one.parentElement?.closest(body));
  if (!folder || !end || bodies.length > 1 || item.parentElement?.closest(body) || hasDraftMark(item, end)) return [];
  const [top, ...lines] = linesOf(item, end);
  const sender = top && shown(top, said(top), 'from');
  if (!sender) return [];
  const groups = lines.slice(0, roles.length).map((line, at) => peopleIn(line, roles[at] ?? 'to'));
  const recipients = groups.flatMap(({ people }) => people);
  return seen([sender, ...recipients], {
    from: senderOf(sender),
    ...addressees(
      recipients,
      groups.some(({ isCut }) => isCut),
    ),
    dateText: time && dateText(cut(time.getAttribute('title') || textOf(time), 200), page),
    subject: textOf(first(page, heading)) || undefined,
    // Conversations opened from Sent hold mail of both directions; only its From tells them apart.
    folder: folder === 'sent' ? 'other' : folder,
    rule: bodies.length > 0 ? 'message' : 'message-collapsed',
  });
}

/** The labels before the date: From, then To, Cc and Bcc where they are. Their words are translated, a colon ends them. */
function linesOf(item: Element, end: Element): Element[] {
  const lines = all(item, '[aria-label], [data-testid="RecipientWell"]').filter(
    (line) => isBefore(line, end) && !line.closest(controls) && /^[^:：]{1,40}[:：]\s*\S/.test(labelOf(line)),
  );
  return lines.filter((line) => !lines.some((other) => other !== line && line.contains(other)));
}

function labelOf(line: Element): string {
  return line.getAttribute('aria-label') ?? textOf(line, 2_000);
}

function said(line: Element): string {
  return labelOf(line).replace(/^[^:：]*[:：]\s*/, '');
}

/** The label has the addresses; one of many people is cut, and then the elements of all of them say more. */
function peopleIn(line: Element, role: Shown['role']): { people: Shown[]; isCut: boolean } {
  const elements = all(line, '[data-lpc-hover-target-id], .lpc-hoverTarget');
  const parts = said(line).split(';');
  if (elements.length > parts.length) {
    const people = elements.flatMap((one) => shown(one, one.getAttribute('aria-label') || textOf(one), role) ?? []);
    return { people, isCut: people.length < elements.length };
  }
  const last = parts.at(-1) ?? '';
  const isCut = !last.includes('@') && /\d|…|\.\.\./.test(last);
  const named = isCut ? parts.slice(0, -1) : parts;
  const isPaired = elements.length === parts.length;
  return { people: named.flatMap((text, at) => shown((isPaired && elements[at]) || line, text, role) ?? []), isCut };
}
