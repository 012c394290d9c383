import type { browser } from 'wxt/browser';

declare const chrome: typeof browser;

interface Asked {
  /** What to send back: as much as the real reply would be. */
  readonly reply?: unknown;
  /** A row to put first. */
  readonly put?: object;
}

/** A background that does nothing but answer, after one raw write if it is asked for one. */
chrome.runtime.onMessage.addListener((message: Asked, _sender, respond) => {
  if (!message.put) {
    respond(message.reply ?? null);
    return false;
  }
  void putRow(message.put).then(() => respond(message.reply ?? null));
  return true;
});

let opened: Promise<IDBDatabase> | undefined;

async function putRow(row: object): Promise<void> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('rows', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const db = await opened;
  await new Promise<void>((resolve, reject) => {
    const change = db.transaction('rows', 'readwrite');
    change.objectStore('rows').put(row);
    change.oncomplete = () => resolve();
    change.onerror = () => reject(change.error);
  });
}
