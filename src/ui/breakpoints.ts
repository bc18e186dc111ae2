/**
 * The sizes of the window at which the page changes its form. Styles say `@media (--phone)`, and the build puts the condition in
 * its place (`withBreakpoints`), since CSS has no names for them.
 */
export const BREAKPOINTS = {
  /** One column that scrolls as a whole; what starts and stops lies under the thumb. */
  phone: '(max-width: 719px)',
  /** Rows of the header and of long lists have no room for all of their words. */
  slim: '(max-width: 899px)',
  /** Two columns instead of three. */
  narrow: '(max-width: 1099px)',
  /** So low, as when all is shown at four times its size, that nothing may stay in view over the rest. */
  low: '(max-height: 399px)',
} as const;

/** Puts the conditions where a style names them. A name that nobody knows is an error. */
export function withBreakpoints(code: string): string {
  return code.replace(/(@media[^{]*)\{/g, (_, head: string) => {
    const named = head.replace(/\(--([\w-]+)\)/g, (_name, name: string) => {
      if (!(name in BREAKPOINTS)) throw new Error(`There is no breakpoint --${name}.`);
      return BREAKPOINTS[name as keyof typeof BREAKPOINTS];
    });
    return `${named}{`;
  });
}
