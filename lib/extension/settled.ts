/** Runs the task once, that long after the first of several calls. */
export function settled(ms: number, task: () => Promise<void>): () => void {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(() => {
      isPlanned = false;
      void task();
    }, ms);
  };
}
