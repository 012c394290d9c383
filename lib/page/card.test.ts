// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MessageError } from '@/lib/messaging/client';
import { fakeWorld, hosts, mail } from '@/tests/support/fake-page';
import {
  ann,
  box,
  card,
  click,
  control,
  fillIn,
  leavePage,
  onTrack,
  openCard,
  openFirst,
  preparePage,
  press,
  settle,
} from '@/tests/support/open-card';

beforeEach(preparePage);
afterEach(leavePage);

describe('the contact card', () => {
  it('says who, how they stand and why, and takes the focus', async () => {
    await openCard();
    expect(box()?.textContent).toContain('Ann Lee');
    expect(box()?.textContent).toContain('Norrsken · ann@norrsken.example');
    expect(box()?.textContent).toContain('Due since 12 Nov. Last contact 3 Nov: Ann wrote.');
    expect(box()?.getAttribute('role')).toBe('dialog');
    expect(hosts('panel')[0]?.shadowRoot?.activeElement).toBe(box());
    expect(hosts()[0]?.shadowRoot?.querySelector('button')?.getAttribute('aria-expanded')).toBe('true');
  });

  it('closes on Escape and gives the focus back', async () => {
    await openCard();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(box()).toBeUndefined();
    expect(hosts()[0]?.shadowRoot?.activeElement).toBe(hosts()[0]?.shadowRoot?.querySelector('button'));
  });

  it('closes on a click outside and on a second click at its badge', async () => {
    await openCard();
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
    await openCard();
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    hosts('panel')[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', bubbles: true, composed: true }));
    document.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
  });

  it('offers a promise of a mail just sent, and keeps it only by a press', async () => {
    const text = 'You promised Ann: “<b>send</b> the quote” by Friday.';
    const { last, sent } = await openCard({ offer: { promiseId: 'p1', text } });
    expect(box()?.textContent).toContain(text);
    expect(sent.map(({ name }) => name)).not.toContain('answerPromise');
    await press('Keep as follow-up');
    expect(last()).toMatchObject({ name: 'answerPromise', request: { promiseId: 'p1', keeps: true } });
  });

  it('takes "Not a promise" for an answer', async () => {
    const { last } = await openCard({ offer: { promiseId: 'p1', text: 'You promised Ann: “call” by Friday.' } });
    await press('Not a promise');
    expect(last()).toMatchObject({ name: 'answerPromise', request: { promiseId: 'p1', keeps: false } });
  });

  it('logs at once, and says so in place of the buttons', async () => {
    const { last } = await openCard();
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
    const { last } = await openCard();
    await press('Call: tried, no answer');
    const { request } = last() ?? {};
    expect(request).toMatchObject({ outcome: 'tried' });
    await press('Undo');
    expect(last()).toMatchObject({ name: 'undo', request: { actId: request?.id } });
    expect(last()?.request.id).not.toBe(request?.id);
  });

  it('adds a note to what was logged, and offers no day for acts that have none', async () => {
    const { last } = await openCard();
    await press('Call');
    await press('Add note');
    await fillIn(' about the pallets ');
    expect(last()).toMatchObject({ name: 'addNote', request: { interactionId: 'call-1', note: 'about the pallets' } });
    expect(control('Yesterday')).toBeDefined();
    await press('No reply needed');
    expect(last()).toMatchObject({ name: 'noReplyNeeded', request: { interactionId: 'mail-1' } });
    expect(control('Yesterday')).toBeUndefined();
  });

  it('does nothing on a click that comes too soon or twice', async () => {
    const { sent } = await openCard();
    click(control('Call'));
    await settle();
    expect(sent.some(({ name }) => name === 'logInteraction')).toBe(false);
    await press('Call');
    click(control('Undo'));
    await settle();
    expect(sent.filter(({ name }) => name === 'undo')).toEqual([]);
  });

  it('says what went wrong in plain words, and keeps its buttons', async () => {
    const { answers } = await openCard();
    answers.set('logInteraction', () => Promise.reject(new MessageError('errorDiskFull')));
    await press('Call');
    expect(box()?.querySelector('[role=alert]')?.textContent).toMatch(/^The disk is full/);
    expect(control('Call')).toBeDefined();
    expect(control('Undo')).toBeUndefined();
  });

  it('opens web addresses, and no others', async () => {
    await openCard();
    expect(control('Reply')?.getAttribute('href')).toBe('https://mail.test/#thread/1');
    await press('More');
    expect(control('Search mail')?.getAttribute('href')).toBe('https://mail.test/#search/ann');
    expect(control('Search mail')?.getAttribute('rel')).toBe('noopener');
  });

  it('leads with the first of several, and keeps their order', async () => {
    const write = { label: 'Write', url: 'https://mail.test/?to=ann' };
    await openCard({ leads: [{ label: 'Look', url: 'https://mail.test/#search/ann' }, write] });
    expect([control('Look')?.className, control('Write')?.className]).toEqual(['btn primary', 'btn']);
    expect(control('Write')?.getAttribute('href')).toBe('https://mail.test/?to=ann');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'mailto:ann@norrsken.example', 'search'])(
    'never links to %s',
    async (address) => {
      await openCard({ searchUrl: address, leads: [{ label: 'Reply', url: address }] });
      await press('More');
      expect(box()?.querySelectorAll('a')).toHaveLength(0);
    },
  );

  it('asks when the last contact was, of somebody never seen, and offers the search for it', async () => {
    const { answers, last } = await openCard({ asksLastInTouch: true, owedInteractionId: undefined });
    expect(control('Search mail')?.getAttribute('href')).toBe('https://mail.test/#search/ann');
    answers.set('setLastInTouch', () => ({ text: 'noted', contactIds: ['ann'], card }));
    await press('This month');
    expect(last()).toMatchObject({ name: 'setLastInTouch', request: { when: 'this-month' } });
    expect(control('This month')).toBeUndefined();
  });

  it('shows names as text', async () => {
    await openCard({ name: '<img src=x onerror=alert(1)>', company: '"><script>' });
    expect(box()?.querySelector('img,script')).toBeNull();
    expect(box()?.querySelector('h2')?.textContent).toMatch(/^<img/);
  });

  it('changes the badge by the answer to the act alone, without asking the page’s people again', async () => {
    const { sent } = await openCard();
    const badge = () => hosts()[0]?.shadowRoot?.querySelector('button')?.textContent;
    expect(badge()).toBe('Overdue 12 d');
    await press('Call');
    expect(badge()).toBe(onTrack.label);
    expect(sent.filter(({ name }) => name === 'reportSightings')).toHaveLength(1);
    await press('Undo');
    expect(badge()).toBe(onTrack.label);
  });

  it('follows what is written elsewhere', async () => {
    const { answers, say } = await openCard();
    answers.set('getCard', () => ({ ...card, badge: { ...card.badge, label: 'On track' } }));
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
