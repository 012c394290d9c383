import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { speakEnglish } from '@/tests/support/i18n';
import { showTally } from './action-badge';
import { nextWake, planWake } from './alarms';
import { logError, loggedErrors, withoutData } from './log';
import { withoutPort } from './match-patterns';
import { grantedPatterns, injectInto, renewRegistration } from './sites';

beforeEach(() => fakeBrowser.reset());

describe('the next look', () => {
  const minute = 60_000;
  const now = 1_000 * minute;

  it.each([
    ['half an hour at most', [], 30 * minute],
    ['half an hour at most, whatever lies further ahead', [now + 90 * minute, undefined], 30 * minute],
    ['the next instant of attention', [now + 12 * minute, now + 20 * minute], 12 * minute],
    ['never what is past', [now - minute, now, now + 5 * minute], 5 * minute],
    ['never sooner than stores allow', [now + 1], minute / 2],
  ])('is %s', (_, candidates, expected) => {
    expect(nextWake(now, candidates) - now).toBe(expected);
  });

  it('is one alarm, planned anew each time, that comes again by itself', async () => {
    await planWake(now);
    await planWake(now + minute);
    expect(await fakeBrowser.alarms.getAll()).toEqual([
      { name: 'wake', scheduledTime: now + minute, periodInMinutes: 30 },
    ]);
  });
});

it('shows one figure on the button and in its title, however many wait', async () => {
  speakEnglish();
  const title = vi.fn();
  const badge = vi.fn();
  const action = { setBadgeText: badge, setBadgeBackgroundColor: vi.fn(), setBadgeTextColor: vi.fn(), setTitle: title };
  Object.assign(fakeBrowser, { action });
  for (const count of [0, 1, 99, 100]) await showTally({ count });
  expect(badge.mock.calls.map(([{ text }]) => text)).toEqual(['', '1', '99', '99+']);
  expect(title.mock.calls.map(([{ title: words }]) => words)).toEqual([
    'Holdfast',
    'Holdfast: 1 person to contact today',
    'Holdfast: 99 people to contact today',
    'Holdfast: 99+ people to contact today',
  ]);
});

describe('the log', () => {
  it("holds nobody's data", () => {
    const told = withoutData(
      new TypeError(
        'Key "ann@acme.example" of Ann_Lee\'s row ann@acme.example at https://mail.acme.example/x is 42 for Łukasz',
      ),
    );
    expect(told).toMatch(/^TypeError Key … of …/);
    for (const secret of ['ann@', 'acme', '42', 'Łukasz', 'Ann_Lee']) expect(told).not.toContain(secret);
  });

  it('keeps the newest two hundred, in order, though they come at once', async () => {
    const spoken = vi.spyOn(console, 'error').mockReturnValue();
    for (let n = 0; n < 205; n++) logError(`place-${n}`, new Error('x'));
    const kept = await loggedErrors();
    expect(spoken).toHaveBeenCalledTimes(205);
    expect([kept.length, kept[0]?.where, kept.at(-1)?.where]).toEqual([200, 'place-5', 'place-204']);
  });
});

