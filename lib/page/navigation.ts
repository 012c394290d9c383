/** Hears of every way in which a page moves on without being loaded anew. */
export function listenToNavigation(moved: () => void, signal: AbortSignal): void {
  addEventListener('hashchange', moved, { signal });
  addEventListener('popstate', moved, { signal });
  // `pushState` tells nobody else.
  if ('navigation' in globalThis) navigation.addEventListener('currententrychange', moved, { signal });
}
