/** A DOM without layout has no sizes; the virtual list needs some: a window of 600 pixels and lines of 56. */
export function layOut(): void {
  const lineHeight = 56;
  const heightOf = (element: Element) => (element.tagName === 'MAIN' ? 600 : lineHeight);
  class FixedSizes implements ResizeObserver {
    constructor(private readonly callback: ResizeObserverCallback) {}
    observe(target: Element): void {
      const contentRect = { width: 392, height: heightOf(target) };
      queueMicrotask(() => this.callback([{ target, contentRect } as ResizeObserverEntry], this));
    }
    unobserve(): void {}
    disconnect(): void {}
  }
  window.ResizeObserver = FixedSizes;
  const define = (name: string, get: (this: HTMLElement) => unknown) =>
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get });
  define('offsetParent', function () {
    return this.parentElement;
  });
  define('offsetHeight', function () {
    return this.dataset.sized === undefined ? 0 : heightOf(this);
  });
  define('clientHeight', function () {
    return heightOf(this);
  });
  HTMLElement.prototype.scrollIntoView = () => undefined;
}
