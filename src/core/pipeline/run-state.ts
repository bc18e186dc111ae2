/** Carries out the rounds of a run, and takes in what comes from beside them. */
import { codesOf, encodeBatch } from '../lang/program-batch.ts';
import type { PlacedPair } from '../task/task.ts';
import { Bodies } from './2-dedupe.ts';
import { Assessor } from './assessor.ts';
import type { Draft } from './drafts.ts';
import type { FoundBeside, RunEnvironment } from './executor.ts';
import type { Generated, Loaded, Parents } from './jobs.ts';
import { hashesOf, originsOf } from './origins.ts';
import { RunJobs } from './run-jobs.ts';
import { Tally } from './tally.ts';
import type { PoolSolver, RunPlan } from './types.ts';

/** Candidates that are checked and scored together: enough to share much, few enough to keep all workers busy. */
const LARGEST_BATCH = 256;
const SMALLEST_BATCH = 64;
/** Solvers of the pool that one job reads. */
const SOLVERS_READ = 16;
/** Candidates that one job makes, at least. */
const SMALLEST_PART = 32;
/** Refused candidates are told by name in so many jobs of a round, the first ones. */
const REJECTED_JOBS = 50;

/** A part of the candidates of a round, null where its job was lost. */
interface Made {
  readonly from: number;
  readonly result: Generated | null;
}

/** What comes of solvers whose readers were lost. */
function lostPart(pool: readonly PoolSolver[]): Loaded {
  const why = 'the workers that read it were lost';
  const unreadable = pool.map(({ name }) => ({ solver: name, why }));
  return { programs: encodeBatch([]), names: [], hashes: [], unreadable, ms: 0 };
}

export class RunState {
  private readonly plan: RunPlan;
  private readonly environment: RunEnvironment;
  private readonly bodies = new Bodies();
  /** What came from beside by body hash, with its number. */
  private readonly beside = new Map<string, FoundBeside & { readonly id: number }>();
  private readonly tally: Tally;
  private readonly jobs: RunJobs;
  private readonly assessor: Assessor;

  constructor(plan: RunPlan, environment: RunEnvironment) {
    this.plan = plan;
    this.environment = environment;
    this.tally = new Tally(environment.emit);
    this.jobs = new RunJobs(environment, this.tally);
    this.assessor = new Assessor(plan, environment, this.jobs, this.tally, this.bodies);
  }

  /** Candidates in a batch: about eight batches a worker, within limits. */
  private get batch(): number {
    const share = Math.ceil(this.plan.perRound / (8 * this.environment.executor.width));
    return Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, share));
  }

  /** Whether nothing more can be done, since no worker answers. */
  get hopeless(): boolean {
    return this.jobs.hopeless;
  }

  get scored(): number {
    return this.assessor.scored;
  }

  solved(): boolean {
    return this.assessor.solved();
  }

  /** The pool as programs, without the solver that is to be left out; null where nothing could be read. */
  async load(): Promise<Loaded | null> {
    const pool = this.plan.pool.filter((solver) => solver.name !== this.plan.leaveOut);
    const parts = Array.from({ length: Math.ceil(pool.length / SOLVERS_READ) }, async (_, i) => {
      const part = pool.slice(i * SOLVERS_READ, (i + 1) * SOLVERS_READ);
      return (await this.jobs.submit('load', { pool: part }, () => 0)) ?? lostPart(part);
    });
    const loaded = await Promise.all(parts);
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
    const assessed: Promise<void>[] = [];
    let waiting: Draft[] = [];
    const assess = (): void => {
      if (waiting.length > 0) {
        const listed = assessed.length < REJECTED_JOBS;
        const occasion = { round, listed, groups: this.pairGroups(), counted: true };
        assessed.push(this.assessor.assess(waiting, occasion));
      }
      waiting = [];
    };
    const parents = this.parents(loaded);
    for (const made of this.generate(round, parents)) {
      waiting.push(...this.unseen(await made, round, parents));
      if (this.environment.stopped() || this.hopeless) break;
      if (waiting.length >= this.batch) assess();
    }
    assess();
    await Promise.all(assessed);
    if (!this.environment.stopped()) this.assessor.rank(true);
  }

  /** Takes what comes from beside the rounds, until no more will come. */
  async takeBeside(): Promise<void> {
    const { beside, stopped } = this.environment;
    for (let found = await beside?.next(); found && !stopped(); found = await beside?.next()) {
      const drafts = this.unseenBeside(found);
      const occasion = { round: 0, listed: true, groups: [this.assessor.pairs], counted: false };
      if (drafts.length > 0) await this.assessor.assess(drafts, occasion);
      if (!stopped()) this.assessor.rank(true);
    }
  }

  /** Numbers beyond those of all rounds, so that the rounds number theirs as ever. */
  private unseenBeside(found: readonly FoundBeside[]): Draft[] {
    const drafts: Draft[] = [];
    for (const one of found) {
      if (this.beside.has(one.hash)) continue;
      const id = this.plan.rounds * this.plan.perRound + this.beside.size;
      this.beside.set(one.hash, { ...one, id });
      const isNew = !this.bodies.has(one.hash);
      if (isNew) drafts.push({ ...one, id });
      else this.bodies.add(one.hash, id, one.origin);
      this.tally.out.generate++;
      this.tally.made(one.origin, isNew);
    }
    this.tally.out.dedupe += drafts.length;
    this.tally.emit();
    return drafts;
  }

  private parents(loaded: Loaded): Parents {
    const elite = this.assessor.elite();
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
      const job = { task, parents, seed, round, from, count };
      const result = await this.jobs.submit('generate', job, () => count);
      return { from, result };
    });
  }

  /** What of a part is new to the rounds: what came from beside is scored once more, so that they do not hang on it. */
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
      const isNew = this.bodies.add(hash, id, origin);
      this.tally.made(origin, isNew);
      if (!isNew) return;
      drafts.push({ id, code: code.slice(), hash, origin });
      const twin = this.beside.get(hash);
      if (twin !== undefined) this.bodies.add(hash, twin.id, twin.origin);
    });
    this.tally.out.dedupe += drafts.length;
    this.tally.ms.dedupe += result.hashMs + this.environment.now() - began;
    this.tally.emit();
    return drafts;
  }

  /** Single pairs while a round has fewer batches than would keep the executor busy, else all pairs together. */
  private pairGroups(): readonly (readonly PlacedPair[])[] {
    const { pairs } = this.assessor;
    const batches = this.plan.perRound / this.batch;
    return batches >= 2 * this.environment.executor.width ? [pairs] : pairs.map((pair) => [pair]);
  }
}