describe('granted sites', () => {
  const scripting = {
    getRegisteredContentScripts: vi.fn(),
    registerContentScripts: vi.fn(),
    updateContentScripts: vi.fn(),
    unregisterContentScripts: vi.fn(),
  };
  const grant = (...origins: string[]) => {
    vi.spyOn(fakeBrowser.permissions, 'getAll').mockImplementation(() => Promise.resolve({ origins, permissions: [] }));
  };

  beforeEach(() => {
    Object.assign(fakeBrowser, { scripting });
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
      manifest_version: 3,
      name: 'x',
      version: '1',
      content_scripts: [{ matches: ['https://mail.google.com/*'], js: ['content-scripts/gmail.js'] }],
    });
  });

  it('are those named one by one, without the static ones', async () => {
    grant(
      'https://mail.google.com/*',
      'https://mail.acme.example/*',
      'http://*/*',
      'https://*/*',
      '*://*/*',
      '<all_urls>',
    );
    expect(await grantedPatterns()).toEqual(['https://mail.acme.example/*']);
  });

  it('are registered, updated and taken away, and never twice under one id', async () => {
    grant('https://mail.acme.example/*');
    scripting.getRegisteredContentScripts.mockResolvedValue([]);
    await renewRegistration();
    expect(scripting.registerContentScripts).toHaveBeenCalledWith([
      expect.objectContaining({
        js: ['/content-scripts/site.js', '/content-scripts/any-page.js'],
        matches: ['https://mail.acme.example/*'],
        allFrames: true,
      }),
    ]);
    scripting.getRegisteredContentScripts.mockResolvedValue([{ id: 'sites' }]);
    await renewRegistration();
    expect(scripting.registerContentScripts).toHaveBeenCalledTimes(1);
    expect(scripting.updateContentScripts).toHaveBeenCalledTimes(1);
    grant();
    await renewRegistration();
    expect(scripting.unregisterContentScripts).toHaveBeenCalledWith({ ids: ['sites'] });
  });

  it('are registered apart where a script of their own knows them', async () => {
    grant('https://outlook.office.com/*', 'https://mail.acme.example/*');
    scripting.getRegisteredContentScripts.mockResolvedValue([]);
    await renewRegistration();
    expect(scripting.registerContentScripts.mock.calls.flat(2)).toEqual([
      expect.objectContaining({
        id: 'sites',
        matches: ['https://mail.acme.example/*'],
        js: expect.arrayContaining(['/content-scripts/site.js']),
      }),
      expect.objectContaining({
        id: 'webmail',
        matches: ['https://outlook.office.com/*'],
        js: ['/content-scripts/webmail.js'],
      }),
    ]);
  });

  it('are started in open tabs by the script that knows them', async () => {
    const url = new Map([
      ['https://outlook.office.com/*', 71],
      ['https://mail.acme.example/*', 72],
    ]);
    const executeScript = vi.fn();
    Object.assign(fakeBrowser, { scripting: { ...scripting, executeScript } });
    const query = vi.spyOn(fakeBrowser.tabs, 'query') as unknown as { mockImplementation(fn: unknown): void };
    query.mockImplementation(async (asked: { url: string }) => [{ id: url.get(asked.url) }]);
    await injectInto([...url.keys(), '<all_urls>']);
    expect(executeScript.mock.calls.map(([{ target, files }]) => [target.tabId, files[0]])).toEqual([
      [71, '/content-scripts/webmail.js'],
      [72, '/content-scripts/site.js'],
    ]);
  });

  it('are registered once though the grant is told twice at the same time', async () => {
    grant('https://mail.acme.example/*');
    const ids = new Set<string>();
    scripting.getRegisteredContentScripts.mockImplementation(async () => [...ids].map((id) => ({ id })));
    scripting.registerContentScripts.mockImplementation(async (scripts: readonly { readonly id: string }[]) => {
      for (const { id } of scripts) {
        if (ids.has(id)) throw new Error('Duplicate script ID');
        ids.add(id);
      }
    });
    await expect(Promise.all([renewRegistration(), renewRegistration()])).resolves.toBeDefined();
    scripting.getRegisteredContentScripts.mockRejectedValueOnce(new Error('gone'));
    await expect(renewRegistration()).rejects.toThrow('gone');
    await expect(renewRegistration()).resolves.toBeUndefined();
  });

  it.each([
    ['http://127.0.0.1:8080/*', 'http://127.0.0.1/*'],
    ['http://mail.acme.example:*/*', 'http://mail.acme.example/*'],
    ['https://mail.acme.example/*', 'https://mail.acme.example/*'],
  ])('%s has no port in Firefox', (pattern, expected) => {
    expect(withoutPort(pattern)).toBe(expected);
  });
});
