import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageKey } from '@/lib/core/phrase';
import { root } from '../../../scripts/paths.ts';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync(join(root, 'public/_locales/en/messages.json'), 'utf8'),
);

/** The text of a key, so that a better wording breaks no journey. */
export function words(key: MessageKey, ...values: readonly (string | number)[]): string {
  const message = messages[key]?.message;
  if (message === undefined) throw new Error(`No message ${key}`);
  return message.replace(/\$([1-9])/g, (_, place) => String(values[Number(place) - 1] ?? ''));
}
