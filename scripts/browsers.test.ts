import { describe, expect, it } from 'vitest';
import { BrowserMissing, findChromium, findFirefox, type Machine } from './browsers.ts';

function machine(
  platform: NodeJS.Platform,
  files: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Machine {
  const tidy = (path: string) => path.replaceAll('\\', '/');
  return {
    platform,
    home: '/home/ann',
    env,
    exists: (path) => files.includes(tidy(path)),
    list: (folder) => [
      ...new Set(
        files
          .filter((file) => file.startsWith(`${tidy(folder)}/`))
          .map((file) => file.slice(folder.length + 1).split('/')[0] ?? ''),
      ),
    ],
  };
}

describe('findChromium', () => {
  it.each([
    ['Debian', machine('linux', ['/usr/bin/chromium']), '/usr/bin/chromium'],
    [
      'the newest Playwright build on Linux',
      machine('linux', [
        '/home/ann/.cache/ms-playwright/chromium-999/chrome-linux/chrome',
        '/home/ann/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome',
        '/home/ann/.cache/ms-playwright/chromium_headless_shell-1300/chrome-linux/headless_shell',
      ]),
      '/home/ann/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome',
    ],
    [
      'Playwright on a Mac',
      machine('darwin', [
        '/home/ann/Library/Caches/ms-playwright/chromium-1200/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      ]),
      '/home/ann/Library/Caches/ms-playwright/chromium-1200/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ],
    [
      'Playwright on Windows',
      machine('win32', ['C:/Local/ms-playwright/chromium-1200/chrome-win64/chrome.exe'], { LOCALAPPDATA: 'C:/Local' }),
      'C:/Local/ms-playwright/chromium-1200/chrome-win64/chrome.exe',
    ],
    [
      'Chrome for Testing by Puppeteer',
      machine('linux', ['/home/ann/.cache/puppeteer/chrome/linux-156.0.1/chrome-linux64/chrome']),
      '/home/ann/.cache/puppeteer/chrome/linux-156.0.1/chrome-linux64/chrome',
    ],
    [
      'the one named before any other',
      machine('linux', ['/usr/bin/chromium', '/opt/mine'], { HOLDFAST_CHROMIUM: '/opt/mine' }),
      '/opt/mine',
    ],
  ])('finds %s', (_name, on, path) => {
    expect(findChromium(on).path.replaceAll('\\', '/')).toBe(path);
  });

  it('never takes branded Chrome, and says the one command to run', () => {
    const onlyChrome = machine('linux', ['/usr/bin/google-chrome', '/opt/google/chrome/chrome']);
    expect(() => findChromium(onlyChrome)).toThrow(BrowserMissing);
    expect(() => findChromium(onlyChrome)).toThrow('npx playwright-core install chromium');
  });

  it('says so when the named browser is not there', () => {
    expect(() => findChromium(machine('linux', [], { HOLDFAST_CHROMIUM: '/opt/gone' }))).toThrow('/opt/gone');
  });
});

describe('findFirefox', () => {
  it('prefers the long-term release', () => {
    const both = machine('linux', ['/usr/bin/firefox', '/usr/bin/firefox-esr']);
    expect(findFirefox(both).path).toBe('/usr/bin/firefox-esr');
  });

  it('says what to install where there is none', () => {
    expect(() => findFirefox(machine('linux', []))).toThrow('firefox-esr');
  });
});
