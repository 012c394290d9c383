import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { aMail, aReport, day } from '@/tests/support/background';
import { aPromiseBench, type PromiseBench } from '@/tests/support/promise-bench';
import { services } from './services';

const ann = 'ann@acme.example';
let bench: PromiseBench;
beforeEach(async () => {
  bench = await aPromiseBench();
});

async function facts(writing: readonly string[] = [ann]) {
  const request = { mailboxes: ['Ann Lee <ann@acme.example>'], writing: [...writing] };
  return (await services.sortPeople(bench.db, request, bench.ours()))[0]?.facts;
}
const seen = (subject: string, daysAgo: number) =>
  services.reportSightings(bench.db, aReport('thread', [aMail(bench.now - daysAgo * day, { subject })]), bench.page());

describe('what is remembered of somebody to whom a mail is being written', () => {
  it('is nothing where nothing is known, and nothing of whom no mail is written to', async () => {
    expect(await facts()).toBe('');
    await seen('Offer 2231', 2);
    expect(await facts([])).toBeUndefined();
  });

  it('is the newest topic, what is still promised, the importance and the user’s own notes', async () => {
    await seen('Spring order', 9);
    await seen('Offer 2231', 2);
    await bench.accepted();
    const edit = { id: newId(), contactId: bench.ann, tier: 'b' as const, facts: `Skis in Åre. ${'x'.repeat(300)}` };
    await services.editContact(bench.db, edit, bench.ours());
    const said = (await facts()) ?? '';
    expect(said).toMatch(/^About “Offer 2231” · “.*quote.*” by Fri.* · Importance B · Skis in Åre\. x+$/);
    expect(said.length).toBeLessThan(220);
  });

  it('is no promise that was kept', async () => {
    const promiseId = await bench.accepted();
    expect(await facts()).toContain('quote');
    await services.settlePromise(bench.db, { id: newId(), promiseId, outcome: 'kept' }, bench.ours());
    expect(await facts()).toBe('');
  });
});
