/** Jobs of a run, each tried twice, until no worker answers any longer. */
import type { RunEnvironment } from './executor.ts';
import type { JobName, Jobs } from './jobs.ts';
import type { Tally } from './tally.ts';

/** After so many losses in a row, and no answer between them, there is nobody who could do anything. */
const HOPELESS = 64;

export class RunJobs {
  private inARow = 0;
  private readonly environment: RunEnvironment;
  private readonly tally: Tally;

  constructor(environment: RunEnvironment, tally: Tally) {
    this.environment = environment;
    this.tally = tally;
  }

  /** Whether no more jobs are tried. */
  get hopeless(): boolean {
    return this.inARow >= HOPELESS;
  }

  /**
   * The result of a job, or null where it was lost twice: a worker may be killed for reasons of its own, but a
   * job that takes its second worker along is to blame itself. `candidates` says how many are lost with it then. `counted`
   * are the jobs of a round.
   */
  async submit<K extends JobName>(
    name: K,
    job: Jobs[K]['job'],
    candidates: () => number,
    counted = true,
  ): Promise<Jobs[K]['result'] | null> {
    const one = counted ? 1 : 0;
    this.tally.jobs += one;
    for (let attempt = 0; attempt < 2 && !this.environment.stopped() && !this.hopeless; attempt++) {
      const outcome = await this.environment.executor.submit(name, job);
      if (outcome.ok) {
        this.tally.done += one;
        this.inARow = 0;
        return outcome.value;
      }
      if (this.environment.stopped()) break;
      this.inARow++;
      const again = attempt === 0;
      this.environment.emit({ kind: 'lost', why: outcome.why, candidates: again ? 0 : candidates(), again });
    }
    this.tally.done += one;
    return null;
  }
}
