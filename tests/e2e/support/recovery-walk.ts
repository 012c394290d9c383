import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { words } from './words.ts';

type Key = Parameters<typeof words>[0];

/** An apology in which nothing is missing and nothing weakens it. */
const apology = [
  'I am sorry that our offer named a wrong price, and for the trouble it made you with your board.',
  'That was my mistake: I copied it from an old list.',
  'You will have the right offer by Friday, and from now on a second person reads every price.',
];

const press = (page: Page, key: Key) =>
  page
    .getByRole('button', { name: words(key), exact: true })
    .first()
    .click();
const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).first().fill(text);
const next = (page: Page, act: Key) => page.getByRole('heading', { name: words('caseNext', words(act)) }).waitFor();

/** Writes the apology on the page of the recovery, sees it judged, and puts it into the mail that is being written. */
export async function putApologyIntoMail(page: Page): Promise<readonly string[]> {
  await next(page, 'caseActApologise');
  await expectRepeatLocked(page);
  await page.getByRole('textbox', { name: words('apologyText') }).fill(apology.join('\n\n'));
  await page.getByText(words('apologyGood')).waitFor();
  await press(page, 'apologyInsert');
  await page.getByText(words('insertedEditor')).waitFor();
  return apology;
}

/** From the apology that was sent to the promise: asked, what they want, the plan, who fixes it and by when. */
export async function involveAndPromise(page: Page, name: string, dueOn: string): Promise<void> {
  await next(page, 'caseActAskHow');
  await press(page, 'caseDoAskedHow');
  await next(page, 'caseActPlan');
  await fill(page, words('caseAsked', name), 'The right price, in writing');
  await press(page, 'caseSaveAsked');
  await fill(page, words('casePlanned'), 'A new offer, read by two of us');
  await press(page, 'caseSavePlanned');
  await promise(page, dueOn);
}

async function promise(page: Page, dueOn: string): Promise<void> {
  await next(page, 'caseActPromise');
  await fill(page, words('casePromiseOwner'), 'Robin Hale');
  await fill(page, words('casePromiseDay'), dueOn);
  await press(page, 'caseDoPromise');
}

/** Fixed, not OK yet, fixed again, something extra, all OK; only then may repeat business be asked for. */
export async function fixUntilOk(page: Page, dueOn: string): Promise<void> {
  await fix(page);
  await next(page, 'caseActCheck');
  await press(page, 'caseDoNotOk');
  await promise(page, dueOn);
  await fix(page);
  await next(page, 'caseActCheck');
  await expectRepeatLocked(page);
  await press(page, 'caseDoOk');
  await next(page, 'caseActRepeat');
  await press(page, 'caseDoRepeat');
  await next(page, 'caseActClose');
  await press(page, 'caseDoKept');
  await page.getByRole('heading', { name: words('caseClosed') }).waitFor();
}

async function fix(page: Page): Promise<void> {
  await expectRepeatLocked(page);
  await next(page, 'caseActFix');
  await press(page, 'caseDoFixed');
  // Once per recovery.
  const extra = page.getByRole('heading', { name: words('caseNext', words('caseActExtra')) });
  await extra.or(page.getByRole('heading', { name: words('caseNext', words('caseActCheck')) })).waitFor();
  if (!(await extra.isVisible())) return;
  await fill(page, words('caseExtraWhat'), 'A visit to set it up');
  await press(page, 'caseDoExtra');
}

/** Nothing on the page offers repeat business, and its step says what it waits for. */
async function expectRepeatLocked(page: Page): Promise<void> {
  expect(await page.getByRole('button', { name: words('caseDoRepeat'), exact: true }).count()).toBe(0);
  const step = page.getByRole('listitem').filter({ hasText: words('caseStep6') });
  expect(await step.innerText()).toContain(words('caseStepWaits'));
}
