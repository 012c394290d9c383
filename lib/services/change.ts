import type { Account } from '@/lib/core/account';
import type { Rules } from '@/lib/core/cadence';
import type { FollowUp } from '@/lib/core/follow-up';
import type { ActChange, AddressRow, Contact, Interaction, RowStamp, Ulid } from '@/lib/core/model';
import type { Recovery, RecoveryDeed, RecoveryEvent, RecoveryStamp } from '@/lib/core/recovery';
import type { Settings } from '@/lib/core/settings';
import type { HoldfastDatabase } from '@/lib/db/database';
import { rulesOf, settingsOf } from '@/lib/db/settings';
import { Refusal, type ServiceContext } from './context';
import { markStale, rederive } from './derived';
import { followContact } from './follow-contact';
import { type Moved, noteHandled } from './handled';
import { type Deletion, patch, stamp } from './patch';
import { followSeries } from './series-days';
import { settleByMail } from './settle-by-mail';

/** Fields a service may set; the stamp is the patch's own, derived fields are core's. */
type Derived = 'clock' | 'attentionAt' | 'urgentAt' | 'fadingAt' | 'words';
/** An event of a recovery before it is stamped. */
export type NewEvent = Omit<RecoveryStamp, 'recordedAt' | 'recordedBy'> & RecoveryDeed;
type ContactFields = Partial<Omit<Contact, 'id' | 'deletedAt' | Derived>>;

/**
 * Everything one request writes, inside one transaction: rows through `patch`, interactions appended, and what undo
 * will need. `finish` brings the derived fields of every touched contact up to date.
 */
export class Change {
  readonly #before = new Map<string, ActChange>();
  readonly #touched = new Set<Ulid>();
  readonly appendedIds: string[] = [];
  /** Events of recoveries. */
  readonly eventIds: string[] = [];
  added = 0;

  constructor(
    readonly db: HoldfastDatabase,
    readonly context: ServiceContext,
    readonly settings: Settings,
  ) {}

  /** A living contact, by its id or the id of one that was merged into it. */
  async contact(id: Ulid): Promise<Contact> {
    const found = await this.db.contacts.get(id);
    if (!found || found.deletedAt !== undefined) throw new Refusal('errorNotFound');
    return found.mergedIntoId ? this.contact(found.mergedIntoId) : found;
  }

  async interaction(id: string, contactId?: Ulid): Promise<Interaction> {
    const found = await this.db.interactions.get(id);
    if (!found || (contactId && found.contactId !== contactId)) throw new Refusal('errorNotFound');
    return found;
  }

  async addContact(fields: Omit<Contact, Derived | keyof RowStamp>) {
    const row: Contact = { ...fields, clock: {}, words: [], ...stamp(this.context) };
    await this.db.contacts.add(row);
    this.#note('contacts', row.id, null, row);
    this.added += 1;
    return row;
  }

  async patchContact(id: Ulid, fields: ContactFields & Deletion): Promise<Contact> {
    const before = await this.db.contacts.get(id);
    if (!before) throw new Refusal('errorNotFound');
    const after = patch<Contact>(before, fields, this.context);
    await this.db.contacts.put(after);
    this.#note('contacts', id, before, after);
    await followContact(this, before, after);
    return after;
  }

  /** Makes the address row, or changes the one that stands there, tombstones included. */
  async putAddress(address: string, fields: Partial<Omit<AddressRow, 'address' | 'deletedAt'>> & Deletion) {
    const before = await this.db.addresses.get(address);
    if (!before && fields.contactId === undefined) throw new Refusal('errorNotFound');
    const fresh: AddressRow = { address, contactId: fields.contactId ?? '', role: 'own', ...stamp(this.context) };
    const after = before ? patch<AddressRow>(before, fields, this.context) : { ...fresh, ...fields };
    await this.db.addresses.put(after);
    this.#note('addresses', address, before ?? null, after);
    if (before) this.touch(before.contactId);
    this.touch(after.contactId);
    if (!before) this.added += 1;
  }

  /** Makes the account, or changes it; its contacts may inherit from it. */
  async patchAccount(id: string, fields: Partial<Omit<Account, 'id' | 'deletedAt'>> & Deletion): Promise<Account> {
    const before = await this.db.accounts.get(id);
    const fresh: Account = { id, name: id, domains: [id], ...stamp(this.context) };
    const after = before ? patch<Account>(before, fields, this.context) : { ...fresh, ...fields };
    await this.db.accounts.put(after);
    this.#note('accounts', id, before ?? null, after);
    if (!before) this.added += 1;
    for (const contactId of await this.db.contacts.where('accountId').equals(id).primaryKeys()) this.touch(contactId);
    return after;
  }

  async addFollowUp(fields: Omit<FollowUp, keyof RowStamp>): Promise<FollowUp> {
    const row: FollowUp = { ...fields, ...stamp(this.context) };
    await this.db.followUps.add(row);
    this.#note('followUps', row.id, null, row);
    this.touch(row.contactId);
    this.added += 1;
    return row;
  }

