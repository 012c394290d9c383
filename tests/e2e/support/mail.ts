import type { Page } from 'playwright-core';
import type { Person } from '../../demo-mailbox/mailbox.ts';

/** Opens a conversation from the list in view. */
export async function openThread(page: Page, subject: string): Promise<void> {
  await page.locator('tr[role="row"]:visible', { hasText: subject }).first().locator('[role="link"]').click();
  await page.locator('[role="main"] h2:visible').first().waitFor();
}

/** Goes to a folder or search as a click in the mail application would, without a reload. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

/** Answers the newest message of the open conversation and sends it. */
export async function reply(page: Page, text: string): Promise<void> {
  await page.locator('[role="main"]:visible').getByRole('button', { name: 'Reply' }).last().click();
  await page.locator('[g_editable="true"]:visible').fill(text);
  await page.getByRole('button', { name: /^Send / }).click();
}

interface Arrival {
  readonly from: Person;
  readonly at: number;
  readonly subject?: string;
  readonly text?: string;
  /** Of the conversation that it answers; left out, it begins one. */
  readonly threadId?: string;
}

/** A mail comes in while the page is open. */
export async function arrive(page: Page, mail: Arrival): Promise<void> {
  await page.evaluate((arrived) => {
    const { demo }: { demo?: { arrive(mail: object): void } } = globalThis as never;
    if (!demo) throw new Error('This page is not the demo mailbox.');
    demo.arrive(arrived);
  }, mail);
}
