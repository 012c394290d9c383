/** Messages that the background of a test still answers. */
const waiting = new Set<Promise<unknown>>();

/** Notes a message until it is answered. */
export function underway<T>(answer: Promise<T>): Promise<T> {
  const forget = () => void waiting.delete(answer);
  waiting.add(answer);
  answer.then(forget, forget);
  return answer;
}

/**
 * Until every message is answered, and what waited for the answer has run: a component that hears of it after the page
 * of its test is gone would fail outside any test.
 */
export async function nothingUnderway(): Promise<void> {
  do {
    await Promise.allSettled(waiting);
    await new Promise((resolve) => setImmediate(resolve));
  } while (waiting.size > 0);
}
