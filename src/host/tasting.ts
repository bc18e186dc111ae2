/** Looking at what a search from nothing makes, on a worker of its own, which goes with whoever looks. */
import type { Remote } from 'comlink';
import type { Branch, TriedReport } from '../core/search/tried.ts';
import { blind, type Task } from '../core/task/task.ts';
import type { Answer, EngineApi } from '../protocol/engine.ts';
import type { Outcome } from '../protocol/outcome.ts';
import { Supervisor } from './pool/supervisor.ts';
import { hireEngine } from './pool/spawn.ts';

export type { Branch, TriedReport };
export type { TriedPart } from '../core/search/tried.ts';
export type { TriedKind } from '../core/search/tried-groups.ts';

/** A round that takes so long is lost, with its worker (milliseconds). */
const DEADLINE_MS = 60_000;
/** A worker has one task. */
const KEY = 'tried';

const STOPPED = { ok: false, tag: 'stopped', why: 'stopped' } as const;

type Reply<T> = Promise<Answer<T>>;

export class Tasting {
  private readonly supervisor = new Supervisor<Remote<EngineApi>>(hireEngine);
  private readonly task: Task;
  /** Rounds that were asked for last: the worker would have to go back to the beginning for an earlier one. */
  private round = 1;
  /** Settles when all questions so far are answered. */
  private idle: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(task: Task) {
    this.task = blind(task);
  }

  /** The first so many rounds; another turn gives another sample. */
  async ask(round: number, turn: number): Promise<Outcome<TriedReport>> {
    this.round = round;
    return this.put((api) => api.tried({ key: KEY, task: this.task, round, turn }) as Reply<TriedReport>);
  }

  /** What came from what in the rounds so far; `open` are the paths of the branches that are open. */
  async grown(open: readonly (readonly string[])[]): Promise<Outcome<Branch>> {
    const { round, task } = this;
    return this.put((api) => api.grown({ key: KEY, task, round, open }) as Reply<Branch>);
  }

  close(): void {
    this.closed = true;
    this.supervisor.close();
  }

  /** One question after the other. */
  private put<T>(question: (api: Remote<EngineApi>) => Reply<T>): Promise<Outcome<T>> {
    const given = this.idle.then(() => (this.closed ? STOPPED : this.supervisor.ask(question, DEADLINE_MS)));
    this.idle = given;
    return given.then((outcome): Outcome<T> => {
      if (!outcome.ok) return outcome;
      const { value } = outcome;
      return value.ok ? value : { ok: false, tag: 'crash', why: value.why };
    });
  }
}
