import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AddressRow, Contact } from '@/lib/core/model';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { badgeOf } from './support/closed-roots.ts';
import { ask, rows } from './support/database.ts';
import { type Journey, startJourney } from './support/journey.ts';
import { openThread } from './support/mail.ts';
import { words } from './support/words.ts';

const { sven } = customers;

describe('ready wording', () => {
  let journey: Journey;
  let contactId = '';
  beforeAll(async () => {
    journey = await startJourney({ track: [sven] });
    const known = await rows<AddressRow>(journey, 'addresses');
    contactId = known.find(({ address }) => address === sven.address)?.contactId ?? '';
    const text = 'Hi {{firstName|there}}, tea, {{nickname}}?';
    await ask(journey, 'changeSettings', {
      ownName: 'Robin Hale',
      templates: [{ id: '01JR0000000000000000000001', name: 'Tea', text }],
    });
  });
  afterAll(() => journey.close());

  const editor = (page: Page) => page.locator('[g_editable="true"]:visible').last();
  /** The answer to Sven is open in the mailbox, and the caret stands in it. */
  async function answering() {
    const page = await journey.openMail();
    await badgeOf(page, /Sven/);
    await openThread(page, 'Offer 2231');
    await page.locator('[role="main"]:visible').getByRole('button', { name: 'Reply' }).last().click();
    return page;
  }
  async function writeTo() {
    const page = await journey.open(`contact.html?id=${contactId}#write`);
    const box = page.getByRole('region', { name: words('writeTo', 'Sven') });
    await box.waitFor();
    return { page, box, insert: box.getByRole('button', { name: words('apologyInsert') }) };
  }

  it('for what is owed goes from the page of the contact into the open answer, once the answer is filled in', async () => {
    const mail = await answering();
    const { page, box, insert } = await writeTo();
    expect(await box.getByRole('combobox').locator('option:checked').textContent()).toBe('Answer to their message');
    expect(await insert.isDisabled()).toBe(true);
    await box.getByText(words('wordingRefused', words('mergeAnswer'))).waitFor();
    await box.getByLabel(words('mergeAnswer'), { exact: true }).fill('Yes, the price holds until Friday.');
    await insert.click();
    await page.getByText(words('insertedEditor')).waitFor();
    const written = await editor(mail).innerText();
    expect(written).toMatch(/^Hi Sven,\s+Thank you for your message about Offer 2231/);
    expect(written).toMatch(/Yes, the price holds until Friday\.[\s\S]+Kind regards,\s+Robin Hale/);
    await Promise.all([page.close(), mail.close()]);
  });

  it('of the user’s own is refused as long as it names what nobody knows', async () => {
    const mail = await answering();
    const { page, box, insert } = await writeTo();
    await box.getByRole('combobox').selectOption('Tea');
    await box.getByText(words('wordingRefused', '{{nickname}}')).waitFor();
    expect(await insert.isDisabled()).toBe(true);
    const area = box.getByRole('textbox', { name: words('caseWording') });
    await area.fill((await area.inputValue()).replace('{{nickname}}', 'Captain'));
    await insert.click();
    await page.getByText(words('insertedEditor')).waitFor();
    expect(await editor(mail).innerText()).toMatch(/^Hi Sven, tea, Captain\?/);
    await Promise.all([page.close(), mail.close()]);
  });

  it('opens a new mail, filled, where none is being written', async () => {
    const { page, box, insert } = await writeTo();
    await box.getByRole('combobox').selectOption('Keep in touch');
    const opening = journey.context.waitForEvent('page');
    await insert.click();
    const opened = await opening;
    await opened.waitForURL(/view=cm/);
    await page.getByText(words('insertedCompose')).waitFor();
    expect(await editor(opened).innerText()).toMatch(/^Hi Sven,\s+How is it going/);
    await Promise.all([page.close(), opened.close()]);
  });

  it('that no address can carry is copied, and the new mail opens behind the page', async () => {
    const { page, box, insert } = await writeTo();
    await box.getByRole('combobox').selectOption('Keep in touch');
    const long = 'é'.repeat(1_400);
    await box.getByRole('textbox', { name: words('caseWording') }).fill(long);
    const opening = journey.context.waitForEvent('page');
    await insert.click();
    const opened = await opening;
    await page.getByText(words('copiedForCompose')).waitFor();
    const note = page.getByRole('textbox', { name: 'Note', exact: true });
    await note.focus();
    await page.keyboard.press('Control+v');
    expect(await note.inputValue()).toBe(long);
    await Promise.all([page.close(), opened.close()]);
  });

  it('of a recovery: the apology is checked while it is typed, goes into the answer, and no mail is sent', async () => {
    const { contactIds } = await ask(journey, 'openRecovery', { contactId, what: 'The offer named the wrong price.' });
    expect(contactIds).toEqual([contactId]);
    const recoveryId = (await rows<{ id: string }>(journey, 'recoveries'))[0]?.id ?? '';
    const mail = await answering();
    const page = await journey.open(`recovery.html?id=${recoveryId}`);
    const apology = page.getByRole('textbox', { name: words('apologyText') });
    await apology.pressSequentially('I am sorry if you were misled.');
    await page.getByText(words('apologyWhyCondition')).waitFor();
    await apology.fill('');
    await apology.pressSequentially('I am sorry, Sven. Our offer named a price that was wrong. That was my mistake. ');
    await page.getByText(words('apologyRepairMissing')).waitFor();
    await apology.pressSequentially('You will have the right one by Friday.');
    await page.getByText(words('apologyGood')).waitFor();
    await page
      .getByRole('button', { name: words('apologyInsert') })
      .first()
      .click();
    await page.getByText(words('insertedEditor')).waitFor();
    expect((await editor(mail).innerText()).trim()).toBe(await apology.inputValue());
    const contact = (await rows<Contact>(journey, 'contacts')).find(({ id }) => id === contactId);
    expect(contact?.clock.lastOutAt).toBeUndefined();
    expect(await rows(journey, 'recoveryEvents')).toEqual([]);
    await Promise.all([page.close(), mail.close()]);
  });
});
