import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ActsProvider } from '@/components/acts';
import { MomentProvider } from '@/components/moment';
import { Popup } from '@/components/Popup';
import type { Interaction } from '@/lib/core/model';
import type { Settings } from '@/lib/core/settings';
import { defaultSettings } from '@/lib/db/settings';
import { newId } from '@/lib/messaging/new-id';
import type { MessageName } from '@/lib/messaging/protocol';
import { type ServiceName, services } from '@/lib/services/services';
import { aBench, type Bench, day, tuesday } from './background';
import { speakEnglish } from './i18n';
import { layOut } from './layout';
import { underway } from './underway';

/** Generous: the machine may be busy. Nothing waits longer than it must. */
configure({ asyncUtilTimeout: 4_000 });

export interface SentMessage {
  readonly name: MessageName;
  readonly request: Record<string, unknown>;
}
type Answer = (request: Record<string, unknown>) => unknown;

/** The background behind the popup: the real services on a real database, without a browser. */
export interface Stage extends Bench {
  readonly sent: SentMessage[];
  /** Answers a message in place of the services; an `Error` thrown here is a failure of the background. */
  readonly answers: Partial<Record<MessageName, Answer>>;
  /** A customer whose last contact was a call that many days ago. */
  customer(
    name: string,
    daysAgo: number,
    more?: { readonly company?: string; readonly mail?: string },
  ): Promise<string>;
  /** Their mail of that many days ago, which waits for an answer. */
  mailFrom(contactId: string, daysAgo: number, subject: string): Promise<void>;
}

/** Tuesday, 4 August 2026, eleven o'clock in Berlin; consent given, nobody tracked. */
export async function aStage({ consent = true } = {}): Promise<Stage> {
  process.env.TZ = 'Europe/Berlin';
  vi.useFakeTimers({ toFake: ['Date'], now: tuesday });
  speakEnglish();
  layOut();
  giveLocks();
  const bench = await aBench();
  const sent: SentMessage[] = [];
  const answers: Stage['answers'] = {};
  const answer = async ({ name, request }: SentMessage) => {
    sent.push({ name, request });
    const own = answers[name];
    if (own) return own(request);
    const serve = services[name as ServiceName] as (db: unknown, request: unknown, context: unknown) => unknown;
    return serve(bench.db, request, bench.ours());
  };
  Object.assign(fakeBrowser.runtime, {
    sendMessage: (message: SentMessage) =>
      underway(
        answer(message).then(
          (value) => ({ ok: true, value }),
          () => ({ ok: false, error: 'errorUnexpected' }),
        ),
      ),
  });
  Object.assign(fakeBrowser.tabs, { query: async () => [] });
  if (consent) await services.giveConsent(bench.db, { id: newId(), ownAddresses: [] }, bench.ours());
  return Object.assign(bench, { sent, answers, ...makers(bench) });
}

function makers(bench: Bench): Pick<Stage, 'customer' | 'mailFrom'> {
  return {
    async customer(name, daysAgo, { company, mail } = {}) {
      const wanted = { id: newId(), name, company, address: mail, stage: 'customer' as const };
      const { contactIds } = await services.addContact(bench.db, wanted, bench.ours());
      const contactId = contactIds[0] ?? '';
      const occurredOn = new Date(bench.now - daysAgo * day).toISOString().slice(0, 10);
      const log = { id: newId(), contactId, kind: 'call' as const, outcome: 'reached' as const, occurredOn };
      await services.logInteraction(bench.db, log, bench.ours());
      return contactId;
    },
    async mailFrom(contactId, daysAgo, subject) {
      const { db, now } = bench;
      const row = await db.addresses.where('contactId').equals(contactId).first();
      if (!row) throw new Error('give the customer a mail address first');
      const { aMail, aReport } = await import('./background');
      const from = `Somebody <${row.address}>`;
      const url = 'https://mail.google.com/mail/u/0/#inbox/thread1';
      const mail = aMail(now - daysAgo * day, { mailbox: from, from, subject, url, threadId: 'thread1' });
      await services.reportSightings(db, aReport('thread', [mail]), bench.page());
    },
  };
}

/** Opens the popup and waits until it has read what it shows. */
export async function openPopup(stage: Bench, open = () => Promise.resolve(stage.db)) {
  const user = userEvent.setup({ advanceTimers: () => undefined });
  const view = render(<Popup open={open} />);
  await screen.findByRole('heading', { level: 1 });
  await settled();
  return { user, ...view };
}

/** Until nothing is being read any more. */
export async function settled(): Promise<void> {
  await waitFor(() => expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('false'));
}

/** A component by itself, with time, settings and acts around it. */
export function renderAlone(children: ReactNode, changes: Partial<Settings> = {}) {
  speakEnglish();
  layOut();
  const settings = { ...defaultSettings('en-GB'), ...changes };
  const user = userEvent.setup();
  const view = render(
    <ActsProvider>
      <MomentProvider settings={settings} mailboxes={[]} now={tuesday}>
        {children}
      </MomentProvider>
    </ActsProvider>,
  );
  return { user, ...view };
}

/** What was logged, newest last. */
export async function logged(stage: Bench): Promise<readonly Interaction[]> {
  return stage.db.interactions.orderBy('occurredAt').toArray();
}

/** happy-dom has no lock manager; one context needs none. */
function giveLocks(): void {
  if (navigator.locks) return;
  const locks = { request: (_name: string, task: () => unknown) => Promise.resolve().then(task) };
  Object.defineProperty(navigator, 'locks', { configurable: true, value: locks });
}
