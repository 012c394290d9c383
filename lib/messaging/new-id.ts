const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeLength = 10;
const randomLength = 16;

/**
 * A new ULID for an act, made by whoever sends the message, so that a repeat is the same act. Our own few lines,
 * because they load in every page, and by `getRandomValues`, because plain http has no `randomUUID`.
 */
export function newId(): string {
  let time = '';
  for (let rest = Date.now(); time.length < timeLength; rest = Math.floor(rest / digits.length)) {
    time = digits.charAt(rest % digits.length) + time;
  }
  const random = crypto.getRandomValues(new Uint8Array(randomLength));
  return time + Array.from(random, (byte) => digits.charAt(byte % digits.length)).join('');
}
