const longestRestMs = 50;

/** A rest as long as the work before it took, and at most so long: what was asked meanwhile comes first. */
export function rest(workedMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.min(workedMs, longestRestMs)));
}
