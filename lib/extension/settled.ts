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

/** Runs the task at once, and what is asked for within that long after it once more at the end of that time. */
export function prompt(ms: number, task: () => Promise<void>): () => void {
  let isResting = false;
  let isAsked = false;
  const run = () => {
    isResting = true;
    isAsked = false;
    setTimeout(() => {
      isResting = false;
      if (isAsked) run();
    }, ms);
    void task();
  };
  return () => {
    if (isResting) isAsked = true;
    else run();
  };
}
