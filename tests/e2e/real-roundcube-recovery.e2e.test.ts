import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '@/lib/core/calendar';
import { openFolder, rowsShown } from '../real-roundcube/walk.ts';
import {
  badges,
  card,
  clickControl,
  controlOf,
  openCard,
  pressInCard,
  readingTime,
  until,
} from './support/closed-roots.ts';
import { ask, rows } from './support/database.ts';
import { fixUntilOk, involveAndPromise, putApologyIntoMail } from './support/recovery-walk.ts';
import { type Session, soon, startSession } from './support/roundcube-session.ts';
import { words } from './support/words.ts';

describe('a recovery, in a real Roundcube', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession({ signature: 'Robin Hale\nAcme' });
    session.page.on('dialog', (dialog) => void dialog.accept());
    // The clock of this server is the real one: at any hour of any day the apology itself is due, not a holding note.
    await ask(session.run, 'changeSettings', { weekend: [], workStartMinutes: 0, workEndMinutes: 1_440 });
  });
  afterAll(() => session?.stop());

  it('goes from the badge through the mail that the rep sends to repeat business', async () => {
    const { page, run, server } = session;
    await openFolder(page, 'INBOX');
    const customers = new Set(server.truth.map((one) => one.address));
    const mail = (await rowsShown(page)).find(({ addresses }) => addresses.some((one) => customers.has(one)));
    await page.goto(`${server.url}?_task=mail&_mbox=INBOX&_uid=${mail?.uid}&_action=show`);
    await openCard(page, await until(async () => (await badges(page))[0], 'a badge in the mail'));
    await pressInCard(page, words('pageMenu'), words('pageIncident'));
    await pressInCard(page, words('pageIncident'), 'Recovery');
    await page.waitForTimeout(readingTime);
    const opening = run.context.waitForEvent('page');
    await clickControl(page, controlOf(await card(page), /recovery/i));
    const recovery = await opening;
    const [open] = await rows<{ contactId: string }>(run, 'recoveries');
    const known = await rows<{ contactId: string; address: string }>(run, 'addresses');
    const address = known.find(({ contactId }) => contactId === open?.contactId)?.address ?? '';
    const name = server.truth.find((one) => one.address === address)?.name ?? '';
    await recovery.getByRole('heading', { level: 1, name }).waitFor();

    await page.goto(`${server.url}?_task=mail&_action=compose&_to=${encodeURIComponent(address)}`);
    const body = page.locator('#composebody');
    await expect.poll(() => body.inputValue(), soon).toContain('Robin Hale');
    const lines = await putApologyIntoMail(recovery);
    expect(
      (await body.inputValue())
        .split('\n')
        .filter((line) => line.trim() !== '')
        .slice(0, 3),
    ).toEqual(lines);
    expect(server.submitted).toEqual([]);
    await page.bringToFront();
    await page.fill('[name="_subject"]', 'Our wrong price');
    await page.locator('button.send').click();
    await page.waitForURL(/_mbox=/);
    await recovery.getByText(words('caseSeen')).first().waitFor();
    expect(server.submitted.at(-1)?.recipients).toEqual([address]);

    const today = new Date().toLocaleDateString('sv');
    await recovery.bringToFront();
    await involveAndPromise(recovery, name.split(' ')[0] ?? '', addDays(today, 3));
    await fixUntilOk(recovery, addDays(today, 4));
  });
});
