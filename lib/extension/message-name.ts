/** Is this a message of that name? For listeners that hear what is meant for others too, and answer nothing. */
export function isNamed(message: unknown, name: string): boolean {
  return typeof message === 'object' && message !== null && 'name' in message && message.name === name;
}
