import type { HoldfastDatabase } from '@/lib/db/database';
import { newId } from '@/lib/messaging/new-id';
import { refreshDerived } from '@/lib/services/derived';
import { notePresence } from '@/lib/services/presence';
import { services } from '@/lib/services/services';
import { aBench, aMail, aReport, day, hour } from './background';

/** A database in which every kind of row was written by the services themselves. */
export async function aDayOfUse(): Promise<HoldfastDatabase> {
  const bench = await aBench();
  const { db } = bench;
  const page = bench.page();
  const id = newId;
  await services.giveConsent(db, { id: id(), ownAddresses: ['sam@ours.example'] }, bench.ours());
  const mailbox = 'Ann Lee <ann@acme.example>';
  const contactId =
    (await services.track(db, { id: id(), people: [{ mailbox, as: 'customer' }] }, page)).contactIds[0] ?? '';
  const account = {
    addresses: ['sam@ours.example'],
    index: 'u/0',
    searchUrl: 'https://mail.google.com/mail/u/0/#search/{address}',
  };
  const url = 'https://mail.google.com/mail/u/0/#inbox/t1';
  const mail = aMail(bench.now - 9 * day, { url, subject: 'Prices' });
  await services.reportSightings(db, aReport('thread', [mail], { account }), page);
  await services.reportSightings(
    db,
    aReport('list', [aMail(bench.now - day, { row: 'newest', from: undefined })]),
    page,
  );
  const record = { mailbox, role: 'record', record: 'contact/42', lastActivity: '2026-06-01' } as const;
  await services.reportSightings(db, aReport('list', [{ ...record, folder: 'other', rule: 'cell' }]), page);
  await services.setLastInTouch(db, { id: id(), contactId, when: 'as-stated' }, page);
  const log = id();
  await services.logInteraction(db, { id: log, contactId, kind: 'call', outcome: 'reached', note: 'Spring' }, page);
  await services.moveInteraction(db, { id: id(), interactionId: log, occurredOn: '2026-08-03' }, page);
  await services.logInteraction(db, { id: id(), contactId, kind: 'call', outcome: 'tried' }, page);
  await services.addNote(db, { id: id(), contactId, interactionId: log, note: 'Likes tea' }, page);
  const recoveryId = id();
  await services.openRecovery(db, { id: recoveryId, contactId, reason: 'communication', what: 'Late' }, page);
  await services.recordRecovery(db, { id: id(), recoveryId, deed: { kind: 'apologised' } }, bench.ours());
  const snoozed = id();
  await services.snooze(db, { id: snoozed, contactId, untilOn: '2026-09-01' }, page);
  await services.undo(db, { id: id(), actId: snoozed }, page);
  await services.editContact(
    db,
    { id: id(), contactId, stage: 'lead', company: 'Acme Ltd', cadenceDays: 14 },
    bench.ours(),
  );
  await services.planFollowUp(
    db,
    { id: id(), contactId, dueOn: '2026-08-20', channel: 'call', note: 'Spring order' },
    bench.ours(),
  );
  for (const [kind, on] of [
    ['renewal', '2027-03-01'],
    ['review', '2026-09-01'],
    ['birthday', '02-29'],
  ] as const) {
    await services.planSeries(db, { id: id(), contactId, kind, on }, bench.ours());
  }
  const everything = { tier: 'a', facts: 'Tea', isCadencePinned: true, freshFromOn: '2026-08-04' } as const;
  await services.editContact(db, { id: id(), contactId, ...everything, tags: ['vip'] }, bench.ours());
  await services.pause(db, { id: id(), contactId, untilOn: '2026-09-01', reason: 'Leave' }, bench.ours());
  const company = {
    name: 'Acme Ltd',
    cadenceDays: 'none',
    tier: 'b',
    facts: 'Two plants',
    tracksEveryone: true,
  } as const;
  await services.editAccount(db, { id: id(), accountId: 'acme.example', ...company }, bench.ours());
  const successor = { name: 'Bo', address: 'bo@acme.example' };
  await services.leaveCompany(db, { id: id(), contactId, successor }, bench.ours());
  await services.resume(db, { id: id(), contactId }, bench.ours());
  await services.changeSettings(db, { id: id(), cadenceDays: 21 }, bench.ours());
  await services.hideBadges(db, { id: id(), untilAt: bench.now + hour }, bench.ours());
  const assistant = { mailbox: 'Kim <kim@acme.example>', as: 'assistant-of', ofContactId: contactId } as const;
  await services.track(db, { id: id(), people: [assistant] }, page);
  await services.neverBadge(db, { id: id(), address: 'kim@acme.example' }, page);
  const other = await services.track(db, { id: id(), people: [{ mailbox: 'bob@acme.example', as: 'lead' }] }, page);
  const referrerId = contactId;
  await services.setReferrer(db, { id: id(), contactId: other.contactIds[0] ?? '', referrerId }, bench.ours());
  await services.untrack(db, { id: id(), contactId: other.contactIds[0] ?? '' }, page);
  const recipients = [{ mailbox, role: 'to', folder: 'other', rule: 'test' } as const];
  const text = "I'll send you the quote by Friday. We'll call you tomorrow.";
  const sent = id();
  await services.holdSend(db, { id: sent, site: 'gmail', account, recipients, text }, page);
  await services.settleSend(db, { id: sent, outcome: 'sent' }, page);
  const [quote, call] = await db.promises.orderBy('id').primaryKeys();
  await services.answerPromise(db, { id: id(), promiseId: quote ?? '', keeps: true }, page);
  await services.settlePromise(db, { id: id(), promiseId: quote ?? '', outcome: 'kept' }, bench.ours());
  await services.answerPromise(db, { id: id(), promiseId: call ?? '', keeps: false }, page);
  await services.saveCopy(db, { id: id() }, bench.ours());
  await notePresence(db, bench.ours());
  await refreshDerived(db, bench.ours());
  return db;
}
