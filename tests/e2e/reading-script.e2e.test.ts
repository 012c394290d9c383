import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, consent } from './support/database.ts';
import { killWorker, launch, type Run } from './support/launch.ts';

describe('the script that reads text, which the background runs when it first needs it', () => {
  let run: Run;
  beforeAll(async () => {
    run = await launch();
    await consent(run, 'sam@ours.example');
  });
  afterAll(() => run.close());

  it('is there after every start of the background', async () => {
    for (let round = 0; round < 4; round++) {
      expect(await ask(run, 'readDay', { text: 'in three weeks' })).toMatchObject({ on: expect.stringMatching(/^20/) });
      expect(await ask(run, 'readDay', { text: 'never' })).toBeNull();
      await killWorker(run);
    }
  });

  it('is not run by a background that was not asked to read', async () => {
    await killWorker(run);
    await ask(run, 'sortPeople', { mailboxes: [] }).catch(() => undefined);
    const hasRead = () => run.context.serviceWorkers()[0]?.evaluate(() => 'holdfastReading' in globalThis);
    expect(await hasRead()).toBe(false);
    await ask(run, 'readDay', { text: 'tomorrow' });
    expect(await hasRead()).toBe(true);
  });
});
