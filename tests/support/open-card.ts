import { expect, vi } from 'vitest';
import type { ActReply, BadgeView, CardView } from '@/lib/messaging/protocol';
import { SiteRunner } from '@/lib/page/site-runner';
import { fakeWorld, hosts, openRoots, row, tracked } from './fake-page';

export const ann = 'Ann Lee <ann@norrsken.example>';
export const card: CardView = {
  contactId: 'ann',
  name: 'Ann Lee',
  company: 'Norrsken',
  addresses: ['ann@norrsken.example'],
  initials: 'AL',
  badge: {
    contactId: 'ann',
    status: 'overdue',
    label: 'Overdue 12 d',
    description: 'Ann Lee: Overdue 12 d. Opens the contact card.',
    inLists: true,
    rank: 12,
  },
  sentences: ['Due since 12 Nov.', 'Last contact 3 Nov: Ann wrote.'],
  owedInteractionId: 'mail-1',
  countedMailId: 'mail-1',
  leads: [{ label: 'Reply', url: 'https://mail.test/#thread/1' }],
  searchUrl: 'https://mail.test/#search/ann',
  snoozes: [{ label: 'Tomorrow', on: '2026-11-25' }],
  today: '2026-11-24',
  yesterday: '2026-11-23',
  cadence: 'Every 30 days',
  asksLastInTouch: false,
};
/** Ann's badge once an act has answered. */
export const onTrack: BadgeView = { ...card.badge, status: 'on-track', label: 'On track', rank: 0 };
let runner: SiteRunner | undefined;
let now = 10_000;
const patience = { timeout: 10_000 };

/** A page without layout or covered places; call it in `beforeEach`. */
export function preparePage(): void {
  openRoots();
  vi.stubGlobal('IntersectionObserver', undefined);
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  // Nothing is laid out here, so things stand where their style says.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const style = this instanceof HTMLElement ? this.style : undefined;
    return new DOMRect(Number.parseFloat(style?.left ?? '') || 0, Number.parseFloat(style?.top ?? '') || 0, 0, 0);
  });
  vi.spyOn(performance, 'now').mockImplementation(() => now);
}

/** Call it in `afterEach`. */
export function leavePage(): void {
  runner?.stop();
  document.body.replaceChildren();
}

export const settle = () => new Promise((resolve) => setTimeout(resolve, 60));
export const box = () => hosts('panel')[0]?.shadowRoot?.querySelector('section') ?? undefined;
export const control = (name: string) =>
  [...(box()?.querySelectorAll<HTMLElement>('button,a') ?? [])].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
export const click = (element: Element | null | undefined) =>
  element?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }));

/** A person takes at least half a second to find the next button. */
export async function press(name: string) {
  // On a busy machine the card may come later than `settle` waits.
  const found = await vi.waitFor(() => {
    const one = control(name);
    expect(one, name).toBeDefined();
    return one;
  }, patience);
  now += 600;
  click(found);
  await settle();
}

/** Writes into the one field of an open form and saves it. */
export async function fillIn(value: string) {
  const field = box()?.querySelector('input');
  if (!field) throw new Error('There is no field.');
  field.value = value;
  await press('Save');
}

/** Runs Holdfast on a page. */
export async function startOn(fake: ReturnType<typeof fakeWorld>, html: string) {
  document.body.innerHTML = html;
  runner = new SiteRunner(fake.world);
  runner.start();
  await settle();
}

/** Runs Holdfast on a page and clicks its first badge. */
export async function openFirst(fake: ReturnType<typeof fakeWorld>, html: string) {
  await startOn(fake, html);
  const badge = await vi.waitFor(() => {
    const one = hosts()[0]?.shadowRoot?.querySelector('button');
    expect(one).toBeTruthy();
    return one;
  }, patience);
  click(badge);
  await settle();
}

/** Opens Ann's card; every act on it is answered with the act's own name. */
export async function openCard(given: Partial<CardView> = {}) {
  const fake = fakeWorld(() => tracked('ann', 12));
  const shown = { ...card, ...given };
  fake.answers.set('getCard', () => shown);
  const done = (text: string): ActReply => ({
    text,
    contactIds: ['ann'],
    interactionId: 'call-1',
    card: { ...shown, badge: onTrack },
  });
  for (const name of [
    'logInteraction',
    'moveInteraction',
    'addNote',
    'snooze',
    'noReplyNeeded',
    'setLastInTouch',
    'discountInteraction',
    'openRecovery',
    'undo',
  ] as const) {
    fake.answers.set(name, () => done(name));
  }
  // After these there is no contact, or no badge, to show a card of.
  for (const name of ['untrack', 'wrongPerson', 'neverBadge', 'hideBadges'] as const) {
    fake.answers.set(name, () => ({ text: name, contactIds: ['ann'] }));
  }
  await openFirst(fake, `<div class="list">${row('1', ann)}</div>`);
  const last = () => fake.sent.at(-1) as { name: string; request: Record<string, unknown> } | undefined;
  return { ...fake, last };
}
