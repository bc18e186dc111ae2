/** Jobs of a run, each tried twice. */
import type { RunEnvironment } from './executor.ts';
import type { JobName, Jobs } from './jobs.ts';
import type { Tally } from './tally.ts';

export class RunJobs {
  private readonly environment: RunEnvironment;
  private readonly tally: Tally;

  constructor(environment: RunEnvironment, tally: Tally) {
    this.environment = environment;
    this.tally = tally;
  }

  /**
   * The result of a job, or null where it was lost twice: a worker may be killed for reasons of its own, but a
   * job that takes its second worker along is to blame itself. `counted` are the jobs of a round.
   */
  async submit<K extends JobName>(
    name: K,
    job: Jobs[K]['job'],
    candidates: number,
    counted = true,
  ): Promise<Jobs[K]['result'] | null> {
    const one = counted ? 1 : 0;
    this.tally.jobs += one;
    for (let attempt = 0; attempt < 2 && !this.environment.stopped(); attempt++) {
      const outcome = await this.environment.executor.submit(name, job);
      if (outcome.ok) {
        this.tally.done += one;
        return outcome.value;
      }
      const again = attempt === 0;
      if (!this.environment.stopped())
        this.environment.emit({ kind: 'lost', why: outcome.why, candidates, again });
    }
    this.tally.done += one;
    return null;
  }
}
