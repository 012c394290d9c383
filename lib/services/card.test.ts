import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import { aBench, aMail, aReport, type Bench, day } from '@/tests/support/background';
import { type ServiceName, services } from './services';

/** What the card says of the evidence and of the people around the contact; how it stands is core's. */

let bench: Bench;
let ann: string;

function doAct<N extends ServiceName>(name: N, request: Omit<RequestOf<N>, 'id'>) {
  return services[name](bench.db, { ...request, id: newId() } as RequestOf<N>, bench.ours()) as Promise<ActReply>;
}
const track = async (person: RequestOf<'track'>['people'][number]) =>
  (await doAct('track', { people: [person] })).contactIds[0] ?? '';
const said = async () => (await services.getCard(bench.db, { contactId: ann }, bench.page()))?.sentences ?? [];
const see = (...[view, sightings]: Parameters<typeof aReport>) =>
  services.reportSightings(bench.db, aReport(view, sightings), bench.page());

beforeEach(async () => {
  bench = await aBench();
  await doAct('giveConsent', { ownAddresses: ['sam@ours.example'] });
  ann = await track({ mailbox: 'Ann Lee <ann@acme.example>', as: 'customer' });
});

describe('how it stands', () => {
  const card = async () => {
    const shown = await services.getCard(bench.db, { contactId: ann }, bench.page());
    return [shown?.badge.status, shown?.badge.label, shown?.sentences[0]];
  };
  const calledDaysAgo = async (days: number) => {
    await doAct('logInteraction', { contactId: ann, kind: 'call', outcome: 'reached' });
    bench.now += days * day;
  };
  const wroteDaysAgo = (days: number) => see('thread', [aMail(bench.now - days * day)]);
  const edit = (fields: Partial<RequestOf<'editContact'>>) => doAct('editContact', { contactId: ann, ...fields });

  it.each<[string, string, string, string, () => Promise<unknown>]>([
    ['nothing seen', 'unseen', 'No contact seen yet', 'Due on 3 Sept.', async () => undefined],
    ['called', 'on-track', 'On track · 2 d', 'Due on 3 Sept.', () => calledDaysAgo(2)],
    ['due', 'due', 'Due today', 'Due today.', () => calledDaysAgo(30)],
    ['late', 'overdue', 'Overdue 12 d', 'Due since 3 Sept.', () => calledDaysAgo(42)],
    ['silent', 'fading', 'Fading 67 d', 'Due since 3 Sept.', () => calledDaysAgo(97)],
    ['waiting', 'reply-owed', 'Reply owed 4 d', 'Ann wrote on Thursday; no answer seen.', () => wroteDaysAgo(5)],
    [
      'planned',
      'planned',
      'Planned Thu',
      'A call is planned for Thursday.',
      () => doAct('planFollowUp', { contactId: ann, dueOn: '2026-08-06', channel: 'call' }),
    ],
    ['paused', 'paused', 'Paused', 'Paused until you say otherwise.', () => doAct('pause', { contactId: ann })],
    ['lost', 'lost', 'Lost', 'You marked Ann as lost.', () => edit({ stage: 'lost' })],
  ])('%s: %s', async (_what, status, label, sentence, happens) => {
    await happens();
    expect(await card()).toEqual([status, label, sentence]);
  });

  it.each([3, 50, 149, 150, 170])('of %i mails it knows the newest, and by which of them to answer', async (count) => {
    const urlOf = (number: number) => `https://mail.google.com/mail/u/0/#inbox/t${number}`;
    // The clock names the newest and the oldest, which waits for an answer; neither of them says where it stands.
    const mails = Array.from({ length: count }, (_, number) => {
      const url = number === 0 || number === count - 1 ? undefined : urlOf(number);
      return aMail(bench.now - (number + 1) * day, { threadId: `t${number}`, url });
    });
    await see('list', mails);
    const shown = await services.getCard(bench.db, { contactId: ann }, bench.page());
    const newest = await bench.db.interactions.orderBy('occurredAt').last();
    expect(await bench.db.interactions.count()).toBe(count);
    expect(shown?.countedMailId).toBe(newest?.id);
    expect(shown?.leads).toEqual([{ label: 'Reply', url: urlOf(1) }]);
  });

  it('asks after a plan whose day has passed, until the call is logged right there', async () => {
    await doAct('planFollowUp', { contactId: ann, dueOn: '2026-08-06', channel: 'call' });
    bench.now += 2 * day;
    expect(await card()).toEqual(['due', 'Due today', 'A call is planned for today.']);
    bench.now += day;
    expect(await card()).toEqual(['due', 'Due since yesterday', 'A call was planned for yesterday; did it happen?']);
    await doAct('logInteraction', { contactId: ann, kind: 'call', outcome: 'reached', occurredOn: '2026-08-06' });
    expect((await card()).slice(0, 2)).toEqual(['on-track', 'On track · 1 d']);
  });

  it.each<[string, string, () => Promise<unknown>]>([
    ['the default', 'Every 30 days', async () => undefined],
    ['the stage', 'Every 7 days, by the stage', () => edit({ stage: 'lead' })],
    [
      'a tag',
      'Every 10 days, by the tag vip',
      async () => {
        await doAct('changeSettings', { tagCadences: { vip: 10, slow: 90 } });
        await edit({ tags: ['slow', 'vip'], stage: 'lead' });
      },
    ],
    [
      'the account',
      'Every 14 days, as for Acme',
      () => doAct('editAccount', { accountId: 'acme.example', cadenceDays: 14 }),
    ],
    ['its own', 'Every 5 days', () => edit({ cadenceDays: 5, stage: 'lead' })],
    ['none', 'No reminders by time', () => edit({ cadenceDays: 'none' })],
  ])('says whose cadence holds: %s', async (_what, cadence, happens) => {
    await happens();
    expect(await services.getCard(bench.db, { contactId: ann }, bench.page())).toMatchObject({ cadence });
  });
});

