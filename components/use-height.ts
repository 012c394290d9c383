import { type RefObject, useLayoutEffect, useState } from 'react';

/** Height of an element in pixels, kept up to date. */
export function useHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const observer = new ResizeObserver(() => setHeight(target.offsetHeight));
    observer.observe(target);
    setHeight(target.offsetHeight);
    return () => observer.disconnect();
  }, [element]);
  return height;
}
