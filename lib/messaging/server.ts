import * as z from 'zod/mini';
import { type ErrorKey, type MessageName, protocol, type Reply, type RequestOf, type ResponseOf } from './protocol';

/** What the browser says of who sent a message; a page cannot forge it. */
export interface Sender {
  readonly id?: string;
  /** Address of the frame that spoke, not of its tab. */
  readonly url?: string;
  readonly frameId?: number;
  readonly tab?: { readonly id?: number; readonly url?: string };
}

/** The sender in the form services may know it. */
export interface Caller {
  readonly origin: string;
  readonly tabId: number;
  /** Which frame of the tab spoke; `undefined` for our own pages. */
  readonly frameId?: number;
  /** What the tab shows now; a page that changes its address without loading keeps the old one in its frame. */
  readonly tabUrl?: string;
}

/** One handler per message: a message without one does not compile. */
export type Handlers = {
  readonly [N in MessageName]: (request: RequestOf<N>, caller: Caller) => Promise<ResponseOf<N>>;
};

/** What the server must know of the outside to decide whom it answers. */
export interface Gate {
  readonly ownId: string;
  /** Address of our own pages, such as `chrome-extension://<id>`. */
  readonly ownOrigin: string;
  /** May content scripts of this page's origin speak? */
  isGranted(url: string): Promise<boolean>;
  /** `false`: this tab asks too much. */
  hasBudget(tabId: number): boolean;
  /** The key under which a failure travels; also the place where it is logged. */
  explain(error: unknown, name: MessageName): ErrorKey;
}

/** Extension pages have no tab, unless they are opened in one. */
const noTab = -1;

/**
 * Answers one message. `undefined`: not a message of ours, so somebody else may answer. Never throws, and calls no
 * handler unless sender and request are what the protocol demands.
 */
export async function dispatch(
  message: unknown,
  sender: Sender,
  handlers: Handlers,
  gate: Gate,
): Promise<Reply | undefined> {
  const name = nameOf(message);
  if (!name || sender.id !== gate.ownId) return undefined;
  try {
    const caller = await admit(name, sender, gate);
    if (!caller) return { ok: false, error: 'errorDenied' };
    return await answer(name, message, caller, handlers);
  } catch (error) {
    return { ok: false, error: error instanceof z.core.$ZodError ? 'errorBadRequest' : gate.explain(error, name) };
  }
}

const envelope = z.object({ name: z.string(), request: z.unknown() });

function nameOf(message: unknown): MessageName | undefined {
  const parsed = envelope.safeParse(message);
  return parsed.success && isMessageName(parsed.data.name) ? parsed.data.name : undefined;
}

function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(protocol, name);
}

async function admit(name: MessageName, sender: Sender, gate: Gate): Promise<Caller | undefined> {
  const url = sender.url ? URL.parse(sender.url) : null;
  if (!url) return undefined;
  const tabId = sender.tab?.id ?? noTab;
  // `URL.origin` is "null" for extension schemes in some engines, so the address is compared as text.
  if (sender.url?.startsWith(`${gate.ownOrigin}/`)) return { origin: gate.ownOrigin, tabId };
  if (protocol[name].from !== 'page' || !/^https?:$/.test(url.protocol) || tabId === noTab) return undefined;
  if (!gate.hasBudget(tabId) || !(await gate.isGranted(url.href))) return undefined;
  return { origin: url.origin, tabId, frameId: sender.frameId, tabUrl: sender.tab?.url };
}

async function answer<N extends MessageName>(
  name: N,
  message: unknown,
  caller: Caller,
  handlers: Handlers,
): Promise<Reply<ResponseOf<N>>> {
  const request = protocol[name].request.parse(z.parse(envelope, message).request) as RequestOf<N>;
  return { ok: true, value: await handlers[name](request, caller) };
}

/** Is it one of our requests? Decides at once whether to keep the answer's channel open. */
export function isRequest(message: unknown): boolean {
  return nameOf(message) !== undefined;
}

/** One handler for each entry of a table, all of them carried out in the same way. */
export function handlersFor<N extends MessageName>(
  table: { readonly [M in N]: unknown },
  run: <M extends N>(name: M, request: RequestOf<M>, caller: Caller) => Promise<ResponseOf<M>>,
): Pick<Handlers, N> {
  const names = Object.keys(table) as N[];
  const handler = (name: N) => (request: RequestOf<N>, caller: Caller) => run(name, request, caller);
  return Object.fromEntries(names.map((name) => [name, handler(name)])) as unknown as Pick<Handlers, N>;
}
