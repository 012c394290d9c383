import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Contact, Interaction } from '@/lib/core/model';
import { installRoundcube } from '../../real-roundcube/install.ts';
import { type RealRoundcube, type RealRoundcubeOptions, startRoundcube } from '../../real-roundcube/start.ts';
import { logIn, nextPage, openFolder, preview, rowsShown } from '../../real-roundcube/walk.ts';
import { copyBuild } from './build-copy.ts';
import { badges } from './closed-roots.ts';
import { ask, consent, rows } from './database.ts';
import { type LaunchOptions, launch, type Run } from './launch.ts';

export const minute = 60_000;
/** A real server on a busy machine may take a while. */
export const soon = { timeout: 15_000, interval: 50 };

export interface Session {
  readonly server: RealRoundcube;
  readonly run: Run;
  readonly page: Page;
  stop(): Promise<void>;
}

/** A Roundcube, and a browser with Holdfast in which every customer is tracked and the user has logged in. */
export async function startSession(
  options: Partial<RealRoundcubeOptions> = {},
  { host = '127.0.0.1', ...browser }: LaunchOptions & { readonly host?: string } = {},
): Promise<Session> {
  expect(installRoundcube()).toBeUndefined();
  const server = await startRoundcube({ now: Date.now(), ...options });
  let run: Run | undefined;
  const stop = async () => {
    await run?.close();
    await server.stop();
  };
  try {
    const build = copyBuild({ granted: [`http://${host}/*`] });
    run = await launch({ build, viewport: { width: 1400, height: 900 }, ...browser });
    await consent(run, server.user);
    const people = server.truth.map(({ name, address }) => ({
      mailbox: `"${name}" <${address}>`,
      as: 'customer' as const,
    }));
    await ask(run, 'track', { people });
    const page = await run.context.newPage();
    await logIn(page, server.url.replace('127.0.0.1', host), server.user, server.password);
    return { server, run, page, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What Holdfast has stored so far. */
export class Reader {
  private readonly contactIds: ReadonlyMap<string, string>;
  constructor(
    private readonly run: Run,
    addresses: readonly { readonly address: string; readonly contactId: string }[],
  ) {
    this.contactIds = new Map(addresses.map(({ address, contactId }) => [address, contactId]));
  }

  knows(address: string): boolean {
    return this.contactIds.has(address);
  }

  /** By address, at minute precision, as the truth is. */
  async clocks() {
    const contacts = new Map((await rows<Contact>(this.run, 'contacts')).map((one) => [one.id, one]));
    const floor = (at: number | undefined) => (at === undefined ? undefined : Math.floor(at / minute) * minute);
    return [...this.contactIds].sort().map(([address, id]) => {
      const clock = contacts.get(id)?.clock;
      return { address, lastInAt: floor(clock?.lastInAt), lastOutAt: floor(clock?.lastOutAt) };
    });
  }

  /** Entries about the given messages, by message; waits until there is one of each that is proven so well. */
  async about(messageIds: readonly string[], proofs: readonly string[]): Promise<ReadonlyMap<string, Interaction>> {
    let found = new Map<string, Interaction>();
    const missing = async () => {
      const all = await rows<Interaction>(this.run, 'interactions');
      const good = all.filter(({ evidence }) => proofs.includes(evidence?.proof ?? ''));
      found = new Map(good.map((one) => [one.evidence?.messageId ?? '', one]));
      return messageIds.filter((id) => !found.has(id));
    };
    await expect.poll(missing, soon).toEqual([]);
    return found;
  }
}

/** Goes through a folder page by page and opens what rows alone do not prove, as long as it is newer than what is known. */
export async function walk(
  page: Page,
  reader: Reader,
  folder: string,
  pages = Number.POSITIVE_INFINITY,
): Promise<void> {
  await openFolder(page, folder);
  let left = pages;
  do {
    left -= 1;
    const shown = (await rowsShown(page)).flatMap(({ uid, addresses }) =>
      addresses.filter((one) => reader.knows(one)).map((address) => ({ uid, address, id: `${folder}/${uid}` })),
    );
    const seen = await reader.about([...new Set(shown.map(({ id }) => id))], ['row', 'header', 'recipients']);
    const opened = new Set<string>();
    for (const { uid, address, id } of shown) {
      const one = seen.get(id);
      if (one?.doubt !== 'row-only' || opened.has(id)) continue;
      const clock = (await reader.clocks()).find((known) => known.address === address);
      const newest = (one.direction === 'in' ? clock?.lastInAt : clock?.lastOutAt) ?? 0;
      if (one.occurredAt < newest) continue;
      opened.add(id);
      await preview(page, uid);
      await reader.about([id], ['header', 'recipients']);
    }
  } while (left > 0 && (await nextPage(page)));
}

/** Badges in the preview frame: there the people stand in a header, not in a row of the list with its size. */
export async function frameBadges(page: Page) {
  const all = await badges(page);
  return all.filter(({ around }) => !/\d+ (B|KB)\b/.test(around));
}
