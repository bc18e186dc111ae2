/** A search for the line that gives drawn values, on a worker of its own, which goes when it ends. */
import type { Remote } from 'comlink';
import type { InspectorApi } from '../protocol/inspection.ts';
import type { LineAnswer, LinePlan, ToldLine } from '../protocol/film.ts';
import { Supervisor } from './pool/supervisor.ts';
import { hireInspector } from './pool/spawn.ts';

/** A question that takes so long is lost, with its worker (milliseconds); it is put once more. */
const DEADLINE_MS = 30_000;
const ATTEMPTS = 2;

export interface LineProgress {
  readonly tried: number;
  readonly ms: number;
  /** Nothing is left to search, or enough was found. */
  readonly done: boolean;
  /** Of the value of the line in the source. */
  readonly span: { readonly from: number; readonly to: number };
}

export class LineFinding {
  /** Why it could not go on; '' where it ended as it should. */
  readonly done: Promise<string>;
  private readonly supervisor = new Supervisor<Remote<InspectorApi>>(hireInspector);
  private stopped = false;

  constructor(
    plan: LinePlan,
    limit: number,
    onReport: (found: readonly ToldLine[], progress: LineProgress) => void,
  ) {
    this.done = this.work(plan, limit, onReport);
    void this.done.then(() => this.stop());
  }

  /** Ends it at once, with its worker. */
  stop(): void {
    this.stopped = true;
    this.supervisor.close();
  }

  private async work(
    plan: LinePlan,
    limit: number,
    onReport: (found: readonly ToldLine[], progress: LineProgress) => void,
  ): Promise<string> {
    const began = performance.now();
    for (let block = 0; ; block++) {
      const outcome = await this.supervisor.ask(
        (api) => api.findLine({ plan, block }) as Promise<LineAnswer>,
        DEADLINE_MS,
        ATTEMPTS,
      );
      if (this.stopped) return '';
      if (!outcome.ok) return outcome.why;
      const answer = outcome.value;
      if (!answer.ok) return answer.why;
      const ms = performance.now() - began;
      const { tried, done, span, found } = answer;
      onReport(found, { tried, ms, done, span });
      if (done || ms > limit) return '';
    }
  }
}
