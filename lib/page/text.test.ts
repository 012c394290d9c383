import { expect, it } from 'vitest';
import { sayWith } from './text';

it('fills in values in any order and leaves none behind', () => {
  const say = sayWith({ pageBadgeAndMore: '$2 more than $1', pageMore: '+$1' });
  expect(say('pageBadgeAndMore', 'Ann', 2)).toBe('2 more than Ann');
  expect(say('pageMore')).toBe('+');
});

it('does not read values as places', () => {
  expect(sayWith({ pageTrackPerson: 'Track $1' })('pageTrackPerson', '$1 $2 Ltd')).toBe('Track $1 $2 Ltd');
});

it('shows nothing rather than a key', () => {
  expect(sayWith({})('pageTrack')).toBe('');
});
