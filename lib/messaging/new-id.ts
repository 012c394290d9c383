import { ulid } from 'ulid';

/** A new ULID for an act, made by whoever sends the message, so that a repeat is the same act. Works on plain http. */
export function newId(): string {
  return ulid();
}
