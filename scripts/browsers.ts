import { existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { installPackages } from './debian.ts';

/** What the search looks at; replaced in tests. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  exists(path: string): boolean;
  /** Names in a folder; empty where there is none. */
  list(path: string): readonly string[];
}

/** A browser that can be driven. */
export interface Found {
  readonly path: string;
  /** How it was found, for the log. */
  readonly by: string;
}

/** No browser: the message says what is missing and the one command that gets it. */
export class BrowserMissing extends Error {}

const thisMachine: Machine = {
  platform: platform(),
  home: homedir(),
  env: process.env,
  exists: existsSync,
  list: (path) => {
    try {
      return readdirSync(path);
    } catch {
      return [];
    }
  },
};

/** Inside a Playwright browser folder, newest layout first. */
const chromiumInside: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['chrome-linux64/chrome', 'chrome-linux/chrome'],
  darwin: [
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['chrome-win64/chrome.exe', 'chrome-win/chrome.exe'],
};
const chromiumInstalled: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ],
  win32: ['C:/Program Files/Chromium/Application/chrome.exe'],
};
const firefoxInstalled: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['C:/Program Files/Mozilla Firefox/firefox.exe', 'C:/Program Files (x86)/Mozilla Firefox/firefox.exe'],
};

function playwrightCache(machine: Machine): string {
  const named = machine.env.PLAYWRIGHT_BROWSERS_PATH;
  if (named) return named;
  if (machine.platform === 'darwin') return join(machine.home, 'Library/Caches/ms-playwright');
  if (machine.platform === 'win32') {
    return join(machine.env.LOCALAPPDATA ?? join(machine.home, 'AppData/Local'), 'ms-playwright');
  }
  return join(machine.env.XDG_CACHE_HOME ?? join(machine.home, '.cache'), 'ms-playwright');
}

function inPlaywrightCache(machine: Machine): string | undefined {
  const cache = playwrightCache(machine);
  const builds = machine
    .list(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  return builds
    .flatMap((build) => (chromiumInside[machine.platform] ?? []).map((inside) => join(cache, build, inside)))
    .find((path) => machine.exists(path));
}

/** Chrome for Testing as `npx @puppeteer/browsers install chrome` leaves it: `~/.cache/puppeteer/chrome/<build>/…`. */
function inPuppeteerCache(machine: Machine): string | undefined {
  const cache = join(machine.env.PUPPETEER_CACHE_DIR ?? join(machine.home, '.cache/puppeteer'), 'chrome');
  return [...machine.list(cache)]
    .sort()
    .reverse()
    .flatMap((build) => (chromiumInside[machine.platform] ?? []).map((inside) => join(cache, build, inside)))
    .find((path) => machine.exists(path));
}

function named(machine: Machine, variable: string): Found | undefined {
  const path = machine.env[variable];
  if (!path) return undefined;
  if (!machine.exists(path)) throw new BrowserMissing(`${variable} names ${path}, but there is no such file.`);
  return { path, by: variable };
}

/**
 * A Chromium that accepts an unpacked extension.
 *
 * Branded Chrome and Edge are not looked for: since version 137 they ignore `--load-extension`.
 *
 * @throws {BrowserMissing}
 */
export function findChromium(machine: Machine = thisMachine): Found {
  const byName = named(machine, 'HOLDFAST_CHROMIUM');
  if (byName) return byName;
  const installed = (chromiumInstalled[machine.platform] ?? []).find((path) => machine.exists(path));
  if (installed) return { path: installed, by: 'installed' };
  const cached = inPlaywrightCache(machine) ?? inPuppeteerCache(machine);
  if (cached) return { path: cached, by: 'Chrome for Testing' };
  throw new BrowserMissing(
    'No Chromium was found. (Google Chrome and Edge cannot be used: they ignore --load-extension.) Get one with:\n' +
      '  npx playwright-core install chromium\n' +
      'or set HOLDFAST_CHROMIUM to the path of a Chromium or Chrome for Testing.',
  );
}

/**
 * A stock Firefox, driven over WebDriver BiDi.
 *
 * @throws {BrowserMissing}
 */
export function findFirefox(machine: Machine = thisMachine): Found {
  const byName = named(machine, 'HOLDFAST_FIREFOX');
  if (byName) return byName;
  const installed = (firefoxInstalled[machine.platform] ?? []).find((path) => machine.exists(path));
  if (installed) return { path: installed, by: 'installed' };
  throw new BrowserMissing(
    'No Firefox was found. Install Firefox (on Debian: apt-get install firefox-esr) ' +
      'or set HOLDFAST_FIREFOX to the path of one.',
  );
}

/** Finds a browser; on Debian as root installs the missing package first. */
export function findOrInstall(find: () => Found, debianPackage: string): Found {
  try {
    return find();
  } catch (missing) {
    if (!(missing instanceof BrowserMissing) || installPackages([debianPackage]) !== undefined) throw missing;
    return find();
  }
}
