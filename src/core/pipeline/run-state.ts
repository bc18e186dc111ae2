/** Carries out the rounds of a run: which job comes next, and what becomes of its result. */
import type { ScoreTable } from '../engine/table.ts';
import { codesOf, encodeBatch } from '../lang/program-batch.ts';
import { pairsOf, type PlacedPair } from '../task/task.ts';
import { DEFAULT_CAP } from '../values/ends.ts';
import { Bodies } from './2-dedupe.ts';
import { expectedCells } from './5-score.ts';
import { Ranking } from './6-rank.ts';
import { batchOf, gathered, scoredCandidate, type Draft } from './drafts.ts';
import type { RunEnvironment } from './executor.ts';
import type { Generated, JobName, Jobs, Loaded, Parents } from './jobs.ts';
import { hashesOf, originsOf } from './origins.ts';
import { Tally } from './tally.ts';
import { TOP, type RunPlan } from './types.ts';

/** Candidates that are checked and scored together: enough to share much, few enough to keep all workers busy. */
const LARGEST_BATCH = 256;
const SMALLEST_BATCH = 64;
/** Solvers of the pool that one job reads. */
const SOLVERS_READ = 16;
/** Candidates that one job makes, at least. */
const SMALLEST_PART = 32;
/** Found solvers that later rounds start from, beside the pool. */
const ELITE = 32;
/** Refused candidates that are told by name: so many of a check job, in the first jobs of a round. */
const REJECTED_LISTED = 20;
const REJECTED_JOBS = 50;
/** Milliseconds between two rankings, so that sorting does not eat what the workers gain. */
const RANKING_INTERVAL = 50;

/** A part of the candidates of a round, null where its job was lost. */
interface Made {
  readonly from: number;
  readonly result: Generated | null;
}

export class RunState {
  scored = 0;
  private readonly plan: RunPlan;
  private readonly environment: RunEnvironment;
  private readonly pairs: readonly PlacedPair[];
  private readonly bodies = new Bodies();
  private readonly ranking = new Ranking();
  private readonly tally: Tally;
  private rankedAt = -Infinity;

  constructor(plan: RunPlan, environment: RunEnvironment) {
    this.plan = plan;
    this.environment = environment;
    this.pairs = pairsOf(plan.task);
    this.tally = new Tally(environment.emit);
  }

