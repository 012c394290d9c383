import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { copyBuild } from './support/build-copy.ts';
import { ask, consent, rows, toolbar } from './support/database.ts';
import { launch, type Run } from './support/launch.ts';

let profile: string;
let run: Run;
let marta: string;

/** The same browser at eleven o'clock of another day. */
async function startOn(on: string): Promise<void> {
  await run?.close();
  // Chromium goes on running the worker script of an earlier folder unless it is forgotten.
  rmSync(join(profile, 'Default/Service Worker'), { recursive: true, force: true });
  const clockOffset = Date.parse(`${on}T09:00:00Z`) - Date.now();
  run = await launch({ profile, build: copyBuild({ clockOffset }) });
}
async function openContact(): Promise<Page> {
  const page = await run.open(`contact.html?id=${marta}`);
  await page.getByRole('heading', { level: 1, name: 'Marta Lindqvist' }).waitFor();
  return page;
}
/** What a calendar reads out of the file that the button hands out. */
async function entriesOf(page: Page, button: string): Promise<string[]> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
  return events.map((one) => `${one.getFirstPropertyValue('dtstart')} ${one.getFirstPropertyValue('summary')}`);
}

beforeAll(async () => {
  profile = temporaryFolder('profile');
  await startOn('2026-08-04');
  await consent(run);
  const people = [{ mailbox: 'Marta Lindqvist <marta@norrsken.example>', as: 'customer' as const }];
  marta = (await ask(run, 'track', { people })).contactIds[0] ?? '';
  await ask(run, 'logInteraction', { contactId: marta, kind: 'call', outcome: 'reached' });
});
afterAll(() => run.close());

it('a renewal day on the page of a contact asks on the list 90, 60 and 30 days ahead, on working days', async () => {
  const page = await openContact();
  await page.getByLabel('Day of the renewal', { exact: true }).fill('2026-12-01');
  await page.getByRole('button', { name: 'Plan: Day of the renewal' }).click();
  // 30 days ahead would be a Sunday.
  await page.getByText('Renewal in 29 days · 2 Nov').waitFor();

  await startOn('2026-09-01');
  const before = await run.open('popup.html');
  await before.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(async () => (await toolbar(run)).text).toBe('');

  await startOn('2026-09-02');
  const popup = await run.open('popup.html');
  await popup.getByText('Renewal in 90 days.').waitFor();
  await popup.getByText('Due today', { exact: true }).waitFor();
  await expect.poll(async () => (await toolbar(run)).text).toBe('1');
  const then = await openContact();
  const prompt = then.getByRole('listitem', { name: /^Renewal in 90 days/ });
  await prompt.getByRole('button', { name: 'It happened' }).click();
  await prompt.waitFor({ state: 'detached' });
  await popup.getByText('Renewal in 90 days.').waitFor({ state: 'detached' });

  await startOn('2026-10-02');
  const later = await run.open('popup.html');
  await later.getByText('Renewal in 60 days.').waitFor();
});

it('extended: the thank-you is due today, the next renewal is asked, and a calendar can have it all', async () => {
  const page = await openContact();
  expect(await page.getByLabel('Next renewal').inputValue()).toBe('2027-12-01');
  await page.getByRole('button', { name: 'Extended', exact: true }).click();
  await page.getByText('Thank Marta for going on with you · today').waitFor();
  const popup = await run.open('popup.html');
  await popup.getByText('Thank Marta for going on with you.').waitFor();

  const entries = [
    '2026-10-02 Thank Marta for going on with you: Marta Lindqvist (Norrsken)',
    '2027-09-02 Renewal in 90 days: Marta Lindqvist (Norrsken)',
    '2027-10-04 Renewal in 58 days: Marta Lindqvist (Norrsken)',
    '2027-11-01 Renewal in 30 days: Marta Lindqvist (Norrsken)',
  ];
  expect(await entriesOf(page, 'Calendar file of all plans')).toEqual(entries);
  const list = await run.open('list.html');
  expect(await entriesOf(list, 'Calendar file of everything planned')).toEqual(entries);
});

it('something goes wrong at the account: the prompts rest, and come back after it', async () => {
  const people = [{ mailbox: 'Bo Ek <bo@norrsken.example>', as: 'customer' as const }];
  const bo = (await ask(run, 'track', { people })).contactIds[0] ?? '';
  await ask(run, 'planSeries', { contactId: bo, kind: 'birthday', on: '10-02' });
  const popup = await run.open('popup.html');
  await popup.getByText('Birthday today.').waitFor();
  await ask(run, 'openRecovery', { contactId: marta });
  const [recovery] = await rows<{ id: string }>(run, 'recoveries');
  await popup.getByText('Birthday today.').waitFor({ state: 'detached' });
  const page = await openContact();
  await page.getByText('Rests until the recovery is closed').first().waitFor();
  await page.getByRole('link', { name: 'Bo Ek' }).click();
  await page.getByText('Rests until the recovery is closed').waitFor();
  const deed = { kind: 'closed', outcome: 'withdrawn' } as const;
  await ask(run, 'recordRecovery', { recoveryId: recovery?.id ?? '', deed });
  await popup.getByText('Birthday today.').waitFor();
});
