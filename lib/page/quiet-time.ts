/** A page is looked at once it has been quiet for so long, and at the latest so long after its first change. */
const quietTime = 150;
const longestWait = 1_000;
/** After a look of 5 ms none for 100 ms: a page that never rests costs a twentieth of a processor core at most. */
const restPerLook = 20;

/** Knows when a page that changes should be looked at again. */
export class QuietTime {
  #changedAt: number | undefined;
  #waitingSince = 0;
  #restUntil = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;

  constructor(
    /** In ms. */
    private readonly now: () => number,
    private readonly onDue: () => void,
  ) {}

  changed(): void {
    const now = this.now();
    if (this.#changedAt === undefined) this.#waitingSince = now;
    this.#changedAt = now;
    this.#wait();
  }

  isDue(): boolean {
    return this.#remaining() <= 0;
  }

  /** The look begins: what changes from now on waits for the next. */
  begin(): void {
    this.#changedAt = undefined;
  }

  /** The look has ended, after so many ms of work. */
  rest(work: number): void {
    this.#restUntil = this.now() + restPerLook * work;
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #remaining(): number {
    if (this.#changedAt === undefined) return Number.POSITIVE_INFINITY;
    const dueAt = Math.min(this.#changedAt + quietTime, this.#waitingSince + longestWait);
    return Math.max(dueAt, this.#restUntil) - this.now();
  }

  /** One timer however often the page changes; when it rings, the page may have changed again. */
  #wait(): void {
    if (this.#isStopped || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#changedAt === undefined) return;
      if (this.isDue()) this.onDue();
      else this.#wait();
    }, Math.ceil(this.#remaining()));
  }
}
