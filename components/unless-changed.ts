/**
 * The next value of a field whose value `was` has been saved; what the user typed while it was being saved stays.
 * For the setters of `useState`.
 */
export function unlessChanged<T>(was: T, next: T): (now: T) => T {
  return (now) => (Object.is(now, was) ? next : now);
}
