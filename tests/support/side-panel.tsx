import { act, render, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SidePanel } from '@/components/SidePanel';
import type { Bench } from './background';

/** What stands in the tab in front. */
export interface Front {
  readonly id?: number;
  readonly url?: string;
  readonly granted?: boolean;
  readonly people?: readonly string[];
  readonly writing?: readonly string[];
  readonly contactIds?: readonly string[];
  readonly openIds?: readonly string[];
  /** No script of ours runs there. */
  readonly isMute?: boolean;
}

/** The browser around the side panel, with one tab in front. */
export interface Window {
  /** The same tab shows something else and says so. */
  change(front: Front): Promise<void>;
  /** Another tab comes in front. */
  switchTo(front: Front): Promise<void>;
}

export function aWindow(first: Front): Window {
  let front = first;
  const idOf = ({ id = 7 }: Front) => id;
  const urlOf = (one: Front) => ('url' in one ? one.url : 'https://mail.google.com/mail/u/0/');
  const tell = async (message: unknown): Promise<void> => {
    const sender = { tab: { id: idOf(front) } } as Browser.runtime.MessageSender;
    await Promise.all(await fakeBrowser.runtime.onMessage.trigger(message, sender, () => undefined));
  };
  const activated = new Set<() => void>();
  const quiet = { addListener: () => undefined, removeListener: () => undefined };
  const tabs = {
    query: async () => [{ id: idOf(front), url: urlOf(front) }],
    get: async () => ({ url: urlOf(front) }),
    create: vi.fn(),
    onUpdated: quiet,
    onActivated: {
      addListener: (listener: () => void) => activated.add(listener),
      removeListener: (listener: () => void) => activated.delete(listener),
    },
    sendMessage: async (_tabId: number, { token }: { token: string }) => {
      const { people: mailboxes = [], writing = [], contactIds = [], openIds = [], isMute } = front;
      if (!isMute) await tell({ name: 'peopleOnPage', token, mailboxes, writing, contactIds, openIds });
    },
  };
  const contains = async () => front.granted !== false;
  Object.assign(fakeBrowser.tabs, tabs);
  Object.assign(fakeBrowser, {
    windows: { onFocusChanged: quiet },
    permissions: { contains, request: vi.fn(async () => true), onAdded: quiet, onRemoved: quiet },
  });
  return {
    change: (next) =>
      act(async () => {
        front = next;
        await tell({ name: 'peopleChanged' });
      }),
    switchTo: (next) =>
      act(async () => {
        front = next;
        for (const listener of activated) listener();
      }),
  };
}

/** Opens the side panel and waits until it has something to say. */
export async function openSidePanel(stage: Bench) {
  const user = userEvent.setup({ advanceTimers: () => undefined });
  document.title = 'Holdfast';
  render(<SidePanel open={async () => stage.db} />);
  await waitFor(() => {
    if (!document.querySelector('h1')) throw new Error('still reading');
  });
  return user;
}
