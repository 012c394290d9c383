// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SiteAdapter } from '@/lib/sites/site-adapter';
import { fakeSite, fakeWorld, openRoots, row, stopTime, tracked, words } from '@/tests/support/fake-page';
import { surveyAnyPage } from './any-page';
import { SiteRunner } from './site-runner';

const ann = 'Ann Lee <ann@norrsken.example>';
const other = '<main><i>tom@birchvale.example</i></main>';
let runner: SiteRunner | undefined;

beforeEach(() => {
  openRoots();
  stopTime();
  document.body.innerHTML = '';
});
afterEach(() => {
  runner?.stop();
  vi.useRealTimers();
});

/** A page of this site, or of none, whose tracked people are all that it shows. */
async function start(site: SiteAdapter | undefined, html: string) {
  document.body.innerHTML = html;
  const fake = fakeWorld((mailbox) => tracked(mailbox));
  const state = { site };
  runner = new SiteRunner({ ...fake.world, siteFor: () => state.site, complete: surveyAnyPage });
  runner.start();
  await vi.advanceTimersByTimeAsync(100);
  const reports = () =>
    fake.sent.flatMap(
      ({ name, request }: { name: string; request: { site: string; sightings: { mailbox: string }[] } }) =>
        name === 'reportSightings'
          ? [`${request.site}: ${request.sightings.map(({ mailbox }) => mailbox).join()}`]
          : [],
    );
  return { state, reports };
}

describe('a page', () => {
  it('of no known site is read by what shows an address', async () => {
    const { reports } = await start(undefined, other);
    expect(reports()).toEqual(['generic: tom@birchvale.example']);
    expect(words()).toHaveLength(1);
  });

  it('of a webmail is never read so, whatever it shows', async () => {
    const { reports } = await start(fakeSite, other);
    expect(reports()).toEqual([]);
  });

  it('of a site is read so where none of its views shows, and by the site where one does', async () => {
    const { reports } = await start({ ...fakeSite, isGenericElsewhere: true }, other);
    expect(reports()).toEqual(['generic: tom@birchvale.example']);
    document.body.innerHTML = `<div class="list">${row('1', ann)}</div>${other}`;
    await vi.advanceTimersByTimeAsync(300);
    expect(reports().slice(1)).toEqual([`fake: ${ann}`]);
    expect(words()).toHaveLength(1);
    document.body.innerHTML = other;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(reports().at(-1)).toBe('generic: tom@birchvale.example');
  });

  it('is the site’s own as soon as that is known', async () => {
    const { state, reports } = await start(undefined, `<div class="list">${row('1', ann)}</div>${other}`);
    state.site = fakeSite;
    document.body.append(document.createElement('p'));
    await vi.advanceTimersByTimeAsync(300);
    expect(reports().at(-1)).toBe(`fake: ${ann}`);
    expect(words()).toHaveLength(1);
  });
});
