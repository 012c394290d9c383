/** `open`: nobody else opens or creates the database meanwhile · `write`: nobody else writes, in any context. */
export type LockName = 'holdfast-open' | 'holdfast-write';

/** Runs the task while no other context of the extension holds the same lock. */
export async function exclusively<T>(name: LockName, task: () => Promise<T>): Promise<T> {
  // The result leaves through a variable: the lock manager's types flatten promises in their own way.
  let result: { readonly value: T } | undefined;
  await navigator.locks.request(name, async () => {
    result = { value: await task() };
  });
  if (!result) throw new Error(`lock ${name} was not granted`);
  return result.value;
}
