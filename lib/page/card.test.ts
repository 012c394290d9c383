// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MessageError } from '@/lib/messaging/client';
import type { ActReply, CardView } from '@/lib/messaging/protocol';
import { fakeWorld, hosts, mail, openRoots, row, tracked } from '@/tests/support/fake-page';
import { SiteRunner } from './site-runner';

const ann = 'Ann Lee <ann@norrsken.example>';
const card: CardView = {
  contactId: 'ann',
  name: 'Ann Lee',
  company: 'Norrsken',
  addresses: ['ann@norrsken.example'],
  initials: 'AL',
  status: 'overdue',
  label: 'Overdue 12 d',
  sentences: ['Due since 12 Nov.', 'Last contact 3 Nov: Ann wrote.'],
  owedInteractionId: 'mail-1',
  countedMailId: 'mail-1',
  threadUrl: 'https://mail.test/#thread/1',
  composeUrl: 'https://mail.test/?to=ann',
  searchUrl: 'javascript:alert(1)',
  snoozes: [{ label: 'Tomorrow', on: '2026-11-25' }],
  today: '2026-11-24',
  yesterday: '2026-11-23',
  cadenceDays: 30,
  hasIncident: false,
  asksLastInTouch: false,
};
let runner: SiteRunner | undefined;
let now = 10_000;

beforeEach(() => {
  openRoots();
  vi.stubGlobal('IntersectionObserver', undefined);
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  // Nothing is laid out here, so things stand where their style says.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const style = this instanceof HTMLElement ? this.style : undefined;
    return new DOMRect(Number.parseFloat(style?.left ?? '') || 0, Number.parseFloat(style?.top ?? '') || 0, 0, 0);
  });
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  runner?.stop();
  document.body.replaceChildren();
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 60));
const box = () => hosts('panel')[0]?.shadowRoot?.querySelector('section') ?? undefined;
const control = (name: string) =>
  [...(box()?.querySelectorAll<HTMLElement>('button,a') ?? [])].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
const click = (element: Element | null | undefined) =>
  element?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }));
/** A person takes at least half a second to find the next button. */
async function press(name: string) {
  now += 600;
  expect(control(name), name).toBeDefined();
  click(control(name));
  await settle();
}

async function openFirst(fake: ReturnType<typeof fakeWorld>, html: string) {
  document.body.innerHTML = html;
  runner = new SiteRunner(fake.world);
  runner.start();
  await settle();
  click(hosts()[0]?.shadowRoot?.querySelector('button'));
  await settle();
}

async function open(given: Partial<CardView> = {}, html = `<div class="list">${row('1', ann)}</div>`) {
  const fake = fakeWorld(() => tracked('ann', 12));
  const shown = { ...card, ...given };
  fake.answers.set('getCard', () => shown);
  const done = (text: string): ActReply => ({
    text,
    contactIds: ['ann'],
    interactionId: 'call-1',
    card: { ...shown, label: 'On track' },
  });
  for (const name of ['logInteraction', 'moveInteraction', 'addNote', 'snooze', 'noReplyNeeded', 'undo'] as const) {
    fake.answers.set(name, () => done(name));
  }
  await openFirst(fake, html);
  const last = () => fake.sent.at(-1) as { name: string; request: Record<string, unknown> } | undefined;
  return { ...fake, last };
}

