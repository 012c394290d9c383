import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { nextWake, planWake } from './alarms';
import { logError, loggedErrors, withoutData } from './log';
import { grantedPatterns, renewRegistration, withoutPort } from './sites';

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
      expect.objectContaining({ matches: ['https://mail.acme.example/*'], allFrames: true }),
    ]);
    scripting.getRegisteredContentScripts.mockResolvedValue([{ id: 'sites' }]);
    await renewRegistration();
    expect(scripting.registerContentScripts).toHaveBeenCalledTimes(1);
    expect(scripting.updateContentScripts).toHaveBeenCalledTimes(1);
    grant();
    await renewRegistration();
    expect(scripting.unregisterContentScripts).toHaveBeenCalledWith({ ids: ['sites'] });
  });

  it.each([
    ['http://127.0.0.1:8080/*', 'http://127.0.0.1/*'],
    ['http://mail.acme.example:*/*', 'http://mail.acme.example/*'],
    ['https://mail.acme.example/*', 'https://mail.acme.example/*'],
  ])('%s has no port in Firefox', (pattern, expected) => {
    expect(withoutPort(pattern)).toBe(expected);
  });
});
