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

/** Keeps the text that these pieces make, each only as long as it takes to pack it. */
export async function writeSnapshot(
  store: TextStore,
  pieces: Iterable<string> | AsyncIterable<string>,
  mark: SnapshotMark,
): Promise<void> {
  const known = await heads(store);
  const generation = known[0] === undefined ? 0 : known[1] === undefined ? 1 : (byAge(known).at(-1)?.generation ?? 0);
  const compressed = typeof CompressionStream === 'function';
  await store.remove(headKey(generation));
  const packed: string[] = [];
  for await (const part of inParts(compressed ? gzipped(pieces) : pieces)) {
    await store.set(partKey(generation, packed.length), part);
    packed.push(part);
  }
  const parts = packed.length;
  for (let part = parts; part < (known[generation]?.parts ?? 0); part++) await store.remove(partKey(generation, part));
  const sequence = (byAge(known)[0]?.head.sequence ?? 0) + 1;
  const head: SnapshotHead = { ...mark, sequence, parts, checksum: await checksumOf(packed.join('')), compressed };
  await store.set(headKey(generation), JSON.stringify(head));
}

async function* inParts(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let waiting = '';
  for await (const piece of pieces) {
    for (waiting += piece; waiting.length >= partLength; waiting = waiting.slice(partLength)) {
      yield waiting.slice(0, partLength);
    }
  }
  if (waiting !== '') yield waiting;
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

/** Compressed as the pieces come; Base64 by threes of bytes, so that the texts make one. */
async function* gzipped(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  const texts = (async function* () {
    yield* pieces;
  })();
  const encoder = new TextEncoder();
  const source = new ReadableStream<BufferSource>({
    async pull(controller) {
      const { value, done } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  const reader = source.pipeThrough(new CompressionStream('gzip')).getReader();
  let left = new Uint8Array(0);
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const bytes = new Uint8Array(left.length + read.value.length);
    bytes.set(left);
    bytes.set(read.value, left.length);
    const whole = bytes.length - (bytes.length % 3);
    left = bytes.slice(whole);
    yield base64(bytes.subarray(0, whole));
  }
  yield base64(left);
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
