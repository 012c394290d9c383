// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { part as box, violations } from '@/tests/support/contact-tab';
import { aWording, next, prepare, record, show, takeBack } from '@/tests/support/recovery-page';
import { anEvent, aRecovery, deeds, story, storyEvents, upTo } from '@/tests/support/recovery-rows';
import { at } from '@/tests/support/rows';
import { xss } from '@/tests/support/xss';

const { opened, apologised, promise, fixed, extra } = story;
beforeEach(prepare);

const steps = () =>
  box('The six steps')
    .getAllByRole('listitem')
    .map((one) => one.textContent);

describe('head and course', () => {
  it('says who, how it stands and what happened, under headings in order', () => {
    show('2026-11-16 11:00', []);
    expect(screen.getByRole('heading', { level: 1, name: 'Marta Lindqvist' })).toBeDefined();
    expect(screen.getByText('Norrsken')).toBeDefined();
    expect(screen.getByText('Step 1 of 6, today')).toBeDefined();
    const happened = box('What happened');
    expect(happened.getByText('The delivery came a week late.')).toBeDefined();
    const facts = happened.getAllByRole('listitem').map((one) => one.textContent);
    expect(facts).toEqual(['A below-par experience', 'Serious', 'A mistake', 'No money lost']);
    const levels = screen.getAllByRole('heading').map((one) => Number(one.tagName.slice(1)));
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 1) + 1)).toBe(true);
  });

  it.each([
    ['2026-11-16 11:00', [], 'Step 1 of 6, today'],
    ['2026-11-16 17:30', upTo(apologised), 'Step 2 of 6'],
    ['2026-11-19 11:00', upTo(apologised), 'Step 2 of 6, 2 d late'],
    ['2026-11-26 12:00', storyEvents, 'All OK'],
    ['2026-11-17 12:00', [anEvent('2026-11-17 09:00', deeds.lost)], 'Lost'],
    ['2026-11-17 12:00', [anEvent('2026-11-17 09:00', deeds.withdrawn)], 'Withdrawn'],
  ])('the pill at %s', (now, events, pill) => {
    show(now, events);
    expect(document.querySelector('.tab-who .pill')?.textContent).toBe(pill);
  });

  it('leads through six steps: what was done when and by what, what is due, what waits', () => {
    const proven = { ...fixed, aboutId: 'mail-1' };
    show('2026-11-20 15:00', [...upTo(promise), proven]);
    expect(steps()).toEqual([
      expect.stringMatching(/^Listen and apologiseDone on MondayApologised · entered by you$/),
      expect.stringMatching(/^Involve the customerDone on TuesdayPlanned: Send it by courier\. · entered by you$/),
      expect.stringMatching(/^Fix the problem, not the blameDone todayFixed · seen in your mail$/),
      '4Something extraDue on Monday',
      '5Follow upLater',
      '6Repeat businessWaits for an OK',
    ]);
    expect(
      screen
        .getByText(/^Something extra$/)
        .closest('li')
        ?.getAttribute('aria-current'),
    ).toBe('step');
  });

  it('names the hour of an apology that waits for the morning, and offers two lines now', async () => {
    const late = aRecovery('2026-11-20 18:30');
    const wordings = [aWording('We have heard you.', { isHoldingNote: true })];
    const user = show('2026-11-20 18:40', [], { recovery: late, more: { wordings } });
    expect(next().getByText('Due on Monday by 10:00')).toBeDefined();
    const note = within(next().getByRole('heading', { name: 'A short note now' }).closest('section') ?? document.body);
    expect(note.getByText(/hears more from you on Monday\.$/)).toBeDefined();
    expect(note.getByDisplayValue('We have heard you.')).toBeDefined();
    expect(box('Something else happened?').queryByText('Holding note sent')).toBeNull();
    await user.click(note.getByRole('button', { name: 'I have sent it' }));
    expect(record).toHaveBeenCalledWith({ kind: 'holding-note' }, { note: undefined, occurredAt: undefined });
  });

  it('shows the whole course, newest first, without what was taken back', () => {
    const taken = anEvent('2026-11-17 09:45', deeds.note, { note: 'Wrong case' });
    const undone = anEvent('2026-11-17 09:46', { kind: 'void', voidsId: taken.id }, { voidsId: taken.id });
    const late = anEvent('2026-11-17 09:50', deeds.note, { note: 'Was calm', recordedAt: at('2026-11-18 09:00') });
    show('2026-11-18 10:00', upTo(promise, taken, undone, late));
    const entries = box('The whole course')
      .getAllByRole('listitem')
      .map((one) => one.textContent);
    expect(entries[0]).toBe('yesterdayNoteTake backWas calmEntered today');
    expect(entries[1]).toBe('yesterdayPromised: Jonas Falk fixes it by FridayTake back');
    expect(entries.at(-1)).toBe('MondayRecovery opened');
    expect(entries).toHaveLength(upTo(promise).length + 2);
  });

  it('takes an entry back', async () => {
    const user = show('2026-11-18 10:00', upTo(promise));
    const entry = 'Take back: Promised: Jonas Falk fixes it by Friday';
    await user.click(box('The whole course').getByRole('button', { name: entry }));
    expect(takeBack).toHaveBeenCalledExactlyOnceWith(promise);
  });

  it('keeps what was asked, planned and given, and the extras with their cost', () => {
    const more = [anEvent('2026-11-20 14:10', deeds.given), anEvent('2026-11-20 14:11', { ...deeds.extra, cost: 2 })];
    show('2026-11-20 15:00', upTo(extra, ...more));
    const agreed = box('Asked, planned, given');
    for (const words of ['A replacement before the fair.', 'Send it by courier.', 'A replacement, two days early.']) {
      expect(agreed.getByText(words)).toBeDefined();
    }
    expect(agreed.getByText('Free shipping for a year (cost 40)')).toBeDefined();
    expect(agreed.getByText('Cost so far: 42')).toBeDefined();
  });
});

it.each(xss.slice(0, 12))('shows %j as the words it is', (word) => {
  const recovery = { ...opened, happened: word, owner: word, manager: word, reason: 'mistreated' as const };
  const events = [
    anEvent('2026-11-16 11:00', { kind: 'asked', text: word }, { note: word }),
    anEvent('2026-11-16 11:01', { kind: 'extra', what: word }),
  ];
  show('2026-11-16 12:00', events, {
    recovery,
    more: { wordings: [aWording(word)] },
  });
  expect(document.querySelectorAll('body :is(script, iframe, img, style, link, meta, base, object)')).toHaveLength(0);
  expect(screen.getAllByText((_, element) => element?.textContent === word).length).toBeGreaterThanOrEqual(4);
});

it.each([
  ['at first', '2026-11-16 11:00', [], opened],
  ['after hours', '2026-11-20 18:40', [], aRecovery('2026-11-20 18:30', { reason: 'mistreated' })],
  ['in the middle', '2026-11-18 10:00', upTo(promise), opened],
  ['after the end', '2026-11-27 10:00', storyEvents, opened],
])('nothing to complain about: %s', async (_name, now, events, recovery) => {
  const user = show(now, events, { recovery });
  for (const details of document.querySelectorAll('details'))
    await user.click(details.querySelector('summary') ?? details);
  for (const choice of box('Something else happened?').getAllByRole('button').slice(0, 1)) await user.click(choice);
  expect(await violations()).toEqual([]);
});