describe('evidence', () => {
  const seen = 'Seen in an open conversation on mail.google.com, by the rule message-header.';
  const entered = 'You entered it yourself.';

  it('is the page and the rule that showed the last contact', async () => {
    const mail = { role: 'to' as const, from: 'sam@ours.example', recipients: ['ann@acme.example'] };
    await see('thread', [aMail(bench.now - day, { ...mail, rule: 'message-header' })]);
    expect((await said()).slice(-2)).toEqual(['Last contact yesterday: you wrote.', seen]);
  });

  it('of a reply owed is that of the mail that waits', async () => {
    await see('thread', [aMail(bench.now - 9 * day, { rule: 'message-header' })]);
    await doAct('logInteraction', { contactId: ann, kind: 'call', outcome: 'tried' });
    expect(await said()).toEqual([expect.stringContaining('no answer seen'), expect.stringContaining('due'), seen]);
  });

  it('of a log is the user’s own word', async () => {
    await doAct('logInteraction', { contactId: ann, kind: 'call', outcome: 'reached' });
    expect((await said()).slice(-2)).toEqual(['Last contact today: a call.', entered]);
  });

  it('is not said twice of the answer to "Last in touch?", and not at all of nobody seen', async () => {
    expect((await said()).at(-1)).toBe('No contact seen yet; the clock started today.');
    await doAct('setLastInTouch', { contactId: ann, when: 'this-week' });
    expect((await said()).at(-1)).toBe('Last in touch about Saturday, by your own answer.');
  });
});

describe('people around the contact', () => {
  it('names who follows somebody who left, and nobody who is not tracked any more', async () => {
    await doAct('leaveCompany', { contactId: ann, successor: { name: 'Bo Ek' } });
    expect(await said()).toContain('Ann left the company today; Bo Ek follows.');
    const successorId = (await bench.db.contacts.get(ann))?.successorId ?? '';
    await doAct('untrack', { contactId: successorId });
    expect(await said()).toContain('Ann left the company today.');
  });

  it('names the assistant with whom the last mail was', async () => {
    await track({ mailbox: 'Jonas Ek <jonas@agency.example>', as: 'assistant-of', ofContactId: ann });
    await see('thread', [aMail(bench.now - day, { mailbox: 'jonas@agency.example', from: 'jonas@agency.example' })]);
    expect(await said()).toContain('The mail was with Jonas, who assists Ann.');
  });
});
