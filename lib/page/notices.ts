import type { InsertionNotice } from '@/lib/messaging/protocol';

/** What the background and the popup may tell a page. */
export interface Ears {
  /** Something was written: ask again. */
  revised(): void;
  /** The popup asks who is on this page. */
  asked(token: string): void;
  /** Puts a text into the mail that is being written here to one of these addresses; `undefined`: none is. */
  write(text: string, addresses: readonly string[]): Promise<boolean> | undefined;
}

/** Understands one message; anything else is not for us. `true`: `respond` will be called. */
export function hear(message: unknown, ears: Ears, respond: (isDone: boolean) => void = () => undefined): boolean {
  if (typeof message !== 'object' || message === null || !('name' in message)) return false;
  if (message.name === 'revision') ears.revised();
  if (message.name === 'whoIsHere' && 'token' in message && typeof message.token === 'string') {
    ears.asked(message.token);
  }
  const writing = isInsertion(message) ? ears.write(message.text, message.addresses) : undefined;
  void writing?.then(respond, () => respond(false));
  return writing !== undefined;
}

/** It comes from our own background, which has parsed it. */
function isInsertion(message: object): message is InsertionNotice {
  return 'name' in message && message.name === 'insertText';
}
