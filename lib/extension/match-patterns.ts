/** Firefox takes a pattern with a port and then injects nothing. */
export function withoutPort(pattern: string): string {
  return pattern.replace(/^([^/]+:\/\/[^/:]+):[\d*]+\//, '$1/');
}

/** The pattern that stands for a page's site in permissions. */
export function patternOf(url: string): string {
  const { protocol, host, hostname } = new URL(url);
  return `${protocol}//${import.meta.env.FIREFOX ? hostname : host}/*`;
}
