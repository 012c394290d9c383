import type { TextStore } from './text-store';

/**
 * Two generations of one text, each compressed, cut into parts and sealed by a checksum. A new one overwrites the
 * older, head first and head last, so that a worker killed half-way leaves the other whole.
 */

export interface SnapshotHead {
  readonly madeAt: number;
  /** Commits of the database when it was made; nothing is new while the witness shows the same number. */
  readonly writes: number;
  readonly dbId: string;
  readonly rows: number;
  /** Counts up; clocks may go back. */
  readonly sequence: number;
  readonly parts: number;
  readonly checksum: string;
  readonly compressed: boolean;
}

export type SnapshotMark = Pick<SnapshotHead, 'madeAt' | 'writes' | 'dbId' | 'rows'>;

const generations = [0, 1] as const;
const partLength = 256 * 1_024;
const headKey = (generation: number) => `snapshot-${generation}`;
const partKey = (generation: number, part: number) => `snapshot-${generation}-${part}`;

export async function hasSnapshot(store: TextStore): Promise<boolean> {
  return (await heads(store)).some((head) => head !== undefined);
}

/** The newest head, its parts unchecked. */
export async function newestHead(store: TextStore): Promise<SnapshotHead | undefined> {
  return byAge(await heads(store))[0]?.head;
}

export async function writeSnapshot(store: TextStore, text: string, mark: SnapshotMark): Promise<void> {
  const known = await heads(store);
  const generation = known[0] === undefined ? 0 : known[1] === undefined ? 1 : (byAge(known).at(-1)?.generation ?? 0);
  const compressed = typeof CompressionStream === 'function';
  const packed = compressed ? await gzip(text) : text;
  const parts = Math.ceil(packed.length / partLength);
  await store.remove(headKey(generation));
  for (let part = 0; part < parts; part++) {
    await store.set(partKey(generation, part), packed.slice(part * partLength, (part + 1) * partLength));
  }
  for (let part = parts; part < (known[generation]?.parts ?? 0); part++) await store.remove(partKey(generation, part));
  const sequence = (byAge(known)[0]?.head.sequence ?? 0) + 1;
  const head: SnapshotHead = { ...mark, sequence, parts, checksum: await checksumOf(packed), compressed };
  await store.set(headKey(generation), JSON.stringify(head));
}

/** The texts that are whole, newest first. */
export async function readSnapshots(
  store: TextStore,
): Promise<{ readonly head: SnapshotHead; readonly text: string }[]> {
  const whole: { head: SnapshotHead; text: string }[] = [];
  for (const { head, generation } of byAge(await heads(store))) {
    const text = await readText(store, generation, head).catch(() => undefined);
    if (text !== undefined) whole.push({ head, text });
  }
  return whole;
}

async function readText(store: TextStore, generation: number, head: SnapshotHead): Promise<string | undefined> {
  const parts: string[] = [];
  for (let part = 0; part < head.parts; part++) parts.push((await store.get(partKey(generation, part))) ?? '');
  const packed = parts.join('');
  if ((await checksumOf(packed)) !== head.checksum) return undefined;
  return head.compressed ? gunzip(packed) : packed;
}

function heads(store: TextStore): Promise<(SnapshotHead | undefined)[]> {
  return Promise.all(generations.map(async (generation) => parseHead(await store.get(headKey(generation)))));
}

function byAge(known: readonly (SnapshotHead | undefined)[]) {
  return known
    .flatMap((head, generation) => (head ? [{ head, generation }] : []))
    .sort((a, b) => b.head.sequence - a.head.sequence);
}

function parseHead(text: string | undefined): SnapshotHead | undefined {
  if (text === undefined) return undefined;
  try {
    const head: unknown = JSON.parse(text);
    return isHead(head) ? head : undefined;
  } catch {
    return undefined;
  }
}

function isHead(value: unknown): value is SnapshotHead {
  if (typeof value !== 'object' || value === null) return false;
  const numbers = ['madeAt', 'writes', 'rows', 'parts', 'sequence'].every((name) =>
    Number.isInteger(Reflect.get(value, name)),
  );
  return numbers && typeof Reflect.get(value, 'checksum') === 'string';
}

async function checksumOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return base64(new Uint8Array(digest));
}

async function gzip(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return base64(new Uint8Array(await new Response(stream).arrayBuffer()));
}

function gunzip(packed: string): Promise<string> {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // Calls take only so many arguments.
  for (let from = 0; from < bytes.length; from += 8_192) {
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + 8_192)));
  }
  return btoa(pieces.join(''));
}
