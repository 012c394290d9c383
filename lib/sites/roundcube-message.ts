import type { RawSighting } from '@/lib/core/raw-sighting';
import { all, cut, first, isVisible } from '@/lib/sites/page-parts';
import { actionOf, contactFolder, messageOf, messageUrl } from '@/lib/sites/roundcube-page';
import { type Addressee, addresseesIn, dateText, textWithout } from '@/lib/sites/roundcube-people';
import type { BadgePlace, SeenPerson, SiteView } from '@/lib/sites/site-adapter';

/** The header of elastic, of larry, of classic. Mails attached to a mail have headers too, inside the body. */
const headers = ['#message-header', '#messageheader', 'table:has(+ #full-headers)'];
const body = '#messagebody';
const fields = ['from', 'to', 'cc', 'bcc'] as const;

/** An open message: a page of its own, or the preview frame beside the list. */
export const roundcubeMessage: SiteView = {
  name: 'thread',
  test: (url) => actionOf(url) === 'mail/show' || actionOf(url) === 'mail/preview',
  landmark: headers.join(', '),
  items: headers,
  // "Details" shows and hides the lists of recipients by a class.
  watch: ['class', 'title', 'href'],
  read: readMessage,
  place: (_item, carrier) => placeByName(carrier),
};

interface Shown extends Addressee {
  readonly role: (typeof fields)[number] | 'participant';
}

/** The header's lines by their class; without it the people are known, but not what they are to the mail. */
function peopleIn(item: Element): Shown[] {
  const people = fields.flatMap((role) => inField(item, role).map((one): Shown => ({ ...one, role })));
  if (people.length > 0) return people;
  return distinct(addresseesIn(item)).map((one): Shown => ({ ...one, role: 'participant' }));
}

function readMessage(item: Element, url: URL): readonly SeenPerson[] {
  const ref = messageOf(url);
  const folder = ref && contactFolder(item.ownerDocument, ref.mailbox);
  if (!folder || item.closest(body)) return [];
  const people = peopleIn(item);
  const addressed = people.filter(({ role }) => role === 'to' || role === 'cc');
  const replyTo = inField(item, 'replyto')[0];
  const shared: Omit<RawSighting, 'mailbox' | 'role'> = {
    from: people.find(({ role }) => role === 'from')?.mailbox,
    recipients: addressed.map(({ mailbox }) => mailbox),
    recipientCount: addressed.length > 0 ? addressed.length + leftOut(item) : undefined,
    replyTo: replyTo?.mailbox,
    dateText: dateOf(item),
    messageId: `${ref.mailbox}/${ref.uid}`,
    url: messageUrl(ref, url),
    subject: subjectOf(item),
    folder,
    rule: addressed.length > 0 ? 'message-header' : 'message-people',
  };
  const participant = replyTo && !people.some(({ address }) => address === replyTo.address) ? [replyTo] : [];
  return [...people, ...participant.map((one) => ({ ...one, role: 'participant' as const }))].map((one) => ({
    carrier: visibleTwin(one, item),
    sighting: { ...shared, mailbox: one.mailbox, role: one.role },
  }));
}

/** The people of one header line. Larry's preview has the same line twice, short and in full. */
function inField(item: Element, field: string): Addressee[] {
  return distinct(all(item, `td.header.${field}`).flatMap(addresseesIn));
}

function distinct(people: readonly Addressee[]): Addressee[] {
  const seen = new Set<string>();
  return people.filter(({ address }) => !seen.has(address) && seen.add(address));
}

/** Behind the tenth address stands "5 more…", whose script holds the rest. */
function leftOut(item: Element): number {
  return all(item, 'td.header.to a.morelink, td.header.cc a.morelink').reduce((sum, more) => {
    const digits = /\d+/.exec(more.textContent ?? '')?.[0];
    return sum + (digits ? Number(digits) : 1);
  }, 0);
}

/** Elastic's summary has the full date in every case; the table shortens recent ones. */
function dateOf(item: Element): string | undefined {
  const long = first(item, '.header-summary .text-nowrap')?.textContent;
  return dateText(long || first(item, 'td.header.date')?.textContent, item.ownerDocument);
}

/** The heading also holds words for screen readers and a button. */
function subjectOf(item: Element): string | undefined {
  const heading = first(item, 'h2.subject, h3.subject, td.header.subject');
  return (heading && cut(textWithout(heading, '.voice, a'), 300)) || undefined;
}

/** Of several elements that show the same person, the one that can be seen: the badge goes beside it. */
function visibleTwin({ element, address }: Addressee, item: Element): Element {
  if (isVisible(element)) return element;
  const twins = addresseesIn(item).filter((one) => one.address === address);
  return twins.find((twin) => isVisible(twin.element))?.element ?? element;
}

/** After the span that holds the name and the button to add it: its colour is the text's, while the link's tells nothing. */
function placeByName(carrier: Element): BadgePlace {
  const holder = carrier.parentElement;
  return { anchor: holder?.matches('span') ? holder : carrier, where: 'after' };
}
