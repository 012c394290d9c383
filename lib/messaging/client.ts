import { browser } from 'wxt/browser';
import type { ErrorKey, MessageName, Reply, RequestOf, ResponseOf } from './protocol';

/** A request that the background refused or could not carry out; `key` names the message to show. */
export class MessageError extends Error {
  constructor(readonly key: ErrorKey) {
    super(key);
    this.name = 'MessageError';
  }
}

/** The extension was updated or removed under this page: end quietly. */
export class ExtensionGone extends Error {}

const pauses = [50, 250, 1_000];

/**
 * Sends a request to the background and waits for its answer. A worker that dies before it answered is asked again
 * (every mutating request carries its own id, so a repeat is the same act).
 *
 * @throws {MessageError} the background refused or failed
 * @throws {ExtensionGone} this page's extension no longer exists
 */
export async function send<N extends MessageName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>> {
  for (let attempt = 0; ; attempt++) {
    if (!browser.runtime?.id) throw new ExtensionGone();
    try {
      const reply = (await browser.runtime.sendMessage({ name, request })) as Reply<ResponseOf<N>> | undefined;
      if (!reply) throw new Error('no answer');
      if (!reply.ok) throw new MessageError(reply.error);
      return reply.value;
    } catch (error) {
      if (error instanceof MessageError) throw error;
      if (!browser.runtime?.id) throw new ExtensionGone();
      const pause = pauses[attempt];
      if (pause === undefined) throw new MessageError('errorUnexpected');
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