describe('the contact card', () => {
  it('says who, how they stand and why, and takes the focus', async () => {
    await open();
    expect(box()?.textContent).toContain('Ann Lee');
    expect(box()?.textContent).toContain('Norrsken · ann@norrsken.example');
    expect(box()?.textContent).toContain('Due since 12 Nov. Last contact 3 Nov: Ann wrote.');
    expect(box()?.getAttribute('role')).toBe('dialog');
    expect(hosts('panel')[0]?.shadowRoot?.activeElement).toBe(box());
    expect(hosts()[0]?.shadowRoot?.querySelector('button')?.getAttribute('aria-expanded')).toBe('true');
  });

  it('closes on Escape and gives the focus back', async () => {
    await open();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(box()).toBeUndefined();
    expect(hosts()[0]?.shadowRoot?.activeElement).toBe(hosts()[0]?.shadowRoot?.querySelector('button'));
  });

  it('closes on a click outside and on a second click at its badge', async () => {
    await open();
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(box()).toBeUndefined();
    click(hosts()[0]?.shadowRoot?.querySelector('button'));
    await settle();
    expect(box()).toBeDefined();
    click(hosts()[0]?.shadowRoot?.querySelector('button'));
    await settle();
    expect(box()).toBeUndefined();
  });

  it('keeps what is typed in it from the application’s shortcuts', async () => {
    await open();
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    hosts('panel')[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', bubbles: true, composed: true }));
    document.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
  });

  it('logs at once, and says so in place of the buttons', async () => {
    const { last } = await open();
    await press('Call');
    expect(last()).toMatchObject({
      name: 'logInteraction',
      request: { contactId: 'ann', kind: 'call', outcome: 'reached' },
    });
    expect(box()?.querySelector('[role=status]')?.textContent).toBe('logInteraction');
    expect(control('Meeting')).toBeUndefined();
    await press('Yesterday');
    expect(last()).toMatchObject({
      name: 'moveInteraction',
      request: { interactionId: 'call-1', occurredOn: '2026-11-23' },
    });
  });

  it('undoes the last act by its own id', async () => {
    const { last } = await open();
    await press('Call: tried, no answer');
    const { request } = last() ?? {};
    expect(request).toMatchObject({ outcome: 'tried' });
    await press('Undo');
    expect(last()).toMatchObject({ name: 'undo', request: { actId: request?.id } });
    expect(last()?.request.id).not.toBe(request?.id);
  });

  it('adds a note to what was logged, and offers no day for acts that have none', async () => {
    const { last } = await open();
    await press('Call');
    await press('Add note');
    const field = box()?.querySelector('input');
    if (field) field.value = ' about the pallets ';
    await press('Save');
    expect(last()).toMatchObject({ name: 'addNote', request: { interactionId: 'call-1', note: 'about the pallets' } });
    expect(control('Yesterday')).toBeDefined();
    await press('No reply needed');
    expect(last()).toMatchObject({ name: 'noReplyNeeded', request: { interactionId: 'mail-1' } });
    expect(control('Yesterday')).toBeUndefined();
  });

  it('does nothing on a click that comes too soon or twice', async () => {
    const { sent } = await open();
    click(control('Call'));
    await settle();
    expect(sent.some(({ name }) => name === 'logInteraction')).toBe(false);
    await press('Call');
    click(control('Undo'));
    await settle();
    expect(sent.filter(({ name }) => name === 'undo')).toEqual([]);
  });

  it('says what went wrong in plain words, and keeps its buttons', async () => {
    const { answers } = await open();
    answers.set('logInteraction', () => Promise.reject(new MessageError('errorDiskFull')));
    await press('Call');
    expect(box()?.querySelector('[role=alert]')?.textContent).toMatch(/^The disk is full/);
    expect(control('Call')).toBeDefined();
    expect(control('Undo')).toBeUndefined();
  });

  it('opens only web addresses, and names the acts of "Not right?"', async () => {
    const { answers, last } = await open();
    expect(control('Reply')?.getAttribute('href')).toBe('https://mail.test/#thread/1');
    await press('More');
    expect(control('Search mail')).toBeUndefined();
    await press('Not right?');
    answers.set('wrongPerson', () => ({ text: 'gone', contactIds: ['ann'] }));
    await press('Wrong person');
    expect(last()).toMatchObject({ name: 'wrongPerson', request: { contactId: 'ann', address: ann } });
    expect(box()?.textContent).toContain('gone');
    expect(control('Call')).toBeUndefined();
    expect(control('Undo')).toBeDefined();
  });

  it('asks when the last contact was, of somebody never seen', async () => {
    const { answers, last } = await open({ asksLastInTouch: true, owedInteractionId: undefined });
    expect(control('Write')?.getAttribute('href')).toBe('https://mail.test/?to=ann');
    answers.set('setLastInTouch', () => ({ text: 'noted', contactIds: ['ann'], card }));
    await press('This month');
    expect(last()).toMatchObject({ name: 'setLastInTouch', request: { when: 'this-month' } });
    expect(control('This month')).toBeUndefined();
  });

  it('shows names as text', async () => {
    await open({ name: '<img src=x onerror=alert(1)>', company: '"><script>' });
    expect(box()?.querySelector('img,script')).toBeNull();
    expect(box()?.querySelector('h2')?.textContent).toMatch(/^<img/);
  });

  it('follows what is written elsewhere', async () => {
    const { answers, say } = await open();
    answers.set('getCard', () => ({ ...card, label: 'On track' }));
    say({ name: 'revision' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(box()?.querySelector('.pill')?.textContent).toBe('On track');
  });
});

describe('tracking from an open mail', () => {
  it('shows what will be stored, stores it as chosen, and opens the card', async () => {
    const fake = fakeWorld(() => ({ state: 'untracked', address: 'ann@norrsken.example', name: 'Ann Lee' }));
    fake.answers.set('getTrackChoices', () => ({
      name: 'Ann Lee',
      address: 'ann@norrsken.example',
      candidates: [{ contactId: 'bo', name: 'Bo Lee', company: 'Norrsken' }],
    }));
    fake.answers.set('track', () => ({ text: 'Tracking Ann Lee.', contactIds: ['ann'], card }));
    fake.answers.set('getCard', () => card);
    await openFirst(fake, `<div class="thread">${mail('1', ann)}</div>`);
    expect(box()?.textContent).toContain('ann@norrsken.example');
    await press('Assistant of …');
    expect(control('Bo Lee · Norrsken')).toBeDefined();
    await press('Customer');
    await settle();
    const tracking = fake.sent.find(({ name }) => name === 'track');
    expect(tracking?.request).toMatchObject({ people: [{ mailbox: ann, as: 'customer' }] });
    expect(box()?.textContent).toContain('Tracking Ann Lee.');
    expect(box()?.textContent).toContain('Overdue 12 d');
  });
});
