import { mailboxKey } from '@/lib/core/address';
import { type Coverage, coverageOf } from '@/lib/core/coverage';
import { type Mailbox, parseMailbox } from '@/lib/core/mailbox';
import type { Contact, ContactRole, Interaction, MailboxRow, Ulid } from '@/lib/core/model';
import type { Settings } from '@/lib/core/settings';
import { type JudgedSighting, judge, reconcile, type SightingContext, sightingKey } from '@/lib/core/sighting';
import { standingOf } from '@/lib/core/standing';
import { isColleague, ownRoles } from '@/lib/core/verdict';
import type { HoldfastDatabase } from '@/lib/db/database';
import { rulesOf } from '@/lib/db/settings';
import type { BadgeView, RequestOf, SightingReply } from '@/lib/messaging/protocol';
import { badgeOf, probably } from './badge';
import { noteReturned } from './bounces';
import type { Change } from './change';
import { readerOf, type ServiceContext } from './context';
import { trackEveryone } from './everyone';
import { hashOf } from './hash';
import { noteMailbox, noteSearches, sameOrigin } from './mailboxes';
import { type Known, lookUp, nameOf, type Ourselves, ourselves } from './people';
import { type Recognised, recognise } from './recognise';
import { noteRecords } from './site-records';
import { rememberedUser } from './user';
import { write } from './write';

type Report = RequestOf<'reportSightings'>;
type Raw = Report['sightings'][number];

/** One sighting on its way through. */
interface Seen {
  /** What the page showed, also where it is not to be stored. */
  readonly raw: Raw;
  readonly mailbox: Mailbox;
  readonly judged: JudgedSighting;
}
/** A sighting of somebody tracked, ready to be compared with what is stored. */
export interface Proof {
  readonly contactId: Ulid;
  readonly judged: JudgedSighting;
  readonly occurredAt: number;
  readonly id: string;
}

/**
 * What a page showed: tracked people get their badge and whatever is new is appended; of everybody else nothing is
 * stored.
 */
export async function reportSightings(
  db: HoldfastDatabase,
  report: Report,
  context: ServiceContext,
): Promise<{ readonly replies: readonly SightingReply[] }> {
  const user = await rememberedUser(db, context.locale);
  const { settings } = user;
  const { mailbox, mailboxes } = await noteMailbox(db, mailboxReport(report), user, context);
  const us = ourselves(settings, mailboxes);
  const judging = judgingContext(report, mailbox, us, context);
  const roles = ownRoles(report.sightings, us.own);
  const seen = report.sightings.map((raw) => readSighting(raw, roles, judging, settings));
  const known = await store(db, seen, us, context);
  const hasSearched = await noteSearches(db, mailbox, report, context);
  await noteRecords(db, report.sightings, known, context);
  const strange = report.sightings.map((raw, index) => (isStrange(raw, seen[index], known[index]) ? raw : undefined));
  const recognised = await recognise(db, strange, context);
  const contacts = known.map((one, index) => one?.contact ?? recognised[index]?.contact);
  const coverage = coverageOf(hasSearched ? await db.mailboxes.toArray() : mailboxes, context.now());
  const reply = replier(contacts, us, settings, coverage, context);
  return { replies: seen.map((one, index) => reply(one, known[index], recognised[index])) };
}

/** No tracked address says who it is, and it is neither the user nor an address that may not be judged. */
function isStrange(raw: Raw, seen: Seen | undefined, known: Known | undefined): boolean {
  return !known && (seen !== undefined || !raw.mailbox.includes('@'));
}

/** Stores what is new about tracked people; tells who is tracked, in the order of the sightings. */
async function store(
  db: HoldfastDatabase,
  seen: readonly (Seen | undefined)[],
  us: Ourselves,
  context: ServiceContext,
): Promise<readonly (Known | undefined)[]> {
  const addresses = seen.map((one) => one?.mailbox.address ?? '');
  const before = await lookUp(db, addresses);
  const strangers = seen.filter((one, index) => one !== undefined && !before[index]).filter((one) => one !== undefined);
  const joined = await trackEveryone(db, strangers, us, context);
  const known = joined ? await lookUp(db, addresses) : before;
  const wrote = await appendNew(db, context, await newProofs(db, seen, known));
  const returned = await noteReturned(
    db,
    strangers.map(({ raw, judged }) => ({ judged, subject: raw.subject })),
    context,
  );
  return wrote || returned ? lookUp(db, addresses) : known;
}

function mailboxReport(report: Report) {
  const { site, account, view, folder, sightings } = report;
  const senders = sightings.filter((raw) => raw.folder === 'sent').map((raw) => raw.from ?? '');
  return { site, account, listed: view === 'list' ? folder : undefined, senders: [...new Set(senders)] };
}

/** Own addresses come from the mailbox itself where it shows them; its number in the page is the second best. */
export function judgingContext(
  report: Pick<Report, 'site' | 'view' | 'language'>,
  mailbox: MailboxRow,
  us: Ourselves,
  context: ServiceContext,
): SightingContext {
  const { site, view, language } = report;
  const named = mailbox.addresses[0] ?? mailbox.key.split('|').at(-1) ?? '';
  const { timeZone } = context;
  return { site, view, origin: context.caller.origin, mailbox: named, ...us, now: context.now(), timeZone, language };
}

function readSighting(
  raw: Raw,
  roles: ReadonlyMap<string, ContactRole>,
  judging: SightingContext,
  settings: Settings,
): Seen | undefined {
  const mailbox = parseMailbox(raw.mailbox);
  if (!mailbox || judging.own.has(mailboxKey(mailbox.address))) return undefined;
  const judged = judgeAllowed(raw, judging, settings, roles.get(raw.messageId ?? ''));
  return judged && { raw, mailbox, judged };
}

