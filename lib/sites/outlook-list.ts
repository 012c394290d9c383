import { addressees, hasDraftMark, type Shown, seen, shown, textOf } from '@/lib/sites/mail-parts';
import { dateText, outlookPlace, shownFolder } from '@/lib/sites/outlook-page';
import { all, cut, first, isAddress } from '@/lib/sites/page-parts';
import type { SeenPerson, SiteView } from '@/lib/sites/site-adapter';

const controls = '[role="checkbox"], button, [role="button"]';
/** Day and time, however written; nothing else in a row has such a title. */
const wholeDate = /^[^:]{4,50}?\d{1,2}[:.]\d{2}(?:\s\p{L}[\p{L}. ]{0,9})?$/u;

/** A folder's list of conversations or messages; rows leave the page when they are scrolled away. */
export const outlookList: SiteView = {
  name: 'list',
  test: (url) => outlookPlace(url).view === 'list',
  landmark: '#MailList, [role="listbox"] [data-convid]',
  items: ['[role="option"][data-convid]', '[role="option"][data-focusable-row]'],
  // Rows are used again for other mails; without an address only the label tells.
  watch: ['data-convid', 'title', 'aria-label'],
  read: readRow,
  place(row) {
    const { sender, subject } = partsOf(row);
    if (subject) return { anchor: subject, where: 'before' };
    return sender && { anchor: sender, where: 'after' };
  },
};

interface Parts {
  /** The spans that name people. */
  readonly people: readonly Element[];
  readonly sender?: Element;
  readonly subject?: Element;
  /** `undefined`: none, or the title of something else looks like one too. */
  readonly date?: string;
}

/** Titled spans in their order: people, subject, date. Whoever wrote the subject does not get among the people by it. */
function partsOf(row: Element): Parts {
  const titled = all(row, 'span[title]').filter((span) => !span.closest(controls));
  const dates = titled.filter(isDate);
  const rest = titled.filter((span) => !isDate(span));
  const avatar = cut(first(row, '[role="checkbox"] [role="img"]')?.getAttribute('aria-label') ?? '', 200);
  const sender = (avatar && rest.find((span) => textOf(span).includes(avatar))) || rest[0];
  const box = sender?.parentElement;
  return {
    sender,
    people: rest.filter((span) => span.parentElement === box),
    subject: rest.find((span) => span.parentElement !== box),
    date: dates.length === 1 ? dates[0]?.getAttribute('title')?.trim() : undefined,
  };
}

function isDate(span: Element): boolean {
  return wholeDate.test((span.getAttribute('title') ?? '').trim());
}

function readRow(row: Element, url: URL): readonly SeenPerson[] {
  const page = row.ownerDocument;
  const folder = shownFolder(page, url);
  const { people: spans, sender, subject, date } = partsOf(row);
  if (!folder || !sender) return [];
  const isSent = folder === 'sent';
  const people = spans.flatMap((span) => peopleIn(span, isSent ? 'to' : 'participant'));
  const isCut = spans.some((span) => /…|\.\.\.|\+\d/.test(span.textContent ?? ''));
  return seen(people, {
    ...(isSent && addressees(people, isCut)),
    // The newest of a conversation with an unfinished answer is that answer.
    dateText: date && !hasDraftMark(row, subject) ? dateText(date, page) : undefined,
    threadId: row.getAttribute('data-convid') ?? undefined,
    subject: textOf(subject) || undefined,
    row: 'newest',
    certainty: isSent && !isCut && people.every(({ hasAddress }) => hasAddress) ? undefined : 'row-only',
    folder,
    rule: row.hasAttribute('data-convid') ? 'row' : 'row-focusable',
  });
}

/** `title` holds the address, or nothing; several people are one text. */
function peopleIn(span: Element, role: Shown['role']): Shown[] {
  const names = (span.textContent ?? '').replace(/^\s*\[[^[\]]*\]/, '').split(';');
  const addresses = (span.getAttribute('title') ?? '').split(/[;,]/).map((part) => part.trim().toLowerCase());
  const texts = addresses.every(isAddress)
    ? addresses.map((address, at) => `${names.length === addresses.length ? (names[at] ?? '') : ''}<${address}>`)
    : names;
  return texts
    .flatMap((text) => shown(span, text, role) ?? [])
    .filter((one) => one.hasAddress === addresses.every(isAddress));
}
