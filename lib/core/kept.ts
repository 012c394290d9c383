/** Makes what belongs to a key once and keeps it: an `Intl` format takes a thousand times as long to make as to use. */
export function kept<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}
