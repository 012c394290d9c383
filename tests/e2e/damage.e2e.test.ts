import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { hour } from '../demo-mailbox/mailbox.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { copyBuild } from './support/build-copy.ts';
import { ask, consent, rows } from './support/database.ts';
import { launch } from './support/launch.ts';
import { words } from './support/words.ts';

declare const chrome: typeof browser;

const people = ['Tom Berger <tom@birchvale.example>', 'Marta Lindqvist <marta@norrsken.example>'];

function overwrite(folder: string, pattern: RegExp, change: (content: Buffer) => Buffer): void {
  const names = readdirSync(folder).filter((name) => pattern.test(name));
  if (names.length === 0) throw new Error(`nothing to damage in ${readdirSync(folder)}`);
  for (const name of names) writeFileSync(join(folder, name), change(readFileSync(join(folder, name))));
}

/** What was seen on real disks; three of these let the browser make an empty database without a word. */
const damages: readonly (readonly [name: string, damage: (folder: string) => void])[] = [
  ['an empty CURRENT', (folder) => overwrite(folder, /^CURRENT$/, () => Buffer.alloc(0))],
  ['garbage in MANIFEST', (folder) => overwrite(folder, /^MANIFEST-/, () => Buffer.from('garbage'.repeat(50)))],
  [
    'flipped bytes in the log',
    (folder) => overwrite(folder, /\.(log|ldb)$/, (content) => Buffer.from(content.map((byte) => byte ^ 0xa5))),
  ],
  ['a lost folder', (folder) => rmSync(folder, { recursive: true })],
];

/** Two customers in a closed profile; a later start finds them older than the age at which a snapshot is due. */
async function filledProfile(): Promise<string> {
  const profile = temporaryFolder('profile');
  const first = await launch({ profile, build: copyBuild({}) });
  await consent(first, 'robin@brightwater.example');
  await ask(first, 'track', { people: people.map((mailbox) => ({ mailbox, as: 'customer' })) });
  await first.close();

  forgetWorker(profile);
  const later = await launch({ profile, build: copyBuild({ clockOffset: 2 * hour }) });
  await expect.poll(() => later.observer.evaluate(isSnapshotNew), { timeout: 20_000 }).toBe(true);
  await later.close();
  forgetWorker(profile);
  return profile;
}

/** Does the newest snapshot hold every commit? Runs in a page of the extension. */
async function isSnapshotNew(): Promise<boolean> {
  const stored: Record<string, unknown> = await chrome.storage.local.get();
  const { writes = -1 } = (stored.witness ?? {}) as { writes?: number };
  const heads = ['snapshot-0', 'snapshot-1'].map(
    (key) => JSON.parse(String(stored[key] ?? '{}')) as { writes?: number },
  );
  return heads.some((head) => head.writes === writes);
}

/** Chromium goes on running the worker script of an earlier folder unless it is forgotten. */
function forgetWorker(profile: string): void {
  rmSync(join(profile, 'Default/Service Worker'), { recursive: true, force: true });
}

describe('a damaged database', () => {
  it.each(damages)('%s leads to the recovery screen, and the customers come back', async (_name, damage) => {
    const profile = await filledProfile();
    const storage = join(profile, 'Default/IndexedDB');
    const folder = readdirSync(storage).find((name) => name.endsWith('.leveldb'));
    damage(join(storage, folder ?? ''));

    const run = await launch({ profile, build: copyBuild({ clockOffset: 2 * hour }) });
    const popup = await run.open('popup.html');
    await popup.getByRole('heading', { name: words('troubleTitle') }).waitFor({ timeout: 5_000 });
    expect(await popup.getByText(words('peopleOnPage')).count()).toBe(0);

    await popup.getByRole('button', { name: words('troubleRestore') }).click();
    await popup.getByPlaceholder(words('searchPlaceholder')).waitFor();
    await expect
      .poll(async () => (await rows<{ name: string }>(run, 'contacts')).map(({ name }) => name).sort())
      .toEqual(['Marta Lindqvist', 'Tom Berger']);
    await run.close();
  });
});
