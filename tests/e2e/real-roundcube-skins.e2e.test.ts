import { afterEach, describe, expect, it } from 'vitest';
import type { Interaction } from '@/lib/core/model';
import type { RealRoundcubeOptions } from '../real-roundcube/start.ts';
import { movedByBadges, openFolder, rowsShown } from '../real-roundcube/walk.ts';
import { badges } from './support/closed-roots.ts';
import { ask, rows } from './support/database.ts';
import type { Run } from './support/launch.ts';
import { type Session, soon, startSession } from './support/roundcube-session.ts';

let session: Session | undefined;
afterEach(async () => {
  await session?.stop();
  session = undefined;
});

const looks: readonly Partial<RealRoundcubeOptions>[] = [
  { skin: 'elastic', layout: 'widescreen' },
  { skin: 'larry', layout: 'widescreen' },
  { skin: 'larry', layout: 'desktop' },
  { skin: 'larry', layout: 'list' },
  { skin: 'classic', layout: 'widescreen' },
  { skin: 'classic', layout: 'list' },
];

/** Who is on track has no badge, and how many are not would depend on the hour at which this runs. */
async function everybodyIsDue(run: Run): Promise<void> {
  await ask(run, 'changeSettings', { cadenceDays: 5 });
}

describe.each(looks)('in the skin $skin, layout $layout', (look) => {
  it('badges rows without moving anything, and the open mail', async () => {
    session = await startSession(look);
    const { server, run, page } = session;
    await everybodyIsDue(run);
    await openFolder(page, 'Sent');
    await expect.poll(async () => (await badges(page)).length, soon).toBeGreaterThan(5);
    // A row shows the name as that mail has it, or the address.
    const known = server.truth.flatMap(({ name, address }) => [...name.split(' '), address.split('@')[0] ?? '']);
    for (const { around } of await badges(page)) expect(known.some((one) => around.includes(one))).toBe(true);
    expect(await movedByBadges(page)).toEqual([]);

    const addresses = new Set(server.truth.map(({ address }) => address));
    const mail = (await rowsShown(page)).find((one) => one.addresses.some((each) => addresses.has(each)));
    await page.goto(`${server.url}?_task=mail&_mbox=Sent&_uid=${mail?.uid}&_action=show`);
    await expect.poll(async () => (await badges(page)).length, soon).toBeGreaterThan(0);
  });
});

describe('a Roundcube on plain http under a name', () => {
  it('works where the browser gives the page no secure context', async () => {
    const host = 'roundcube.test';
    const args = [`--host-resolver-rules=MAP ${host} 127.0.0.1`];
    session = await startSession({}, { host, args });
    const { run, page } = session;
    await everybodyIsDue(run);
    expect(await page.evaluate(() => [isSecureContext, 'randomUUID' in crypto, 'subtle' in crypto])).toEqual([
      false,
      false,
      false,
    ]);
    await openFolder(page, 'Sent');
    await expect.poll(async () => (await badges(page)).length, soon).toBeGreaterThan(0);
    expect((await rows<Interaction>(run, 'interactions')).length).toBeGreaterThan(0);
  });
});
