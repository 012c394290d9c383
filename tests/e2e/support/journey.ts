import type { Page } from 'playwright-core';
import { demoMailbox } from '../../demo-mailbox/demo-mailbox.ts';
import type { Mailbox } from '../../demo-mailbox/mailbox.ts';
import { mailboxPage, type PageConfig, pageHeaders } from '../../demo-mailbox/mailbox-pages.ts';
import { clockShim, copyBuild } from './build-copy.ts';
import { ask, consent } from './database.ts';
import { type LaunchOptions, launch, type Run } from './launch.ts';

/** A Tuesday morning in Berlin: the day before and the day after are working days. */
export const tuesday = Date.parse('2026-11-24T10:00:00+01:00');

export interface JourneyOptions extends LaunchOptions {
  /** The moment at which the browser's clocks start. */
  readonly startsAt?: number;
  readonly mailbox?: Mailbox;
  readonly page?: Partial<PageConfig>;
  /** Hosts beside Gmail that the copy of the build lists as granted. */
  readonly granted?: readonly string[];
  /** `false`: the first-run page was not answered yet. */
  readonly hasConsent?: boolean;
  readonly track?: readonly { readonly name: string; readonly address: string }[];
}

export interface Journey extends Run {
  readonly mailbox: Mailbox;
  /** Opens the mail application in a new tab. */
  openMail(hash?: string): Promise<Page>;
}

/** A browser with Holdfast and a mailbox of invented customers, at a known moment. */
export async function startJourney(options: JourneyOptions = {}): Promise<Journey> {
  const startsAt = options.startsAt ?? tuesday;
  const mailbox = options.mailbox ?? demoMailbox(startsAt);
  const clockOffset = startsAt - Date.now();
  const build = options.build ?? copyBuild({ clockOffset, granted: options.granted });
  const run = await launch({ ...options, build });
  await run.context.addInitScript(clockShim(clockOffset));
  const body = mailboxPage({ ...options.page, mailbox });
  await run.context.route('https://mail.google.com/**', (route) => {
    // Gmail's front door leads on to the first account's inbox.
    if (new URL(route.request().url()).pathname !== '/') return route.fulfill({ body, headers: pageHeaders });
    return route.fulfill({ status: 302, headers: { location: 'https://mail.google.com/mail/u/0/#inbox' } });
  });
  if (options.hasConsent !== false) {
    await consent(run, mailbox.owner.address);
    await closeOtherPages(run);
  }
  const people = (options.track ?? []).map(({ name, address }) => ({
    mailbox: `${name} <${address}>`,
    as: 'customer' as const,
  }));
  if (people.length > 0) await ask(run, 'track', { people });
  return {
    ...run,
    mailbox,
    openMail: async (hash = '#inbox') => {
      const page = await run.context.newPage();
      await page.goto(`https://mail.google.com/mail/u/0/${hash}`);
      return page;
    },
  };
}

/** The first-run page opens by itself at the installation. */
async function closeOtherPages(run: Run): Promise<void> {
  for (const page of run.context.pages()) if (page !== run.observer) await page.close();
}
