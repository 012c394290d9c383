import { rmSync } from 'node:fs';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../scripts/browsers.ts';
import { chromeBuild } from '../../../scripts/paths.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

export interface LaunchOptions {
  /** Folder of the unpacked extension; the build if left out. */
  readonly build?: string;
  /** An existing profile; a new empty one if left out, removed at the end. */
  readonly profile?: string;
  readonly args?: readonly string[];
  /** Zone of the whole browser, worker included. */
  readonly timeZone?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Pixels per CSS pixel; 2 for pictures. */
  readonly scale?: number;
  /** With a window on the screen, for the demo. */
  readonly isHeaded?: boolean;
}

/** A running Chromium with the extension. */
export interface Run {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly profile: string;
  /** A page of the extension's origin that runs none of its code: tests look at storage and `chrome.*` through it. */
  readonly observer: Page;
  /** Opens one of the extension's pages in a tab, such as `popup.html`. */
  open(page: string): Promise<Page>;
  close(): Promise<void>;
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Headless Chromium says that there is no mouse; a salesperson has one.
  '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
  // The demo mailbox answers under Gmail's address, which is on the preload list; nothing is ever looked up.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** Starts Chromium with the extension loaded and waits until its background runs. */
export async function launch(options: LaunchOptions = {}): Promise<Run> {
  const build = options.build ?? chromeBuild;
  const profile = options.profile ?? temporaryFolder('profile');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium().path,
    headless: false,
    args: [
      ...(options.isHeaded ? [] : ['--headless=new']),
      ...quiet,
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
      ...(options.args ?? []),
    ],
    env: { ...process.env, TZ: options.timeZone ?? 'Europe/Berlin' },
    locale: 'en-GB',
    colorScheme: options.colorScheme ?? 'light',
    ...(options.scale && { deviceScaleFactor: options.scale }),
    viewport: options.isHeaded ? null : (options.viewport ?? { width: 1280, height: 800 }),
  });
  context.setDefaultTimeout(20_000);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  const extensionId = new URL(worker.url()).host;
  const observer = context.pages()[0] ?? (await context.newPage());
  await observer.goto(`chrome-extension://${extensionId}/manifest.json`);
  return {
    context,
    extensionId,
    profile,
    observer,
    open: async (path) => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    close: async () => {
      await context.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Ends the background at once, in the middle of whatever it does; the next message or event starts it again. */
export async function killWorker(run: Run): Promise<void> {
  const session = await run.context.newCDPSession(run.observer);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