  async patchFollowUp(id: Ulid, fields: Partial<Omit<FollowUp, 'id' | 'deletedAt'>> & Deletion): Promise<FollowUp> {
    const before = await this.db.followUps.get(id);
    if (!before) throw new Refusal('errorNotFound');
    const after = patch<FollowUp>(before, fields, this.context);
    await this.db.followUps.put(after);
    this.#note('followUps', id, before, after);
    this.touch(before.contactId);
    this.touch(after.contactId);
    return after;
  }

  async patchSettings(fields: Partial<Omit<Settings, 'key' | 'deletedAt'>>): Promise<Settings> {
    const before = await settingsOf(this.db, this.context.locale);
    const after = patch<Settings>(before, fields, this.context);
    const isNew = !(await this.db.meta.get('settings'));
    await this.db.meta.put(after);
    this.#note('settings', 'settings', before, after);
    if (isNew) this.added += 1;
    const { timeZone } = this.context;
    const [were, are] = [before, after].map((settings) => JSON.stringify(rulesOf(settings, timeZone)));
    if (were !== are) await markStale(this.db, timeZone);
    return after;
  }

  async append(row: Omit<Interaction, 'recordedAt' | 'recordedBy'>): Promise<Interaction> {
    const interaction = { ...row, recordedAt: this.context.now(), recordedBy: this.context.deviceId };
    await this.db.interactions.add(interaction);
    this.appendedIds.push(interaction.id);
    this.touch(interaction.contactId);
    this.added += 1;
    await settleByMail(this, interaction);
    await followSeries(this, interaction);
    return interaction;
  }

  /** Takes an entry back by a new entry; only the user's own word stands against what a page shows later. */
  async takeBack(interaction: Interaction, source: 'user' | 'page' = 'user'): Promise<void> {
    const { contactId, occurredAt, precision } = interaction;
    const id = this.context.newId();
    const voiding = { kind: 'void', weight: 'weak', source, voidsId: interaction.id } as const;
    await this.append({ id, contactId, occurredAt, precision, ...voiding });
  }

  async addRecovery(fields: Omit<Recovery, keyof RowStamp>): Promise<Recovery> {
    const row: Recovery = { ...fields, ...stamp(this.context) };
    await this.db.recoveries.add(row);
    this.#note('recoveries', row.id, null, row);
    await this.touchCustomer(row);
    this.added += 1;
    return row;
  }

  async patchRecovery(id: Ulid, fields: Partial<Omit<Recovery, 'id' | 'deletedAt'>> & Deletion): Promise<Recovery> {
    const before = await this.db.recoveries.get(id);
    if (!before) throw new Refusal('errorNotFound');
    const after = patch<Recovery>(before, fields, this.context);
    await this.db.recoveries.put(after);
    this.#note('recoveries', id, before, after);
    await this.touchCustomer(before);
    await this.touchCustomer(after);
    return after;
  }

  /** One more event of a recovery. Like interactions, none is ever changed. */
  async appendEvent(row: NewEvent): Promise<void> {
    const event: RecoveryEvent = { ...row, recordedAt: this.context.now(), recordedBy: this.context.deviceId };
    await this.db.recoveryEvents.add(event);
    this.eventIds.push(event.id);
    this.added += 1;
    const recovery = await this.db.recoveries.get(event.recoveryId);
    if (recovery) await this.touchCustomer(recovery);
  }

  /** Takes an event back by a new one. */
  async takeBackEvent(id: string): Promise<void> {
    const event = await this.db.recoveryEvents.get(id);
    if (!event) throw new Refusal('errorNotFound');
    const { recoveryId, occurredAt } = event;
    await this.appendEvent({ id: this.context.newId(), recoveryId, occurredAt, kind: 'void', voidsId: id });
  }

  /** A recovery concerns everybody at the account. */
  async touchCustomer({ contactId, accountId }: Pick<Recovery, 'contactId' | 'accountId'>): Promise<void> {
    this.touch(contactId);
    if (accountId === undefined) return;
    for (const id of await this.db.contacts.where('accountId').equals(accountId).primaryKeys()) this.touch(id);
  }

  /** A promise was written (`promise-rows.ts`). */
  wrote(before: object | undefined, after: { readonly id: string }): void {
    this.#note('promises', after.id, before ?? null, after);
  }

  touch(contactId: Ulid): void {
    this.#touched.add(contactId);
  }

  /** Rows as they were before and as this change left them. */
  get changed(): readonly ActChange[] {
    return [...this.#before.values()];
  }

  async finish(): Promise<void> {
    const rules = rulesOf(await settingsOf(this.db, this.context.locale), this.context.timeZone);
    // All at once: one after the other, each would wait for the database several times.
    const moves = await Promise.all([...this.#touched].map((id) => this.#move(id, rules)));
    const handled = moves.filter((one) => one !== undefined);
    await noteHandled(this.db, this.context, handled);
  }

  async #move(id: Ulid, rules: Rules): Promise<Moved | undefined> {
    const before = await this.db.contacts.get(id);
    if (!before) return undefined;
    const after = await rederive(this.db, before, rules);
    await this.db.contacts.put(after);
    return { before, after };
  }

  #note(table: ActChange['table'], key: string, before: unknown, after: unknown): void {
    const name = `${table}|${key}`;
    const earlier = this.#before.get(name);
    this.#before.set(name, { table, key, before: earlier ? earlier.before : before, after });
    if (table === 'contacts') this.touch(key);
  }
}
