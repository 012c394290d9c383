// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { commandOf, logKindOf } from './keys';

function pressed(key: string, changes: Partial<Parameters<typeof commandOf>[0]> = {}) {
  const target = document.createElement('button');
  return { key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, target, ...changes };
}

it.each([
  ['m', 'write'],
  ['l', 'log'],
  ['x', 'no-reply-needed'],
  ['s', 'snooze'],
  ['n', 'skip'],
  ['o', 'open'],
  ['/', 'search'],
  ['j', 'next'],
  ['ArrowDown', 'next'],
  ['k', 'previous'],
  ['ArrowUp', 'previous'],
  ['z', 'undo'],
  ['?', 'help'],
  ['q', undefined],
])('%s means %s', (key, command) => {
  expect(commandOf(pressed(key))).toBe(command);
});

it.each([
  ['c', 'call'],
  ['e', 'meeting'],
  ['m', 'mail'],
  ['t', 'chat'],
  ['x', undefined],
])('l then %s logs %s', (key, kind) => {
  expect(logKindOf(pressed(key))).toBe(kind);
});

it.each([
  ['a text field', { target: document.createElement('input') }],
  ['a note', { target: document.createElement('textarea') }],
  ['a select', { target: document.createElement('select') }],
])('somebody typing in %s is left in peace', (_, where) => {
  expect(commandOf(pressed('z', where))).toBeUndefined();
  expect(logKindOf(pressed('c', where))).toBeUndefined();
});

it('a ticked box is not a text field', () => {
  const target = Object.assign(document.createElement('input'), { type: 'checkbox' });
  expect(commandOf(pressed('j', { target }))).toBe('next');
});

it.each(['ctrlKey', 'metaKey', 'altKey', 'isComposing'] as const)('with %s a key belongs to somebody else', (held) => {
  expect(commandOf(pressed('z', { [held]: true }))).toBeUndefined();
});
