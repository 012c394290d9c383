// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { roundcubeCompose } from './roundcube-compose';

const shows = (...kinds: readonly string[]) => {
  document.body.innerHTML = `<div class="error"></div><div id="messagestack">${kinds
    .map((kind) => `<div class="${kind} content ui alert"></div>`)
    .join('')}</div>`;
  return roundcubeCompose.failed?.(document);
};

describe('a mail that did not go out', () => {
  it('is told by an error among the messages, not by one elsewhere', () => {
    expect(shows()).toBe(false);
    expect(shows('error')).toBe(true);
    expect(shows('warning', 'notice')).toBe(false);
  });

  it('is not told by the error of the try before, while the next is on its way or has gone out', () => {
    expect(shows('error', 'loading')).toBe(false);
    expect(shows('error', 'confirmation')).toBe(false);
  });
});
