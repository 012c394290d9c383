/**
 * Runs in the page: makes the change, waits until so many of these hosts stand in it and the frame with them is painted,
 * and tells how long that took in ms.
 */
export async function timeToHosts(wanted: number): Promise<number> {
  const { demo }: { demo?: { threads: { isArchived: boolean }[]; refresh(): void } } = globalThis as never;
  if (!demo) throw new Error('This page is not the demo mailbox.');
  await new Promise(requestAnimationFrame);
  let seen = 0;
  const painted = new Promise<number>((resolve) => {
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) if (node instanceof HTMLElement && node.dataset.holdfast) seen += 1;
      }
      if (seen < wanted) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage('the frame is painted');
      });
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  const start = performance.now();
  for (const thread of demo.threads) thread.isArchived = false;
  demo.refresh();
  return (await painted) - start;
}

/** Runs in the page: how long one frame of this browser is, in ms. */
export async function frameTime(): Promise<number> {
  const start = await new Promise(requestAnimationFrame);
  for (let frame = 1; frame < 30; frame++) await new Promise(requestAnimationFrame);
  return ((await new Promise<number>(requestAnimationFrame)) - start) / 30;
}
