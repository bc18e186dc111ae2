/** What is shown a moment after it is so: the page is not held up by drawing all of it in the task in which it changes. */
import { untrack } from 'svelte';

/** What that is, or was a turn of the page ago. To be made while a component is. */
export function trailing<Value>(of: () => Value): { readonly now: Value } {
  let now = $state.raw(untrack(of));
  $effect(() => {
    const next = of();
    const timer = setTimeout(() => (now = next));
    return () => clearTimeout(timer);
  });
  return {
    get now() {
      return now;
    },
  };
}
