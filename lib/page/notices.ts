/** What the background and the popup may tell a page. */
export interface Ears {
  /** Something was written: ask again. */
  revised(): void;
  /** The popup asks who is on this page. */
  asked(token: string): void;
}

/** Understands one message; anything else is not for us. */
export function hear(message: unknown, ears: Ears): void {
  if (typeof message !== 'object' || message === null || !('name' in message)) return;
  if (message.name === 'revision') ears.revised();
  if (message.name === 'whoIsHere' && 'token' in message && typeof message.token === 'string') {
    ears.asked(message.token);
  }
}