/** Judged by all the page shows, then without what may not be stored: links to elsewhere, unwanted subjects. */
export function judgeAllowed(
  raw: Raw,
  judging: SightingContext,
  settings: Settings,
  ownRole?: ContactRole,
): JudgedSighting | undefined {
  const judged = judge({ ...raw, url: sameOrigin(raw.url, judging.origin) }, judging, ownRole);
  if (!judged || settings.keepSubjects) return judged;
  return { ...judged, evidence: { ...judged.evidence, subject: undefined } };
}

/** What tracked people's sightings prove and the database does not hold, compared by one read: most of it is there. */
async function newProofs(
  db: HoldfastDatabase,
  seen: readonly (Seen | undefined)[],
  known: readonly (Known | undefined)[],
): Promise<readonly Proof[]> {
  const shown = await Promise.all(seen.map((one, index) => proofOf(one, known[index])));
  const proofs = shown.filter((proof) => proof !== undefined);
  if (proofs.length === 0) return [];
  const stored = await db.interactions.bulkGet(proofs.map(({ id }) => id));
  const fresh = proofs.map(async (proof, index): Promise<Proof | undefined> => {
    const taken = stored[index];
    if (!taken) return proof;
    if (taken.contactId === proof.contactId) return undefined;
    // The address was another contact's when the mail was first seen: each of them has an entry of its own.
    const id = await hashOf(JSON.stringify([proof.contactId, sightingKey(proof.judged)]));
    return (await db.interactions.get(id)) ? undefined : { ...proof, id };
  });
  return (await Promise.all(fresh)).filter((proof) => proof !== undefined);
}

/** `undefined`: it proves nothing, or just the mail on which the contact's clock rests, as most rows of a list do. */
async function proofOf(seen: Seen | undefined, known: Known | undefined): Promise<Proof | undefined> {
  if (!seen || !known || seen.judged.occurredAt === undefined) return undefined;
  const { judged } = seen;
  const { id: contactId, clock } = known.contact;
  const id = await hashOf(sightingKey(judged));
  if (clock.lastContactId === id || clock.doubtfulId === id) return undefined;
  return { contactId, judged, occurredAt: seen.judged.occurredAt, id };
}

/** Appends what is not there yet; `true`: something was. Most reports repeat what is known and take no lock. */
async function appendNew(db: HoldfastDatabase, context: ServiceContext, proofs: readonly Proof[]): Promise<boolean> {
  const fresh: Proof[] = [];
  for (const proof of proofs) if ((await compare(db, proof)).action === 'append') fresh.push(proof);
  if (fresh.length === 0) return false;
  await write(db, context, async (change) => {
    for (const proof of fresh) await appendProof(change, proof);
  });
  return true;
}

export async function appendProof(change: Change, proof: Proof): Promise<Interaction | undefined> {
  const found = await compare(change.db, proof);
  if (found.action === 'same') return undefined;
  const { direction, weight, doubt, precision, evidence } = proof.judged;
  return change.append({
    id: proof.id,
    contactId: proof.contactId,
    kind: 'mail',
    occurredAt: proof.occurredAt,
    precision,
    direction,
    weight,
    ...(doubt ? { doubt } : {}),
    source: 'page',
    evidence,
    ...(found.voidsId ? { voidsId: found.voidsId } : {}),
  });
}

/** Date-only entries stand at noon of their day, wherever the user was: two days either side hold every twin. */
const reach = 2 * 86_400_000;

async function compare(db: HoldfastDatabase, { contactId, judged, occurredAt, id }: Proof) {
  const sameId = await db.interactions.where('id').equals(id).count();
  if (sameId > 0) return { action: 'same' } as const;
  const near = await db.interactions
    .where('[contactId+occurredAt]')
    .between([contactId, occurredAt - reach], [contactId, occurredAt + reach], true, true)
    .toArray();
  return reconcile(near, judged, id);
}

function replier(
  contacts: readonly (Contact | undefined)[],
  us: Ourselves,
  settings: Settings,
  coverage: Coverage | undefined,
  context: ServiceContext,
) {
  const rules = rulesOf(settings, context.timeZone);
  const reader = { ...readerOf(context), coverage };
  const badges = new Map<Ulid, BadgeView>();
  for (const contact of contacts.filter((one) => one !== undefined)) {
    if (badges.has(contact.id)) continue;
    badges.set(contact.id, badgeOf(contact, standingOf(contact, reader, rules), reader, context));
  }
  return (seen: Seen | undefined, found: Known | undefined, recognised: Recognised | undefined): SightingReply => {
    if (found?.row.neverBadge) return { state: 'none' };
    const badge = found && badges.get(found.contact.id);
    if (badge) return { state: 'tracked', badge: { ...badge, seenAt: seen?.judged.occurredAt } };
    const theirs = recognised && badges.get(recognised.contact.id);
    if (theirs) {
      return {
        state: 'tracked',
        badge: recognised.isProbable ? probably(theirs, recognised.contact, context) : theirs,
      };
    }
    if (!seen) return { state: 'none' };
    const { judged, mailbox } = seen;
    const isNobody = judged.isRole || judged.doubt === 'mass-mail' || isColleague(mailbox.address, us);
    if (isNobody) return { state: 'none' };
    return { state: 'untracked', address: mailbox.address, name: nameOf(mailbox) };
  };
}
