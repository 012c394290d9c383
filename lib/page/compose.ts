import { newId } from '@/lib/messaging/new-id';
import type { ComposeReader, SiteAdapter } from '@/lib/sites/site-adapter';
import { closest, findAll, isVisible } from './dom';
import { promisingWords } from './own-words';
import { sentAccount, sentSighting } from './reports';
import type { World } from './world';

/** A mail on its way: read while the window still held its recipients. */
interface Held {
  readonly id: string;
  readonly compose: Element;
  readonly at: number;
  isSettled: boolean;
}

const proofTime = 60_000;
/** A click on "Send" and the form's submit that follows are one send. */
const sameSend = 2_000;

/**
 * Sees the user send a mail: tells the background whom it goes to at the moment of sending, and whether it really
 * went once the page shows that.
 */
export class ComposeWatch {
  #held: Held[] = [];

  constructor(
    private readonly world: World,
    private readonly adapter: SiteAdapter,
    private readonly reader: ComposeReader,
    private readonly tell: (message: Promise<unknown>) => void,
    private readonly mayRead: () => boolean,
    private readonly now: () => number = () => performance.now(),
  ) {}

  listen(signal: AbortSignal): void {
    for (const type of ['click', 'keydown', 'submit']) {
      addEventListener(type, (event) => this.#heard(event), { signal, capture: true });
    }
  }

  /** Is there a mail whose fate is still open? Then every change of the page may be the proof. */
  isWaiting(): boolean {
    const at = this.now();
    this.#held = this.#held.filter((held) => at - held.at < proofTime);
    return this.#held.some((held) => !held.isSettled);
  }

  /** Looks for the proof that a mail went out (its window is gone and the page says so) or that it did not. */
  check(): void {
    if (!this.isWaiting()) return;
    const { reader, world } = this;
    const hasFailed = reader.failed?.(world.page);
    for (const held of this.#held) {
      const isGone = !held.compose.isConnected || !isVisible(held.compose);
      if (held.isSettled || !(hasFailed || (isGone && reader.confirmed?.(world.page)))) continue;
      held.isSettled = true;
      this.#settle(hasFailed ? 'undone' : 'sent', held);
    }
    // The next press is a new try, however soon it comes.
    if (hasFailed) this.#held = [];
  }

  /** A page without a compose window, reached in the tab in which a mail was sent, proves that it went. */
  settleLeft(): void {
    if (this.reader.confirms === 'leave' && !this.#windows().some(isVisible)) this.#settle('sent');
  }

  /** Without a mail: all that this tab has on their way. */
  #settle(outcome: 'sent' | 'undone', held?: Held): void {
    this.tell(this.world.send('settleSend', { id: held?.id, outcome }));
  }

  #heard(event: Event): void {
    // First of all: most of what is heard is somebody typing.
    if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
    if (!this.world.isTrusted(event) || !(event.target instanceof Element)) return;
    const last = this.#held.at(-1);
    if (last && this.reader.isUndo?.(event)) {
      this.#held.pop();
      this.#settle('undone', last);
      return;
    }
    const compose = this.#windowOf(event.target);
    if (compose && this.reader.isSend(event, compose)) this.#hold(compose);
  }

  /** Must speak before it returns: the page may be left in the next moment. */
  #hold(compose: Element): void {
    const { world, adapter, reader } = this;
    const at = this.now();
    if (this.#held.some((held) => held.compose === compose && at - held.at < sameSend)) return;
    const url = world.url();
    const recipients = reader.recipients(compose, url).slice(0, 100).map(sentSighting);
    if (recipients.length === 0) return;
    const id = newId();
    const account = sentAccount(adapter.account(world.page, url));
    this.#held.push({ id, compose, at, isSettled: false });
    const text = this.mayRead() ? promisingWords(compose, reader) : undefined;
    this.tell(world.send('holdSend', { id, site: adapter.id, account, recipients, ...(text ? { text } : {}) }));
  }

  #windowOf(element: Element): Element | undefined {
    for (const selector of this.reader.windows) {
      const compose = closest(element, selector);
      if (compose) return compose;
    }
    return undefined;
  }

  #windows(): readonly Element[] {
    return this.reader.windows.flatMap((selector) => findAll(this.world.page, selector));
  }
}
