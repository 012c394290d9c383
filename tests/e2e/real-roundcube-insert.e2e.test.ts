import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AddressRow } from '@/lib/core/model';
import { openFolder, rowsShown } from '../real-roundcube/walk.ts';
import { ask, rows } from './support/database.ts';
import { type Session, soon, startSession } from './support/roundcube-session.ts';

const text = 'Good day,\n\nI am sorry: <b>we</b> sent the wrong price.\nRobin';
const lines = ['Good day,', 'I am sorry: <b>we</b> sent the wrong price.', 'Robin'];
const signature = 'Robin Hale\nAcme';

const written = (all: string) => all.split('\n').filter((line) => line.trim() !== '');

/** The program's own text area and its TinyMCE, read alike. */
const kinds = [
  {
    kind: 'plain text',
    rich: false,
    all: (page: Page) => page.locator('#composebody').inputValue(),
    kept: async (page: Page) => {
      const all = await page.locator('#composebody').inputValue();
      return [all.slice(all.indexOf('-- \n')).trimEnd(), all.split('\n').filter((line) => line.startsWith('>')).length];
    },
    toEnd: (page: Page) => page.locator('#composebody').press('Control+End'),
  },
  {
    kind: 'TinyMCE',
    rich: true,
    all: (page: Page) => page.frameLocator('#composebody_ifr').locator('body').innerText(),
    kept: async (page: Page) => {
      const body = page.frameLocator('#composebody_ifr').locator('body');
      return body.evaluate((one) => ['#_rc_sig', 'blockquote'].map((part) => one.querySelector(part)?.innerHTML));
    },
    toEnd: (page: Page) => page.frameLocator('#composebody_ifr').locator('body').press('Control+End'),
  },
] as const;

describe.each(kinds)('a text for a customer in a real Roundcube, $kind', ({ rich, all, kept, toEnd }) => {
  let session: Session;
  let contactId = '';
  beforeAll(async () => {
    session = await startSession({ rich, signature });
    // A page for writing asks before it is left.
    session.page.on('dialog', (dialog) => void dialog.accept());
  });
  afterAll(() => session?.stop());

  const insert = (said = text) => ask(session.run, 'insertText', { contactId, text: said });

  async function settled() {
    const { page } = session;
    const editor = rich ? page.locator('#composebody_ifr') : page.locator('#composebody');
    await editor.waitFor();
    await expect.poll(() => all(page), soon).toContain('Robin Hale');
  }

  it('goes to the caret of a new mail, above the signature; undo takes it back, redo brings it', async () => {
    const { page, run, server } = session;
    const customer = server.truth.find(({ lastInAt }) => lastInAt);
    if (!customer) throw new Error('nobody wrote');
    contactId =
      (await rows<AddressRow>(run, 'addresses')).find((row) => row.address === customer.address)?.contactId ?? '';
    await page.goto(`${server.url}?_task=mail&_action=compose&_to=${encodeURIComponent(customer.address)}`);
    await settled();
    const before = await kept(page);
    const empty = written(await all(page));
    expect(await insert()).toEqual({ inserted: true, where: 'editor' });
    expect(written(await all(page)).slice(0, 3)).toEqual(lines);
    expect(await kept(page)).toEqual(before);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => written(await all(page)), soon).toEqual(empty);
    await page.keyboard.press('Control+y');
    await expect.poll(async () => written(await all(page)).slice(0, 3), soon).toEqual(lines);
  });

  it('leaves signature and quote of an answer as they are, even with the caret below them', async () => {
    const { page, run, server } = session;
    await page.goto(`${server.url}?_task=mail&_mbox=INBOX`);
    await openFolder(page, 'INBOX');
    const known = await rows<AddressRow>(run, 'addresses');
    const addresses = new Set(server.truth.map(({ address }) => address));
    const mail = (await rowsShown(page)).find((row) => row.addresses.some((one) => addresses.has(one)));
    contactId = known.find(({ address }) => mail?.addresses.includes(address))?.contactId ?? '';
    await page.goto(`${server.url}?_task=mail&_action=compose&_reply_uid=${mail?.uid}&_mbox=INBOX`);
    await settled();
    const before = await kept(page);
    await toEnd(page);
    expect(await insert()).toEqual({ inserted: true, where: 'editor' });
    expect(written(await all(page)).join('\n')).toContain(lines.join('\n'));
    expect(await kept(page)).toEqual(before);
  });

  it('opens a new mail, filled, where none is being written, and sends nothing', async () => {
    const { page, run, server } = session;
    await page.goto(`${server.url}?_task=mail&_mbox=INBOX`);
    const opening = run.context.waitForEvent('page');
    const plain = text.replace(/<.*?>/g, '');
    expect(await insert(plain)).toEqual({ inserted: true, where: 'compose' });
    const opened = await opening;
    // Roundcube opens its plain editor for a plain text, whatever the user has chosen for other mails.
    await expect.poll(async () => written(await kinds[0].all(opened)).slice(0, 3), soon).toEqual(written(plain));
    expect(await opened.locator('[name="_to"]').inputValue()).toContain('@');
    expect(server.submitted).toEqual([]);
    await opened.close({ runBeforeUnload: false });
    // Roundcube would take it for markup.
    expect(await insert()).toEqual({ inserted: false, where: 'compose' });
  });
});
