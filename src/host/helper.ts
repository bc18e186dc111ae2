/** A worker of its own for the page: one question at a time, and every question gets an answer. */
import type { Remote } from 'comlink';
import type { InspectorWorkerApi } from '../protocol/inspection.ts';
import type { Loss, Outcome } from '../protocol/outcome.ts';
import { Supervisor, type Hire } from './pool/supervisor.ts';
import { hireInspector } from './pool/spawn.ts';

/** A question that was lost with its worker is put to the next one. */
const ATTEMPTS = 2;

export type HireHelper = Hire<Remote<InspectorWorkerApi>>;

export type Verb = keyof InspectorWorkerApi;
export type AnswerTo<V extends Verb> = ReturnType<InspectorWorkerApi[V]>;

export interface AskOptions {
  /** Nobody waits for the answer any longer: the question is dropped where it is not at work yet. */
  readonly signal?: AbortSignal;
  /** It takes the place of one such that waits with the same verb, and goes before all else. */
  readonly newest?: boolean;
  /** So long one with the same verb that is at work may go on before its worker is replaced (milliseconds). */
  readonly patience?: number;
}

interface Question extends AskOptions {
  readonly verb: Verb;
  readonly put: (api: Remote<InspectorWorkerApi>) => Promise<unknown>;
  readonly settle: (outcome: Outcome<unknown>) => void;
}

export class Helper {
  private readonly deadline: number;
  private readonly supervisor: Supervisor<Remote<InspectorWorkerApi>>;
  private waiting: Question[] = [];
  private atWork: Verb | null = null;

  /** @param deadline milliseconds for one answer; the fuel ends an evaluation long before */
  constructor(deadline: number, hire: HireHelper = hireInspector) {
    this.deadline = deadline;
    this.supervisor = new Supervisor(hire);
  }

  /** Starts the worker ahead of the first question. */
  warm(): void {
    this.supervisor.warm();
  }

  /** Never rejects. */
  ask<V extends Verb>(
    verb: V,
    args: Parameters<InspectorWorkerApi[V]>,
    options: AskOptions = {},
  ): Promise<Outcome<AnswerTo<V>>> {
    if (options.newest === true) this.drop((waits) => waits.newest === true && waits.verb === verb, NEWER);
    return new Promise((resolve) => {
      const put = (api: Remote<InspectorWorkerApi>): Promise<unknown> => {
        const call = api[verb] as (...args: unknown[]) => Promise<unknown>;
        return call(...args);
      };
      const settle = resolve as (outcome: Outcome<unknown>) => void;
      this.waiting.push({ ...options, verb, put, settle });
      if (options.patience !== undefined && this.atWork === verb)
        setTimeout(() => this.hurry(verb), options.patience);
      void this.serve();
    });
  }

  dispose(): void {
    this.drop(() => true, CLOSED);
    this.supervisor.close();
  }

  /** Ends a question at work that another one of its verb waits for. */
  private hurry(verb: Verb): void {
    if (this.atWork === verb && this.waiting.some((question) => question.verb === verb))
      this.supervisor.stop();
  }

  private drop(which: (question: Question) => boolean, loss: Loss): void {
    const dropped = this.waiting.filter(which);
    this.waiting = this.waiting.filter((question) => !which(question));
    for (const { settle } of dropped) settle(loss);
  }

  private async serve(): Promise<void> {
    if (this.supervisor.busy) return;
    this.drop(({ signal }) => signal?.aborted === true, UNWANTED);
    const first = this.waiting.findIndex(({ newest }) => newest === true);
    const [next] = this.waiting.splice(Math.max(0, first), 1);
    if (next === undefined) return;
    this.atWork = next.verb;
    next.settle(await this.supervisor.ask(next.put, this.deadline, ATTEMPTS));
    this.atWork = null;
    void this.serve();
  }
}

const NEWER = { ok: false, tag: 'stopped', why: 'a newer question came' } as const;
const UNWANTED = { ok: false, tag: 'stopped', why: 'nobody waits for it' } as const;
const CLOSED = { ok: false, tag: 'stopped', why: 'closed' } as const;
