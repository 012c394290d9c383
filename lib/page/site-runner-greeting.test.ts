// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeWorld, hosts, row, stopTime, texts, tracked } from '@/tests/support/fake-page';
import { SiteRunner } from './site-runner';

const ann = 'Ann Lee <ann@norrsken.example>';
let runner: SiteRunner | undefined;

beforeEach(() => {
  stopTime();
});
afterEach(() => {
  runner?.stop();
  vi.useRealTimers();
});

/** Lets messages arrive and a frame pass. */
async function settle(ms = 40) {
  for (let turn = 0; turn < 4; turn++) await vi.advanceTimersByTimeAsync(ms / 4);
}

async function start(fake: ReturnType<typeof fakeWorld>, html: string) {
  document.body.innerHTML = html;
  runner = new SiteRunner(fake.world);
  runner.start();
  await settle();
}

describe('a page', () => {
  it('that moves on while it is greeted is read once it has had time to show what is there', async () => {
    const fake = fakeWorld(() => tracked('ann'));
    const started = start(fake, `<div class="list">${row('1', ann)}</div>`);
    fake.state.url = 'https://mail.test/#sent';
    dispatchEvent(new Event('hashchange'));
    await started;
    expect(fake.sent.map(({ name }) => name)).toEqual(['hello']);
    await settle(600);
    expect(hosts()).toHaveLength(1);
  });

  it('that is read already hears at once of what was written, also while it moves on', async () => {
    const fake = fakeWorld(() => tracked('ann'));
    await start(fake, `<div class="list">${row('1', ann)}</div>`);
    fake.answers.set('hello', async () => {
      fake.state.url += '2';
      return { ...fake.state, hiddenUntilAt: Date.now() + 60_000, texts, direction: 'ltr' };
    });
    fake.say({ name: 'revision' });
    await settle(200);
    expect(hosts()).toEqual([]);
  });
});
