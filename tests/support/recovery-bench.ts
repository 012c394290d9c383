import { expect } from 'vitest';
import type { Contact, Ulid } from '@/lib/core/model';
import { courseOf } from '@/lib/core/recovery-course';
import { rulesOf, settingsOf } from '@/lib/db/settings';
import { newId } from '@/lib/messaging/new-id';
import type { RequestOf } from '@/lib/messaging/protocol';
import { rebuildDerived } from '@/lib/services/derived';
import { services } from '@/lib/services/services';
import { aBench, aMail, aReport, type Bench, minute } from './background';

export type Deed = RequestOf<'recordRecovery'>['deed'];

/** A background in which Ann Lee of Acme is tracked, and what tests of her recovery do. */
export interface RecoveryBench extends Bench {
  readonly ann: Ulid;
  track(mailbox: string): Promise<Ulid>;
  /** Opens a recovery of Ann, or of that contact. */
  open(contactId?: Ulid): Promise<Ulid>;
  /** A minute later this is recorded. */
  record(
    recoveryId: Ulid,
    deed: Deed,
    more?: Partial<RequestOf<'recordRecovery'>>,
  ): Promise<{ readonly id: Ulid; readonly text: string }>;
  undo(actId: Ulid): Promise<unknown>;
  /** The contact, whose derived fields equal those made anew. */
  contact(id?: Ulid): Promise<Contact>;
  /** "done open locked locked locked locked". */
  steps(recoveryId: Ulid): Promise<string>;
  /** A page shows this mail. */
  see(mail: ReturnType<typeof aMail>): Promise<unknown>;
}

export async function aRecoveryBench(): Promise<RecoveryBench> {
  const bench = await aBench();
  const { db } = bench;
  const rules = async () => rulesOf(await settingsOf(db, 'en-GB'), 'Europe/Berlin');
  await services.giveConsent(db, { id: newId(), ownAddresses: ['sam@ours.example'] }, bench.ours());
  const track = async (mailbox: string) => {
    const people = [{ mailbox, as: 'customer' as const }];
    return (await services.track(db, { id: newId(), people }, bench.page())).contactIds[0] ?? '';
  };
  const ann = await track('Ann Lee <ann@acme.example>');
  return Object.assign(bench, {
    ann,
    track,
    open: async (contactId = ann) => {
      const id = newId();
      await services.openRecovery(db, { id, contactId }, bench.page());
      return id;
    },
    record: async (recoveryId: Ulid, deed: Deed, more: Partial<RequestOf<'recordRecovery'>> = {}) => {
      bench.now += minute;
      const id = newId();
      const { text } = await services.recordRecovery(db, { id, recoveryId, deed, ...more }, bench.ours());
      return { id, text };
    },
    undo: (actId: Ulid) => services.undo(db, { id: newId(), actId }, bench.ours()),
    contact: async (id = ann) => {
      const kept = await db.contacts.get(id);
      await rebuildDerived(db, await rules());
      expect(await db.contacts.get(id)).toEqual(kept);
      if (!kept) throw new Error('no such contact');
      return kept;
    },
    steps: async (id: Ulid) => {
      const recovery = await db.recoveries.get(id);
      if (!recovery) throw new Error('no such recovery');
      const events = await db.recoveryEvents.where('recoveryId').equals(id).toArray();
      const { steps } = courseOf(recovery, events, { now: bench.now, rules: await rules() });
      return steps.map(({ state }) => state).join(' ');
    },
    see: (mail: ReturnType<typeof aMail>) => services.reportSightings(db, aReport('thread', [mail]), bench.page()),
  });
}

/** A mail of ours to Ann, as an open conversation shows it. */
export function sent(at: number, fields: Parameters<typeof aMail>[1] = {}) {
  return aMail(at, {
    role: 'to',
    from: 'sam@ours.example',
    recipients: ['ann@acme.example'],
    folder: 'sent',
    ...fields,
  });
}
