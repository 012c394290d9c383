const longest = 2 ** 31 - 1;

/** One timer per purpose: setting it again moves it. */
export class Timers {
  readonly #running = new Map<string, ReturnType<typeof setTimeout>>();
  #isStopped = false;

  after(purpose: string, pause: number, run: () => void): void {
    clearTimeout(this.#running.get(purpose));
    // Longer pauses would fire at once.
    if (!this.#isStopped) this.#running.set(purpose, setTimeout(run, Math.min(pause, longest)));
  }

  stop(): void {
    this.#isStopped = true;
    for (const timer of this.#running.values()) clearTimeout(timer);
  }
}
