import type { RawSighting } from '@/lib/core/raw-sighting';
import { type Carrier, carrierOf, carriersIn, distinct, hasDigit, isInMessage, legacyId } from '@/lib/sites/gmail-dom';
import { type GmailUrl, readGmailUrl } from '@/lib/sites/gmail-url';
import { all, cut, first, isPlain } from '@/lib/sites/page-parts';
import type { BadgePlace, SeenPerson, SiteView } from '@/lib/sites/site-adapter';

/** The subject's innermost span; says which thread and which newest message the row stands for. */
const threadMark = '[data-legacy-thread-id], [data-thread-id]';

/** A list of conversations, or of messages where conversation view is off. */
export const gmailList: SiteView = {
  name: 'list',
  test: (url) => readGmailUrl(url)?.view === 'list',
  landmark: '[gh="tl"]',
  items: [
    // Rows without a thread are read as nobody; a selector that looks into 5,000 rows takes longer than a frame.
    '[gh="tl"] tr[id]',
    'tr.zA[id]',
    '[gh="tl"] [email], [gh="tl"] [data-hovercard-id]',
  ],
  watch: ['email', 'data-hovercard-id', 'data-legacy-thread-id', 'data-legacy-last-non-draft-message-id'],
  read(item, url) {
    const place = readGmailUrl(url);
    if (!place?.view || isInMessage(item)) return [];
    return item.matches('tr') ? readRow(item, place) : readLoose(item, place);
  },
  place: (item) => (item.matches('tr') ? placeInRow(item) : undefined),
};

function readRow(row: Element, place: GmailUrl): readonly SeenPerson[] {
  const lines = linesOf(row);
  const mark = firstIn(lines, threadMark);
  const messageId = mark && newestMessage(mark);
  if (!mark || !messageId) return [];
  const people = distinct(peopleIn(row));
  const turns = turnsOf(people[0], row);
  const single = people.length === 1 && !turns.many;
  const outgoing = place.folder === 'sent' || turns.addressed;
  const threadId = legacyId(mark.getAttribute('data-legacy-thread-id'), mark.getAttribute('data-thread-id'));
  const shared: Omit<RawSighting, 'mailbox' | 'role'> = {
    messageId,
    dateId: `gmail:${messageId}`,
    dateText: dateText(lines, mark),
    threadId,
    url: threadId && `${place.base}#all/${threadId}`,
    subject: cut(mark.textContent ?? '', 300) || undefined,
    row: single ? 'single' : 'newest',
    folder: place.folder,
    rule: row.closest('[gh="tl"]') ? 'row-in-list' : 'row-class',
    ...(outgoing && {
      recipients: people.map(({ mailbox }) => mailbox),
      recipientCount: turns.elided ? undefined : people.length,
    }),
    ...(!outgoing && single && { from: people[0]?.mailbox }),
  };
  const role = outgoing ? 'to' : single ? 'from' : 'participant';
  return people.map(({ element, mailbox }) => ({ carrier: element, sighting: { ...shared, mailbox, role } }));
}

/** Last resort when no row can be told: the person alone, with nothing known about the message. */
function readLoose(element: Element, place: GmailUrl): readonly SeenPerson[] {
  const carrier = carrierOf(element);
  if (!carrier) return [];
  const { mailbox } = carrier;
  return [
    { carrier: element, sighting: { mailbox, role: 'participant', folder: place.folder, rule: 'carrier-in-list' } },
  ];
}

/** Beside a reading pane a thread takes two or three rows; only the first has an id and the people. */
function linesOf(row: Element): Element[] {
  const lines = [row];
  let next = row.nextElementSibling;
  while (lines.length < 3 && next?.matches('tr:not([id])') && !first(next, '[role="checkbox"]')) {
    lines.push(next);
    next = next.nextElementSibling;
  }
  return lines;
}

function firstIn(lines: readonly Element[], selector: string): Element | undefined {
  return lines.map((line) => first(line, selector)).find(Boolean);
}

/** A thread of nothing but drafts has no such message: a draft is no contact. */
function newestMessage(mark: Element): string | undefined {
  if (mark.hasAttribute('data-standalone-draft-id')) return undefined;
  const sent = mark.getAttribute('data-legacy-last-non-draft-message-id');
  return legacyId(sent ?? mark.getAttribute('data-legacy-last-message-id'), undefined);
}

