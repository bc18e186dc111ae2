/** Ending workers of the page as when their process is killed: nobody is told, whatever they are at. */
import type { Page } from '@playwright/test';

/** From its next page on, keeps hold of the workers that live, behind the back of who supervises them. */
export async function holdWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const living = new Set<Worker>();
    globalThis.Worker = class extends Worker {
      readonly url: string;
      spoken = false;

      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.url = String(url);
        living.add(this);
        this.addEventListener('message', () => (this.spoken = true), { once: true });
      }

      override terminate(): void {
        living.delete(this);
        super.terminate();
      }
    };
    Object.assign(globalThis, { living });
  });
}

interface Held extends Worker {
  readonly url: string;
  /** Whether it has sent a message: one that ends before is noticed later. */
  readonly spoken: boolean;
}

/**
 * Ends workers of a kind that have spoken: all, or those at the given places, whole numbers that are taken round and round. Gives how many
 * that were. `holdWorkers` comes first.
 */
export function endWorkers(
  page: Page,
  kind: 'inspector' | 'engine',
  places?: readonly number[],
): Promise<number> {
  return page.evaluate(
    ({ kind, places }) => {
      const { living } = globalThis as unknown as { living: Set<Held> };
      const all = [...living].filter(({ url, spoken }) => spoken && url.includes(kind));
      const ended = new Set(all.length === 0 ? [] : (places?.map((place) => all[place % all.length]) ?? all));
      for (const worker of ended) worker.terminate();
      return ended.size;
    },
    { kind, places },
  );
}
