// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { ContactStatus } from '@/lib/core/model';
import { renderAlone } from '@/tests/support/popup';
import { xss } from '@/tests/support/xss';
import { ContactRow } from './ContactRow';
import { PeopleOnPage } from './PeopleOnPage';
import type { RowDeeds } from './row-view';
import { Toast } from './Toast';

const nothing = () => undefined;
const deeds: RowDeeds = {
  searchesMail: true,
  takeStep: nothing,
  write: nothing,
  log: nothing,
  snooze: nothing,
  skip: nothing,
  noReplyNeeded: nothing,
  searchMail: nothing,
  open: nothing,
};

function rowOf(word: string) {
  const status: ContactStatus = 'overdue';
  const step = { label: word, act: 'write' as const };
  return (
    <ContactRow
      row={{ contactId: '1', name: word, company: word, status, label: word, reason: word, step }}
      deeds={deeds}
      active
      reachable
      onPart={nothing}
    />
  );
}

function screenOf(word: string) {
  return (
    <>
      {rowOf(word)}
      <PeopleOnPage
        people={[{ mailbox: word, address: word, name: word, state: 'untracked' }]}
        folded={false}
        onTrack={nothing}
      />
      <Toast notice={{ text: word, failed: false, undoable: true }} onUndo={nothing} onDismiss={nothing} />
    </>
  );
}

/** Every element and its attributes' names, without any text. */
function skeleton(within: Element): string {
  const elements = [...within.querySelectorAll('*')];
  return elements.map((one) => `${one.tagName} ${one.getAttributeNames().sort().join(' ')}`).join('\n');
}

let harmless = '';
beforeEach(() => {
  const { container, unmount } = renderAlone(screenOf('Ann'));
  harmless = skeleton(container);
  unmount();
});

it('knows sixty ways to do harm', () => {
  expect(new Set(xss).size).toBeGreaterThanOrEqual(60);
});

it.each(xss)('shows %j as the words it is', (word) => {
  const { container } = renderAlone(screenOf(word));
  expect(skeleton(container)).toBe(harmless);
  expect(document.querySelectorAll('script, iframe, style, link, meta, base')).toHaveLength(0);
  expect(screen.getAllByText((_, element) => element?.textContent === word).length).toBeGreaterThanOrEqual(4);
  expect(Reflect.get(window, '__xss')).toBeUndefined();
});
