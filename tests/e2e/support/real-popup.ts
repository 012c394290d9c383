import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { browser } from 'wxt/browser';
import type { Run } from './launch.ts';

declare const chrome: typeof browser;

/** A page of ours outside of tabs, popup or side panel: unlike the same page in a tab it knows the page beside it. */
export interface RealPopup {
  /** Runs a function in the popup and gives back what it returns, as JSON. */
  run<T>(fn: (...args: never[]) => T, ...args: readonly unknown[]): Promise<T>;
  /** A real click by the mouse on the first visible element that fits. */
  click(selector: string, text?: string | RegExp): Promise<void>;
  text(): Promise<string>;
  screenshot(): Promise<Buffer>;
  /** Lays it out for that room; the window's own size stays. */
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

/** Needs a browser that was launched with `debuggingPort`. */
export const debuggingPort = '--remote-debugging-port=0';

/** Presses the toolbar button over the tab that is in front. */
export async function openRealPopup(run: Run): Promise<RealPopup> {
  await run.observer.evaluate(() => chrome.action.openPopup());
  return attachTo(run, 'popup.html');
}

/** The side panel, which somebody has opened. */
export function openedSidePanel(run: Run): Promise<RealPopup> {
  return attachTo(run, 'sidepanel.html');
}

async function attachTo(run: Run, page: string): Promise<RealPopup> {
  const target = await findTarget(run, `chrome-extension://${run.extensionId}/${page}`);
  const socket = new WebSocket(target);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`no debugger at ${target}`));
  });
  let last = 0;
  const waiting = new Map<number, (reply: { result?: never; error?: { message: string } }) => void>();
  socket.onmessage = ({ data }) => {
    const reply = JSON.parse(String(data));
    waiting.get(reply.id)?.(reply);
  };
  const send = <T>(method: string, params: object = {}) =>
    new Promise<T>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result as T),
      );
      socket.send(JSON.stringify({ id, method, params }));
    });
  return popupOver(send, () => socket.close());
}

type Send = <T>(method: string, params?: object) => Promise<T>;

function popupOver(send: Send, close: () => void): RealPopup {
  const run: RealPopup['run'] = async (fn, ...args) => {
    const expression = `(${fn})(...${JSON.stringify(args)})`;
    const { result, exceptionDetails } = await send<{
      result: { value: never };
      exceptionDetails?: { exception?: { description?: string } };
    }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: false });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  };
  const place = (selector: string, text: string | RegExp | undefined) =>
    run(
      (css: string, words: string | null, pattern: string | null) => {
        const found = [...document.querySelectorAll(css)].find((element) => {
          const said = `${element.getAttribute('aria-label') ?? ''} ${element.textContent}`;
          return (
            element.checkVisibility() &&
            (!words || said.includes(words)) &&
            (!pattern || new RegExp(pattern).test(said))
          );
        });
        if (!found) return null;
        found.scrollIntoView({ block: 'nearest' });
        const { left, top, width, height } = found.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      },
      selector,
      typeof text === 'string' ? text : null,
      text instanceof RegExp ? text.source : null,
    );
  return {
    run,
    click: async (selector, text) => {
      const until = Date.now() + 10_000;
      let at = await place(selector, text);
      while (!at && Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        at = await place(selector, text);
      }
      if (!at) throw new Error(`Nothing to click in the popup: ${selector} ${text ?? ''}`);
      const mouse = { ...at, button: 'left', clickCount: 1 };
      await send('Input.dispatchMouseEvent', { ...mouse, type: 'mouseMoved' });
      await send('Input.dispatchMouseEvent', { ...mouse, type: 'mousePressed' });
      await send('Input.dispatchMouseEvent', { ...mouse, type: 'mouseReleased' });
    },
    text: () => run(() => document.body.innerText),
    screenshot: async () => {
      const { data } = await send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(data, 'base64');
    },
    resize: (width, height) =>
      send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 0, mobile: false }),
    close: async () => {
      // The window is gone before it could answer.
      run(() => window.close()).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 200));
      close();
    },
  };
}

/** Playwright does not list the popup among its pages; the browser's own list does. */
async function findTarget(run: Run, url: string): Promise<string> {
  const [port] = readFileSync(join(run.profile, 'DevToolsActivePort'), 'utf8').split('\n');
  for (let attempt = 0; attempt < 100; attempt++) {
    const list: { url: string; type: string; webSocketDebuggerUrl: string }[] = await (
      await fetch(`http://127.0.0.1:${port}/json/list`)
    ).json();
    const found = list.find((target) => target.type === 'page' && target.url.startsWith(url));
    if (found) return found.webSocketDebuggerUrl;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It did not open: ${url}`);
}
