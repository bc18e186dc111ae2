/** Waiting for a database that is away, with growing pauses, and saying so once. */
import { remark } from '../output.ts';
import { isPassing, reasonOf } from './troubles.ts';

const FIRST_MS = 250;
const LONGEST_MS = 30_000;

export class Patience {
  private away = false;
  private readonly ended: () => boolean;

  /** @param ended where it holds, nobody waits any longer */
  constructor(ended: () => boolean) {
    this.ended = ended;
  }

  /** Does `work` until it succeeds; what does not pass by waiting is thrown. */
  async until<T>(work: () => Promise<T>): Promise<T> {
    for (let pause = FIRST_MS; ; pause = Math.min(LONGEST_MS, pause * 2)) {
      try {
        const result = await work();
        this.isBack();
        return result;
      } catch (error) {
        if (!isPassing(error) || this.ended()) throw error;
        this.isAway(error);
      }
      // Many programs wait at the same time: they do not come back at the same time.
      await sleep(pause * (0.5 + Math.random()), this.ended);
    }
  }

  isAway(error: unknown): void {
    if (!this.away) remark(`batt: the database is away (${reasonOf(error)}); waiting for it\n`);
    this.away = true;
  }

  isBack(): void {
    if (this.away) remark('batt: the database is back\n');
    this.away = false;
  }
}

/** Waits so many milliseconds, or until `ended`. */
export async function sleep(ms: number, ended: () => boolean = () => false): Promise<void> {
  const until = performance.now() + ms;
  for (let left = ms; left > 0 && !ended(); left = until - performance.now())
    await new Promise((resolve) => setTimeout(resolve, Math.min(left, 200)));
}
