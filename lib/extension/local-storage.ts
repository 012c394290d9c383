import { browser } from 'wxt/browser';

/** The value under that key of `storage.local`, as whoever wrote it left it. */
export async function readLocal(key: string): Promise<unknown> {
  const { [key]: found } = await browser.storage.local.get(key);
  return found;
}

/** Only JSON comes back as it was. */
export async function writeLocal(key: string, value: unknown): Promise<void> {
  await browser.storage.local.set({ [key]: value });
}

export async function removeLocal(key: string): Promise<void> {
  await browser.storage.local.remove(key);
}
