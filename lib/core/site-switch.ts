/** Is this origin, or its host on whatever port, turned off? Firefox names a granted host without its port. */
export function isTurnedOff(off: readonly string[] | undefined, origin: string): boolean {
  return off?.some((one) => isSameSite(one, origin)) === true;
}

/** Does a permission or switch for `known` speak of that origin too? One without a port speaks of all ports. */
export function isSameSite(known: string, origin: string): boolean {
  return known === origin || known === withoutPort(origin);
}

/** The origins that are turned off once this one is, or is no longer. */
export function withSite(off: readonly string[], origin: string, isOff: boolean): readonly string[] {
  const others = off.filter((one) => one !== origin && (isOff || one !== withoutPort(origin)));
  return isOff ? [...others, origin] : others;
}

function withoutPort(origin: string): string {
  return origin.replace(/:\d+$/, '');
}
