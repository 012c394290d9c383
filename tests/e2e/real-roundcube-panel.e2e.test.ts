import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { openFolder, preview, rowsShown } from '../real-roundcube/walk.ts';
import { debuggingPort, openedSidePanel, type RealPopup } from './support/real-popup.ts';
import { type Session, soon, startSession } from './support/roundcube-session.ts';
import { words } from './support/words.ts';

declare const chrome: typeof browser;

describe('the side panel beside a real Roundcube', () => {
  let session: Session;
  let panel: RealPopup;
  beforeAll(async () => {
    session = await startSession({}, { args: [debuggingPort] });
    const { page, run } = session;
    await page.bringToFront();
    await run.observer.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true });
      await chrome.sidePanel.open({ windowId: tab?.windowId ?? 0 });
    });
    panel = await openedSidePanel(run);
  });
  afterAll(() => session?.stop());

  const title = (expected: string) =>
    expect.poll(() => panel.run(() => document.querySelector('h1')?.textContent ?? ''), soon).toBe(expected);

  it('shows whose mail the reading pane shows, a frame of its own, and the list where it shows none', async () => {
    const { page, server } = session;
    await title(words('sideChoose'));
    const rows = await rowsShown(page);
    const shown = server.truth.flatMap(({ name, address }) => {
      const row = rows.find(({ addresses }) => addresses.length === 1 && addresses[0] === address);
      return row ? [{ name, uid: row.uid }] : [];
    });
    expect(shown.length).toBeGreaterThan(2);
    for (const { name, uid } of shown.slice(0, 3)) {
      await preview(page, uid);
      await title(name);
    }
    await openFolder(page, 'Archive');
    await title(words('sideChoose'));
  });
});