/** The row's people without the copy made for screen readers, which repeats them. */
function peopleIn(row: Element): Carrier[] {
  const twins = (row.getAttribute('aria-labelledby') ?? '').split(/\s+/);
  const carriers = carriersIn(row);
  const shown = carriers.filter(({ element }) => !isUnder(element, row, twins));
  return shown.length > 0 ? shown : carriers;
}

function isUnder(element: Element, row: Element, ids: readonly string[]): boolean {
  for (let at: Element | null = element; at && at !== row; at = at.parentElement) {
    if (at.id && ids.includes(at.id)) return true;
  }
  return false;
}

interface Turns {
  /** A count or `..` stands beside the names: the row is more than one message. */
  readonly many: boolean;
  /** `..`: people are left out. */
  readonly elided: boolean;
  /** Bare words stand before the first name ("To: "): the people are recipients. */
  readonly addressed: boolean;
}

/** What stands between the names. Text of the carriers themselves is a name, however odd. */
function turnsOf(person: Carrier | undefined, row: Element): Turns {
  const cell = person?.element.closest('[role="gridcell"], td');
  if (!person || !cell || !row.contains(cell)) return { many: false, elided: false, addressed: false };
  const twins = (row.getAttribute('aria-labelledby') ?? '').split(/\s+/);
  const texts: string[] = [];
  let before = '';
  const walk = (node: Node): void => {
    if (node instanceof Element) {
      if (node.matches('[email], [data-hovercard-id]') || twins.includes(node.id)) return;
      for (const child of node.childNodes) walk(child);
      return;
    }
    const text = node.nodeType === 3 ? (node.textContent ?? '') : '';
    texts.push(text);
    // A draft mark stands in a span of its own; "To: " stands bare around the names.
    if (node.parentElement?.contains(person.element) && isBefore(node, person.element)) before += text;
  };
  walk(cell);
  const rest = texts.join('|');
  const elided = /\.\.|…/.test(rest);
  return { many: elided || hasDigit(rest), elided, addressed: (isPlain(before) ? /[a-z]/i : /\p{L}/u).test(before) };
}

function isBefore(node: Node, other: Node): boolean {
  return Boolean(node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** The full date is the last titled span whose label says the same; of a thread with a newer draft it is the draft's. */
function dateText(lines: readonly Element[], mark: Element): string | undefined {
  const newest = mark.getAttribute('data-legacy-last-message-id');
  const sent = mark.getAttribute('data-legacy-last-non-draft-message-id');
  if (newest && sent && newest !== sent) return undefined;
  const titles = lines
    .flatMap((line) => all(line, 'span[title][aria-label]'))
    .filter((span) => span.getAttribute('title') === span.getAttribute('aria-label'))
    .map((span) => span.getAttribute('title') ?? '')
    .filter(hasDigit);
  return cut(titles.at(-1) ?? '', 200) || undefined;
}

/** Before the subject, where Gmail puts its labels: in that flex line only the text yields. */
function placeInRow(row: Element): BadgePlace | undefined {
  const lines = linesOf(row);
  const labels = lines.length > 1 ? labelLine(row, lines) : undefined;
  if (labels) return { anchor: labels, where: 'prepend' };
  const mark = firstIn(lines, threadMark);
  const line = mark && flexLine(mark);
  return line && { anchor: line, where: 'prepend' };
}

/** `div.xT` in `div.xS[role=link]`: the outermost box around the subject that still has its preview beside it. */
function flexLine(mark: Element): Element | undefined {
  const named = mark.closest('.xT');
  if (named) return named;
  const link = mark.closest('[role="link"]');
  let line = link?.firstElementChild ?? undefined;
  while (line && !line.contains(mark)) line = line.nextElementSibling ?? undefined;
  // In the vertical pane the link is the cell, one box further out.
  if (link?.matches('td')) line = line?.firstElementChild ?? undefined;
  return line === mark ? undefined : line;
}

/** `div.apu` of the vertical pane: in the third row, or, in two-row threads, behind the screen-reader copy. */
function labelLine(row: Element, lines: readonly Element[]): Element | undefined {
  const named = firstIn(lines, 'div.apu');
  if (named) return named;
  if (lines[2]) return first(lines[2], 'td > div > div');
  const person = peopleIn(row)[0]?.element;
  const cell = person?.closest('td');
  return person && cell
    ? all(cell, 'div').find((box) => box.parentElement === cell && !box.id && !box.contains(person))
    : undefined;
}
