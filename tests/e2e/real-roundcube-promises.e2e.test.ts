import { afterAll, beforeAll, expect, it } from 'vitest';
import { rows } from './support/database.ts';
import { type Session, soon, startSession } from './support/roundcube-session.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession({ rich: true, signature: "Robin Hale\nWe'll always answer within 24 hours." });
  session.page.on('dialog', (dialog) => void dialog.accept());
});
afterAll(() => session?.stop());

it('in TinyMCE of a real Roundcube the promise of an own line is offered, and none of the signature', async () => {
  const { server, run, page } = session;
  const [customer] = server.truth;
  if (!customer) throw new Error('nobody is tracked');
  const to = encodeURIComponent(`"${customer.name}" <${customer.address}>`);
  await page.goto(`${server.url}?_task=mail&_action=compose&_to=${to}`);
  await page.fill('[name="_subject"]', 'News for you');
  const body = page.frameLocator('#composebody_ifr').locator('body');
  await body.press('Control+Home');
  await body.pressSequentially("Good day,\nI'll send you the offer tomorrow.\n");
  await page.locator('button.send').click();
  await page.waitForURL(/_mbox=/);
  await expect.poll(() => rows(run, 'promises'), soon).toMatchObject([{ words: "I'll send you the offer tomorrow" }]);
});
