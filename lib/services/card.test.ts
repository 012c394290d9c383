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
