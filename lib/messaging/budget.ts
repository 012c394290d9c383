interface Bucket {
  left: number;
  at: number;
}

/**
 * A token bucket per tab: generous for a page that scrolls, an end for one that asks without pause. Lives as long as
 * the worker, which is enough: only what happens meanwhile costs anything.
 */
export function tabBudget(now: () => number, burst = 400, perSecond = 40): (tabId: number) => boolean {
  const buckets = new Map<number, Bucket>();
  return (tabId) => {
    const at = now();
    const bucket = buckets.get(tabId) ?? { left: burst, at };
    const refill = Math.max(0, at - bucket.at) * (perSecond / 1_000);
    bucket.left = Math.min(burst, bucket.left + refill);
    bucket.at = at;
    buckets.set(tabId, bucket);
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
  };
}