  /** Candidates in a batch: about eight batches a worker, within limits. */
  private get batch(): number {
    const share = Math.ceil(this.plan.perRound / (8 * this.environment.executor.width));
    return Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, share));
  }

  solved(): boolean {
    return this.ranking.top(1)[0]?.matched === this.plan.task.train.length;
  }

  /** The pool as programs, without the solver that is to be left out; null where nothing could be read. */
  async load(): Promise<Loaded | null> {
    const pool = this.plan.pool.filter((solver) => solver.name !== this.plan.leaveOut);
    const parts = Array.from({ length: Math.ceil(pool.length / SOLVERS_READ) }, (_, i) =>
      this.submit('load', { pool: pool.slice(i * SOLVERS_READ, (i + 1) * SOLVERS_READ) }, 0),
    );
    const loaded = (await Promise.all(parts)).filter((part): part is Loaded => part !== null);
    const unreadable = loaded.flatMap((part) => part.unreadable);
    for (const fault of unreadable) this.environment.emit({ kind: 'unreadable', ...fault });
    const names = loaded.flatMap((part) => part.names);
    if (names.length === 0) return null;
    return {
      programs: encodeBatch(loaded.flatMap((part) => codesOf(part.programs))),
      names,
      hashes: loaded.flatMap((part) => part.hashes ?? []),
      unreadable,
      ms: loaded.reduce((sum, part) => sum + part.ms, 0),
    };
  }

  /**
   * Generates, and takes what is new through check and score, in batches as they come: while the last candidates
   * are still being made, the first are scored. Duplicates are dropped in order of number, whoever answers first.
   */
  async round(round: number, loaded: Loaded): Promise<void> {
    this.tally.begin();
    const evaluated: Promise<void>[] = [];
    let waiting: Draft[] = [];
    const evaluate = (): void => {
      if (waiting.length > 0) evaluated.push(this.evaluate(waiting, round, evaluated.length < REJECTED_JOBS));
      waiting = [];
    };
    const parents = this.parents(loaded);
    for (const made of this.generate(round, parents)) {
      waiting.push(...this.unseen(await made, round, parents));
      if (this.environment.stopped()) break;
      if (waiting.length >= this.batch) evaluate();
    }
    evaluate();
    await Promise.all(evaluated);
    if (!this.environment.stopped()) this.rank(true);
  }

  private async evaluate(drafts: readonly Draft[], round: number, listed: boolean): Promise<void> {
    const passed = await this.check(gathered(drafts), listed);
    if (passed.length > 0) await this.score(passed, round, this.pairGroups());
  }

  private parents(loaded: Loaded): Parents {
    const elite = this.ranking.top(ELITE);
    return {
      programs: encodeBatch([...codesOf(loaded.programs), ...elite.map((candidate) => candidate.code)]),
      names: [...loaded.names, ...elite.map((candidate) => candidate.name)],
      hashes: loaded.hashes && [...loaded.hashes, ...elite.map((candidate) => candidate.hash)],
      pool: loaded.names.length,
    };
  }

  /** Asks for the candidates of a round in parts; the answers in order of number. */
  private generate(round: number, parents: Parents): readonly Promise<Made>[] {
    const { task, seed, perRound } = this.plan;
    const part = Math.min(
      LARGEST_BATCH,
      Math.max(SMALLEST_PART, Math.ceil(perRound / (4 * this.environment.executor.width))),
    );
    return Array.from({ length: Math.ceil(perRound / part) }, async (_, i): Promise<Made> => {
      const from = i * part;
      const count = Math.min(part, perRound - from);
      const result = await this.submit('generate', { task, parents, seed, round, from, count }, count);
      return { from, result };
    });
  }

  /** What of a part is new. */
  private unseen({ from, result }: Made, round: number, parents: Parents): Draft[] {
    if (result === null) return [];
    const began = this.environment.now();
    const hashes = hashesOf(result.hashes);
    const origins = originsOf(result.origins, parents);
    this.tally.out.generate += hashes.length;
    this.tally.ms.generate += result.generateMs;
    const drafts: Draft[] = [];
    codesOf(result.programs).forEach((code, k) => {
      const id = round * this.plan.perRound + from + k;
      const hash = hashes[k];
      const origin = origins[k];
      if (this.bodies.add(hash, id, origin)) drafts.push({ id, code: code.slice(), hash, origin });
    });
    this.tally.out.dedupe += drafts.length;
    this.tally.ms.dedupe += result.hashMs + this.environment.now() - began;
    this.tally.emit();
    return drafts;
  }

  private async check(drafts: readonly Draft[], listed: boolean): Promise<readonly Draft[]> {
    const checked = await this.submit('check', { programs: batchOf(drafts) }, drafts.length);
    if (checked === null) return [];
    const refused = new Set(checked.rejections.map(({ id }) => id));
    const notInlined = checked.rejections.filter(({ stage }) => stage === 'inline').length;
    this.tally.out.inline += drafts.length - notInlined;
    this.tally.out.validate += drafts.length - refused.size;
    this.tally.ms.inline += checked.inlineMs;
    this.tally.ms.validate += checked.validateMs;
    this.tally.emit();
    if (refused.size > 0) {
      const some = checked.rejections.slice(0, listed ? REJECTED_LISTED : 0);
      const first = some.map(({ id, stage, why }) => ({ ...drafts[id], stage, why }));
      this.environment.emit({ kind: 'rejected', count: refused.size, first });
    }
    return drafts.filter((_, i) => !refused.has(i));
  }

  /** One job a group of pairs; the candidates are ranked when all their pairs are back. */
  private async score(
    drafts: readonly Draft[],
    round: number,
    groups: readonly (readonly PlacedPair[])[],
  ): Promise<void> {
    const programs = batchOf(drafts);
    const limits = { fuel: this.plan.fuel, cap: DEFAULT_CAP };
    const results = await Promise.all(
      groups.map(async (pairs) => {
        const scored = await this.submit('score', { programs, pairs, limits }, drafts.length);
        if (scored !== null) this.tally.ms.score += scored.ms;
        this.tally.emit();
        return scored?.table ?? null;
      }),
    );
    const began = this.environment.now();
    const tables = results.filter((table): table is ScoreTable => table !== null);
    if (tables.length < groups.length) return this.scoreHalves(drafts, round, groups);
    const scoring = {
      round,
      trainCount: this.plan.task.train.length,
      cells: this.pairs.map(expectedCells),
      tables,
    };
    drafts.forEach((draft, i) => this.ranking.add(scoredCandidate(draft, i, scoring)));
    this.scored += drafts.length;
    this.tally.out.score += drafts.length;
    this.tally.ms.rank += this.environment.now() - began;
    this.tally.emit();
    this.rank(false);
  }

  /** After a lost batch: in halves, until the candidate that is to blame stands alone and is left out. */
  private async scoreHalves(
    drafts: readonly Draft[],
    round: number,
    groups: readonly (readonly PlacedPair[])[],
  ): Promise<void> {
    if (drafts.length === 1 || this.environment.stopped()) return;
    const half = drafts.length >> 1;
    await Promise.all([
      this.score(drafts.slice(0, half), round, groups),
      this.score(drafts.slice(half), round, groups),
    ]);
  }

  /** Single pairs while a round has fewer batches than would keep the executor busy, else all pairs together. */
  private pairGroups(): readonly (readonly PlacedPair[])[] {
    const batches = this.plan.perRound / this.batch;
    return batches >= 2 * this.environment.executor.width ? [this.pairs] : this.pairs.map((pair) => [pair]);
  }

  /**
   * The result of a job, or null where it was lost twice: a worker may be killed for reasons of its own, but a
   * job that takes its second worker along is to blame itself.
   */
  private async submit<K extends JobName>(
    name: K,
    job: Jobs[K]['job'],
    candidates: number,
  ): Promise<Jobs[K]['result'] | null> {
    this.tally.jobs++;
    for (let attempt = 0; attempt < 2 && !this.environment.stopped(); attempt++) {
      const outcome = await this.environment.executor.submit(name, job);
      if (outcome.ok) {
        this.tally.done++;
        return outcome.value;
      }
      const again = attempt === 0;
      if (!this.environment.stopped())
        this.environment.emit({ kind: 'lost', why: outcome.why, candidates, again });
    }
    this.tally.done++;
    return null;
  }

  private rank(now: boolean): void {
    const began = this.environment.now();
    if (!now && began - this.rankedAt < RANKING_INTERVAL) return;
    const top = this.ranking.top(TOP).map((candidate) => {
      const duplicates = this.bodies.duplicatesOf(candidate.hash);
      return duplicates.count === 0 ? candidate : { ...candidate, duplicates };
    });
    this.tally.out.rank = this.ranking.behaviours;
    this.rankedAt = this.environment.now();
    this.tally.ms.rank += this.rankedAt - began;
    this.tally.emit();
    this.environment.emit({ kind: 'ranking', top, behaviours: this.ranking.behaviours });
  }
}
