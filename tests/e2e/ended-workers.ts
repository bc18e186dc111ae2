/** Ending workers of the page as when their process is killed: nobody is told, whatever they are at. */
import type { Page } from '@playwright/test';

/** From its next page on, keeps hold of the workers that live, behind the back of who supervises them. */
export async function holdWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const living = new Set<Worker>();
    globalThis.Worker = class extends Worker {
      readonly url: string;

      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.url = String(url);
        living.add(this);
      }

      override terminate(): void {
        living.delete(this);
        super.terminate();
      }
    };
    Object.assign(globalThis, { living });
  });
}

/**
 * Ends workers of a kind: all, or those at the given places, whole numbers that are taken round and round. Gives how many
 * that were. `holdWorkers` comes first.
 */
export function endWorkers(
  page: Page,
  kind: 'inspector' | 'engine',
  places?: readonly number[],
): Promise<number> {
  return page.evaluate(
    ({ kind, places }) => {
      const { living } = globalThis as unknown as { living: Set<Worker & { readonly url: string }> };
      const all = [...living].filter(({ url }) => url.includes(kind));
      const ended = new Set(all.length === 0 ? [] : (places?.map((place) => all[place % all.length]) ?? all));
      for (const worker of ended) worker.terminate();
      return ended.size;
    },
    { kind, places },
  );
}
