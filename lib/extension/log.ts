import { readLocal, writeLocal } from './local-storage';

/** One failure, told without a word of anybody's data. */
export interface LogEntry {
  readonly at: number;
  readonly where: string;
  readonly what: string;
}

const logKey = 'log';
const keptEntries = 200;
const maxLength = 300;
let writing: Promise<void> = Promise.resolve();

/** Keeps the failure for the user to look at and to copy. It never leaves the machine. */
export function logError(where: string, error: unknown): void {
  const entry: LogEntry = { at: Date.now(), where, what: withoutData(error) };
  console.error(`Holdfast: ${entry.where}: ${entry.what}`);
  writing = writing.then(() => keep(entry)).catch(() => undefined);
}

export async function loggedErrors(): Promise<readonly LogEntry[]> {
  await writing;
  const stored = await readLocal(logKey);
  return Array.isArray(stored) ? stored.filter(isEntry) : [];
}

async function keep(entry: LogEntry): Promise<void> {
  const stored = await readLocal(logKey);
  const earlier: readonly unknown[] = Array.isArray(stored) ? stored : [];
  await writeLocal(logKey, [...earlier, entry].slice(-keptEntries));
}

function isEntry(value: unknown): value is LogEntry {
  return typeof value === 'object' && value !== null && 'at' in value && 'where' in value && 'what' in value;
}

/**
 * Kind and place of the failure. Of its message only plain words stay: whatever is quoted, looks like an address or a
 * number, or stands outside ASCII may be somebody's.
 */
export function withoutData(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const words = error.message
    .slice(0, 1_000)
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '…')
    .split(/\s+/)
    .map((word) => (/^[A-Za-z()[\]{}:;,.!?/-]+$/.test(word) && !word.includes('://') ? word : '…'));
  const place = /at (?:async )?([\w.#]+)/.exec(error.stack ?? '')?.[1] ?? '';
  return `${error.name} ${words.join(' ')} ${place && `in ${place}`}`.trim().slice(0, maxLength);
}
