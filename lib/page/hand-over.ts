/**
 * Where one script of ours waits for another one. On the global object of our isolated world, which no page sees, and
 * under a symbol, because a page's `<img id="…">` answers to every name.
 */
const place = Symbol.for('holdfast');

/** Waits for what the next script of ours in this frame hands over, once; returns the way to wait no longer. */
export function awaitHandOver<T>(take: (given: T) => void): () => void {
  const once = (given: T) => {
    stop();
    take(given);
  };
  const stop = () => {
    // Another one may wait here by now, as after an update of the extension.
    if (Reflect.get(globalThis, place) === once) Reflect.deleteProperty(globalThis, place);
  };
  Reflect.defineProperty(globalThis, place, { configurable: true, value: once });
  return stop;
}

/** Hands something to the script that waits in this frame, if one does. */
export function handOver<T>(given: T): void {
  const take: unknown = Reflect.get(globalThis, place);
  if (typeof take === 'function') take(given);
}
