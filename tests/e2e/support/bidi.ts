/** A WebDriver BiDi connection: the part of the protocol that the Firefox journey needs. */
export interface Bidi {
  send<T = unknown>(method: string, params: object): Promise<T>;
  on(method: string, listener: (params: never) => void): void;
  close(): void;
}

interface Reply {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
  readonly method?: string;
  readonly params?: never;
}

export async function connectBidi(url: string): Promise<Bidi> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`no WebDriver BiDi at ${url}`));
  });
  const waiting = new Map<number, (reply: Reply) => void>();
  const listeners = new Map<string, ((params: never) => void)[]>();
  let last = 0;
  socket.onmessage = ({ data }) => {
    const reply: Reply = JSON.parse(String(data));
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
    else for (const listener of listeners.get(reply.method ?? '') ?? []) listener(reply.params as never);
  };
  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, (reply) => {
          waiting.delete(id);
          if (reply.type === 'error') reject(new Error(`${method}: ${reply.error} ${reply.message}`));
          else resolve(reply.result as never);
        });
        socket.send(JSON.stringify({ id, method, params }));
      }),
    on: (method, listener) => listeners.set(method, [...(listeners.get(method) ?? []), listener]),
    close: () => socket.close(),
  };
}
