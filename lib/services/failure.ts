import { DatabaseTrouble } from '@/lib/db/open-database';
import type { ErrorKey } from '@/lib/messaging/protocol';
import { Refusal } from './context';

const damage = new Set([
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'NotFoundError',
  'OpenFailedError',
  'TimeoutError',
  'UnknownError',
  'VersionError',
]);

/** What to tell of a failure. A full disk may hide inside the abort of its transaction. */
export function errorKeyOf(error: unknown): ErrorKey {
  if (error instanceof Refusal) return error.key;
  if (error instanceof DatabaseTrouble) return 'errorDatabase';
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return 'errorDiskFull';
  return names.some((name) => damage.has(name)) ? 'errorDatabase' : 'errorUnexpected';
}

function namesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 3) return [];
  const name: unknown = Reflect.get(error, 'name');
  const inner = [Reflect.get(error, 'inner'), Reflect.get(error, 'cause')].flatMap((one) => namesOf(one, depth + 1));
  const failures: unknown = Reflect.get(error, 'failures');
  const several = Array.isArray(failures) ? failures.flatMap((one) => namesOf(one, depth + 1)) : [];
  return [typeof name === 'string' ? name : '', ...inner, ...several];
}
