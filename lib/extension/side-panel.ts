import { browser } from 'wxt/browser';
import type { MessageName } from '@/lib/messaging/protocol';
import { isNamed } from './message-name';

/** The part of Firefox's own API that Chrome's types do not know. */
interface Sidebars {
  readonly runtime: unknown;
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Opens the side panel (Firefox: the sidebar) of this window. Call it directly in the click: the browser demands a fresh gesture. */
export function openSidePanel(): Promise<void> {
  const { sidebarAction }: Sidebars = browser;
  return sidebarAction ? sidebarAction.open() : browser.sidePanel.open({ windowId: browser.windows.WINDOW_ID_CURRENT });
}

/** Who sent a message, as far as it matters here. */
interface PanelAsker {
  readonly id?: string;
  readonly tab?: { readonly windowId?: number };
}

/**
 * Opens the panel beside the page that asks for it by `openSidePanel`. Chrome carries a click through a message, but only
 * to a listener that waits for nothing; without a click behind it the browser refuses.
 */
export function openBesideSender(message: unknown, { id, tab }: PanelAsker): void {
  const asked: MessageName = 'openSidePanel';
  if (!isNamed(message, asked) || id !== browser.runtime.id || tab?.windowId === undefined) return;
  // Firefox has none, and lets no message open its sidebar.
  browser.sidePanel?.open({ windowId: tab.windowId }).catch(() => undefined);
}

const wantedKey = 'wantedCard';

/** The panel is to show this contact, if the page beside it does. */
export async function wantCard(contactId: string): Promise<void> {
  await browser.storage.session.set({ [wantedKey]: contactId });
}

/** Hears for whose card the panel was opened, also before it was there; returns the way to stop. */
export function hearWantedCard(onWanted: (contactId: string) => void): () => void {
  const take = (contactId: unknown) => {
    if (typeof contactId !== 'string') return;
    onWanted(contactId);
    void browser.storage.session.remove(wantedKey);
  };
  const listener = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>) =>
    take(changes[wantedKey]?.newValue);
  browser.storage.session.onChanged.addListener(listener);
  void browser.storage.session.get(wantedKey).then((kept) => take(kept[wantedKey]));
  return () => browser.storage.session.onChanged.removeListener(listener);
}

/** The toolbar's button keeps the popup. */
export async function keepPopupOnAction(): Promise<void> {
  await browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: false });
}
