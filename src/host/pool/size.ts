/** How many workers: as the hardware has processors, less one that the tab keeps where there are enough. */

export const MAX_POOL = 16;

/** `hardwareConcurrency` as the browser tells it: missing or odd values count as 4. At least 1, at most MAX_POOL. */
export function defaultPoolSize(hardwareConcurrency: number | undefined): number {
  const sensible = Number.isInteger(hardwareConcurrency) && (hardwareConcurrency as number) >= 1;
  const processors = sensible ? (hardwareConcurrency as number) : 4;
  return Math.min(MAX_POOL, processors >= 4 ? processors - 1 : processors);
}
