// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { leavingReasons } from '@/lib/core/recovery';
import { part as box } from '@/tests/support/contact-tab';
import { edit, next, prepare, record, show } from '@/tests/support/recovery-page';
import { anEvent, aRecovery, deeds, story, storyEvents, upTo } from '@/tests/support/recovery-rows';

import { reasonNames } from './recovery-text';

const { opened, fixed } = story;
beforeEach(prepare);

describe('what else', () => {
  const choices = () =>
    box('Something else happened?')
      .getAllByRole('button')
      .map((one) => one.textContent);

  it.each([
    [
      'at first',
      '2026-11-16 11:00',
      [],
      'Holding note sent, Asked how to put it right, They asked for something, A plan, A promise, Fixed, What they got, ' +
        'Something extra, Nothing extra, Not OK, they said, Note, The end',
    ],
    [
      'once fixed',
      '2026-11-20 14:01',
      upTo(fixed),
      'They asked for something, A plan, What they got, Nothing extra, Not OK, they said, Note, The end',
    ],
    ['after the end', '2026-11-27 10:00', storyEvents, 'Note'],
  ])('only what the case takes: %s', (_name, now, events, expected) => {
    show(now, events);
    expect(choices().join(', ')).toBe(expected);
  });

  it('nothing extra needs a reason, and a note needs words', async () => {
    const user = show('2026-11-20 14:01', upTo(fixed));
    const more = box('Something else happened?');
    await user.click(more.getByRole('button', { name: 'Nothing extra' }));
    const save = () => more.getAllByRole('button', { name: 'Nothing extra' }).at(-1) ?? document.body;
    await user.click(save());
    expect(record).not.toHaveBeenCalled();
    await user.type(more.getByRole('textbox', { name: 'Why not' }), 'Not allowed to take any');
    await user.click(save());
    expect(record).toHaveBeenCalledWith(deeds.noExtra, expect.objectContaining({ note: 'Not allowed to take any' }));
    expect(more.queryByRole('textbox', { name: 'Why not' })).toBeNull();
  });

  it('closes as lost with the reason and a day to try again, and as kept only after an OK', async () => {
    const user = show('2026-11-20 14:01', upTo(fixed));
    const more = box('Something else happened?');
    await user.click(more.getByRole('button', { name: 'The end' }));
    expect(more.queryByRole('radio', { name: 'All OK: they stay' })).toBeNull();
    await user.selectOptions(more.getByRole('combobox', { name: 'Reason' }), 'Lack of care');
    await user.type(more.getByLabelText('Try again on (optional)'), '2027-03-01');
    await user.click(more.getByRole('button', { name: 'Close the recovery' }));
    expect(record).toHaveBeenLastCalledWith(deeds.lost, expect.anything());
    await user.click(more.getByRole('button', { name: 'The end' }));
    await user.click(more.getByRole('radio', { name: 'Withdrawn: we had not let them down' }));
    await user.click(more.getByRole('button', { name: 'Close the recovery' }));
    expect(record).toHaveBeenLastCalledWith(deeds.withdrawn, expect.anything());
  });

  it('says how it ended and when to try again', () => {
    show('2026-11-18 12:00', [anEvent('2026-11-17 09:00', deeds.lost)]);
    const closed = box('Closed');
    expect(closed.getByText('Recovery: lost yesterday')).toBeDefined();
    expect(closed.getByText('Lack of care')).toBeDefined();
    expect(closed.getByText('Try again on 1 Mar 2027.')).toBeDefined();
    expect(screen.queryByRole('heading', { name: /^Next:/ })).toBeNull();
  });
});

describe('escalation', () => {
  const before = aRecovery('2026-10-01 10:00', { id: '01JR0000000000000000000001' });
  const others = [{ recovery: before, events: [] }];

  it('names the manager first and says why, with a link to the earlier case', async () => {
    const user = show('2026-11-16 11:00', [], { others });
    const why = box('Not the usual course');
    expect(why.getByText(/No manager is named yet\. Marta hears first/)).toBeDefined();
    expect(why.getByRole('link', { name: 'recovery opened on 1 Oct' }).getAttribute('href')).toBe(`?id=${before.id}`);
    expect(screen.getByRole('heading', { name: 'Next: name the manager who stands by it' })).toBeDefined();
    await user.type(next().getByRole('textbox', { name: 'Manager who stands by it' }), 'Ines Duarte');
    await user.click(next().getByRole('button', { name: 'Name the manager' }));
    expect(edit).toHaveBeenCalledExactlyOnceWith({ manager: 'Ines Duarte' });
  });

  it('says who stands by it once somebody does, and then asks for the apology', () => {
    show('2026-11-16 11:00', [], { recovery: { ...opened, manager: 'Ines Duarte' }, others });
    expect(screen.getByText('Ines Duarte stands by it. Name Ines Duarte to Marta first.')).toBeDefined();
    expect(screen.getByRole('heading', { name: 'Next: listen, then apologise' })).toBeDefined();
  });

  it('says nothing of it in a case of the usual course', () => {
    show('2026-11-16 11:00', []);
    expect(screen.queryByRole('heading', { name: 'Not the usual course' })).toBeNull();
  });

  it('gives a case of mistreatment to the manager', () => {
    show('2026-11-16 11:00', [], { recovery: { ...opened, reason: 'mistreated' } });
    expect(box('Not the usual course').getByText(/so the manager leads this recovery/)).toBeDefined();
  });
});

it('changes what happened, all of it together', async () => {
  const user = show('2026-11-16 11:00', []);
  await user.click(screen.getByText('Edit what happened'));
  const happened = box('What happened');
  const words = happened.getByRole('textbox', { name: 'What happened' });
  await user.clear(words);
  await user.type(words, 'Half of it was missing.');
  await user.selectOptions(happened.getByRole('combobox', { name: 'Reason' }), 'Communication broke down');
  await user.selectOptions(happened.getByRole('combobox', { name: 'How serious' }), 'Very serious');
  await user.selectOptions(happened.getByRole('combobox', { name: 'What kind of failure' }), 'A broken promise');
  await user.click(happened.getByRole('checkbox', { name: 'It cost them money' }));
  await user.type(happened.getByRole('textbox', { name: /^Who leads it/ }), 'Jonas Falk');
  await user.click(happened.getByRole('button', { name: 'Save' }));
  expect(edit).toHaveBeenCalledExactlyOnceWith({
    what: 'Half of it was missing.',
    reason: 'communication',
    severity: 3,
    isMoney: true,
    fault: 'broken-promise',
    owner: 'Jonas Falk',
    manager: null,
  });
});

it('offers every reason for which customers leave, in the agreed order', () => {
  expect(reasonNames.map(([reason]) => reason)).toEqual([...leavingReasons]);
});
