import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../../tests/e2e/support/launch.ts';

/** Bytes that the background's objects take after a full collection. */
export async function workerHeap(run: Run): Promise<number> {
  const socket = new WebSocket(await workerTarget(run));
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('no debugger of the background'));
  });
  let last = 0;
  const waiting = new Map<number, (result: { readonly usedSize?: number }) => void>();
  socket.onmessage = ({ data }) => {
    const { id, result } = JSON.parse(String(data));
    waiting.get(id)?.(result);
  };
  const send = (method: string) =>
    new Promise<{ readonly usedSize?: number }>((resolve) => {
      waiting.set(++last, resolve);
      socket.send(JSON.stringify({ id: last, method }));
    });
  for (let turn = 0; turn < 3; turn++) await send('HeapProfiler.collectGarbage');
  const { usedSize = Number.NaN } = await send('Runtime.getHeapUsage');
  socket.close();
  return usedSize;
}

async function workerTarget({ profile, extensionId }: Run): Promise<string> {
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  const list: { url: string; type: string; webSocketDebuggerUrl: string }[] = await (
    await fetch(`http://127.0.0.1:${port}/json/list`)
  ).json();
  const found = list.find(({ type, url }) => type === 'service_worker' && url.includes(extensionId));
  if (!found) throw new Error('the background does not run');
  return found.webSocketDebuggerUrl;
}
