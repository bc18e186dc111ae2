/** Looking at what a search from nothing makes, on a worker of its own, which goes with whoever looks. */
import type { Remote } from 'comlink';
import type { TriedReport } from '../core/search/tried.ts';
import { blind, type Task } from '../core/task/task.ts';
import type { Answer, EngineApi } from '../protocol/engine.ts';
import type { Outcome } from '../protocol/outcome.ts';
import { Supervisor } from './pool/supervisor.ts';
import { hireEngine } from './pool/spawn.ts';

export type { TriedReport };
export type { TriedKind, TriedPart } from '../core/search/tried.ts';

/** A round that takes so long is lost, with its worker (milliseconds). */
const DEADLINE_MS = 60_000;

export class Tasting {
  private readonly supervisor = new Supervisor<Remote<EngineApi>>(hireEngine);
  private readonly task: Task;

  constructor(task: Task) {
    this.task = blind(task);
  }

  /** The first so many rounds; another turn gives another sample. One question at a time. */
  async ask(round: number, turn: number): Promise<Outcome<TriedReport>> {
    const request = { key: 'tried', task: this.task, round, turn };
    const outcome: Outcome<Answer<TriedReport>> = await this.supervisor.ask(
      (api) => api.tried(request) as Promise<Answer<TriedReport>>,
      DEADLINE_MS,
    );
    if (!outcome.ok) return outcome;
    if (outcome.value.ok) return { ok: true, value: outcome.value.value };
    return { ok: false, tag: 'crash', why: outcome.value.why };
  }

  close(): void {
    this.supervisor.close();
  }
}
