import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFirefox } from '../../../scripts/browsers.ts';
import { firefoxBuild } from '../../../scripts/paths.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type Bidi, connectBidi } from './bidi.ts';

const geckoId = 'holdfast@holdfast.example';
/** Known before the installation, so that the address of the popup is known too. */
const uuid = '0b5f2f6e-4c1d-4f0e-9a55-5a3d1d0f6c01';

const preferences: Readonly<Record<string, string | boolean | number>> = {
  'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
  'extensions.webextOptionalPermissionPrompts': false,
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,nothing',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'remote.active-protocols': 1,
};

/** Answers one request of a page, or leaves it to the network with `undefined`. */
export type Answer = (url: URL) => { readonly contentType: string; readonly body: string } | undefined;

export interface Firefox {
  readonly bidi: Bidi;
  /** A new tab; the promise waits until the page has loaded unless `wait` says otherwise. */
  open(url: string, wait?: 'complete' | 'none'): Promise<string>;
  /** Runs a function in a tab and gives back what it returns, as JSON. */
  run<T>(context: string, fn: string, ...args: readonly unknown[]): Promise<T>;
  /** A page of the extension in a new tab. */
  openOwn(path: string): Promise<string>;
  /** What the tab shows; empty while it loads. */
  text(context: string): Promise<string>;
  close(): Promise<void>;
}

async function endpoint(process: ChildProcess): Promise<string> {
  let heard = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Firefox did not start: ${heard}`)), 60_000);
    process.stderr?.on('data', (chunk) => {
      heard += chunk;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(heard)?.[1];
      if (!found) return;
      clearTimeout(timer);
      resolve(`${found}/session`);
    });
    process.on('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${heard}`)));
  });
}

/** Starts a stock Firefox with the extension installed; requests to `hosts` are answered by `answer`. */
export async function launchFirefox(hosts: readonly string[], answer: Answer, build = firefoxBuild): Promise<Firefox> {
  const profile = temporaryFolder('firefox');
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const process = spawn(
    findFirefox().path,
    ['--headless', '--profile', profile, '--remote-debugging-port=0', '--remote-allow-system-access', '--no-remote'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...globalThis.process.env, TZ: 'Europe/Berlin', LANG: 'en_GB.UTF-8' },
    },
  );
  const bidi = await connectBidi(await endpoint(process));
  await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
  await serve(bidi, hosts, answer);
  await bidi.send('webExtension.install', { extensionData: { type: 'path', path: build } });
  const open: Firefox['open'] = async (url, wait = 'complete') => {
    const { context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    await bidi.send('browsingContext.navigate', { context, url, wait });
    return context;
  };
  return {
    bidi,
    open,
    run: (context, fn, ...args) => call(bidi, context, fn, args),
    // The tab changes its process on the way, so that the end of its loading is not reported.
    openOwn: (path) => open(`moz-extension://${uuid}/${path}`, 'none'),
    text: (context) => call<string>(bidi, context, '() => document.body?.innerText ?? ""', []).catch(() => ''),
    close: async () => {
      const ended = new Promise((resolve) => process.once('exit', resolve));
      await bidi.send('browser.close', {}).catch(() => process.kill());
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function call<T>(bidi: Bidi, context: string, fn: string, args: readonly unknown[]): Promise<T> {
  const answer = await bidi.send<{ type: string; result?: { value?: string }; exceptionDetails?: { text: string } }>(
    'script.callFunction',
    {
      functionDeclaration: `async (...args) => JSON.stringify(await (${fn})(...args.map((arg) => JSON.parse(arg))))`,
      awaitPromise: true,
      target: { context },
      arguments: args.map((arg) => ({ type: 'string', value: JSON.stringify(arg) })),
    },
  );
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
  const value = answer.result?.value;
  return (value === undefined ? undefined : JSON.parse(value)) as T;
}

interface Intercepted {
  readonly isBlocked: boolean;
  readonly request: { readonly request: string; readonly url: string };
}

async function serve(bidi: Bidi, hosts: readonly string[], answer: Answer): Promise<void> {
  await bidi.send('session.subscribe', { events: ['network.beforeRequestSent'] });
  bidi.on('network.beforeRequestSent', ({ isBlocked, request }: Intercepted) => {
    if (!isBlocked) return;
    const found = answer(new URL(request.url));
    const headers = [{ name: 'content-type', value: { type: 'string', value: found?.contentType ?? 'text/plain' } }];
    const body = { type: 'string', value: found?.body ?? '' };
    // A request of a tab that closed meanwhile is no longer there to be answered.
    bidi
      .send('network.provideResponse', { request: request.request, statusCode: found ? 200 : 404, headers, body })
      .catch(() => undefined);
  });
  const urlPatterns = hosts.map((hostname) => ({ type: 'pattern', hostname }));
  await bidi.send('network.addIntercept', { phases: ['beforeRequestSent'], urlPatterns });
}
