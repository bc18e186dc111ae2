/** Tells an element whether it is on screen, or nearly: what is not need not be drawn. */
const NEAR = '240px';

/** Safe to share: each element has its own; one observer serves the page. */
const listeners = new WeakMap<Element, (seen: boolean) => void>();
let observer: IntersectionObserver | null = null;

export function watchSeen(listener: (seen: boolean) => void): (element: Element) => () => void {
  return (element) => {
    observer ??= new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
      },
      { rootMargin: NEAR },
    );
    listeners.set(element, listener);
    observer.observe(element);
    return () => observer?.unobserve(element);
  };
}
