// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { services } from '@/lib/services/services';
import { aReport } from '@/tests/support/background';
import { openTab as openTabOf, part, undo, violations } from '@/tests/support/contact-tab';
import { aStage, type Stage } from '@/tests/support/popup';

let stage: Stage;
let marta: string;
beforeEach(async () => {
  stage = await aStage();
  marta = await stage.customer('Marta Lindqvist', 42, { company: 'Norrsken', mail: 'marta@norrsken.example' });
});
const openTab = (contactId = marta) => openTabOf(stage, contactId);
const question = () => part('The same person?');
const isAsked = () => screen.queryByRole('heading', { name: 'The same person?' }) !== null;

it('asks about a contact of the same name, and makes the two one, which can be undone', async () => {
  const other = await stage.customer('Lindqvist, Marta', 3, { mail: 'marta@home.example' });
  const user = await openTab();
  expect(await screen.findByText('The name is the same.')).toBeDefined();
  expect(question().getByText('marta@home.example')).toBeDefined();
  expect(await violations()).toEqual([]);
  await user.click(question().getByRole('button', { name: 'Make them one' }));
  await waitFor(async () => expect((await stage.db.contacts.get(other))?.mergedIntoId).toBe(marta));
  await waitFor(() => expect(isAsked()).toBe(false));
  expect(await part('Addresses').findByText('marta@home.example')).toBeDefined();
  await undo(user);
  await waitFor(async () => expect((await stage.db.contacts.get(other))?.mergedIntoId).toBeUndefined());
  expect(await screen.findByText('The name is the same.')).toBeDefined();
});

it('asks once: two people stay two, on the other’s page too', async () => {
  const other = await stage.customer('Marta Lindqvist', 3, { mail: 'marta@home.example' });
  const user = await openTab();
  await screen.findByText('The name is the same.');
  await user.click(question().getByRole('button', { name: 'Two people' }));
  await waitFor(() => expect(isAsked()).toBe(false));
  expect((await stage.db.contacts.get(marta))?.notSameAsIds).toEqual([other]);
});

it('asks about somebody whom one record of a site shows with the same person', async () => {
  await stage.customer('M. L.', 3, { mail: 'ml@home.example' });
  const shown = ['marta@norrsken.example', 'ml@home.example'].map((mailbox) => {
    return { mailbox, role: 'record', record: 'contact/7', folder: 'other', rule: 'test' } as const;
  });
  const account = { addresses: [], index: '' };
  await services.reportSightings(stage.db, aReport('list', shown, { site: 'dolibarr', account }), stage.page());
  await openTab();
  expect(await screen.findByText('One record at mail.google.com shows both.')).toBeDefined();
});

it('does not ask about anybody else', async () => {
  await stage.customer('Marta Berg', 3, { mail: 'marta@berg.example' });
  await openTab();
  await part('Addresses').findByText('marta@norrsken.example');
  expect(isAsked()).toBe(false);
});
