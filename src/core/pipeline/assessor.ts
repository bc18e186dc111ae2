/** Takes new candidates through check and score into the ranking. */
import type { ScoreTable } from '../engine/table.ts';
import { pairsOf, type PlacedPair } from '../task/task.ts';
import { DEFAULT_CAP } from '../values/ends.ts';
import type { Bodies } from './2-dedupe.ts';
import { expectedCells } from './5-score.ts';
import { Ranking } from './6-rank.ts';
import { batchOf, gathered, scoredCandidate, without, type Batch, type Draft } from './drafts.ts';
import type { RunEnvironment } from './executor.ts';
import type { RunJobs } from './run-jobs.ts';
import type { Tally } from './tally.ts';
import { TOP, type Candidate, type RunPlan } from './types.ts';

/** Refused candidates that are told by name: so many of a check job. */
const REJECTED_LISTED = 20;
/** Found solvers that later rounds start from, beside the pool. */
const ELITE = 32;
/** Milliseconds between two rankings, so that sorting does not eat what the workers gain. */
const RANKING_INTERVAL = 50;

/** What is the same for all candidates that are assessed together. */
export interface Occasion {
  readonly round: number;
  /** Whether some of those that are refused are told by name. */
  readonly listed: boolean;
  /** Each group of pairs is a job. */
  readonly groups: readonly (readonly PlacedPair[])[];
  /** Whether the jobs are among those of the round. */
  readonly counted: boolean;
}

/** Calls of a solver that is read at a glance. */
const EASILY_READ = 8;

export class Assessor {
  scored = 0;
  readonly pairs: readonly PlacedPair[];
  private readonly plan: RunPlan;
  private readonly environment: RunEnvironment;
  private readonly jobs: RunJobs;
  private readonly tally: Tally;
  private readonly bodies: Bodies;
  private readonly ranking = new Ranking(TOP);
  /** What the rounds made: their parents do not hang on what comes from beside, and when. */
  private readonly bred: Ranking;
  private rankedAt = -Infinity;

  constructor(plan: RunPlan, environment: RunEnvironment, jobs: RunJobs, tally: Tally, bodies: Bodies) {
    this.plan = plan;
    this.environment = environment;
    this.jobs = jobs;
    this.tally = tally;
    this.bodies = bodies;
    this.pairs = pairsOf(plan.task);
    this.bred = environment.beside === undefined ? this.ranking : new Ranking(ELITE);
  }

  solved(): boolean {
    return this.ranking.top(1).some((candidate) => this.solves(candidate));
  }

  /** The best that the rounds made, some of them. */
  elite(): Candidate[] {
    return this.bred.top(ELITE);
  }

  async assess(drafts: readonly Draft[], occasion: Occasion): Promise<void> {
    const passed = await this.check(batchOf(gathered(drafts)), occasion);
    if (passed.drafts.length > 0) await this.score(passed, occasion);
  }

  rank(now: boolean): void {
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

  private solves({ matched }: Candidate): boolean {
    return matched === this.plan.task.train.length;
  }

  private async check(batch: Batch, { listed, counted }: Occasion): Promise<Batch> {
    const { drafts, programs } = batch;
    const checked = await this.jobs.submit('check', { programs }, () => drafts.length, counted);
    if (checked === null) return batchOf([]);
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
    return without(batch, refused);
  }

  /** One job a group of pairs; the candidates are ranked when all their pairs are back. */
  private async score({ drafts, programs, only }: Batch, occasion: Occasion): Promise<void> {
    const limits = { fuel: this.plan.fuel, cap: DEFAULT_CAP };
    // A batch is done again in halves; what is lost is one that stands alone, once for all its groups of pairs.
    let left = drafts.length === 1 ? 1 : 0;
    const lost = (): number => (left > 0 ? left-- : 0);
    const results = await Promise.all(
      occasion.groups.map(async (pairs) => {
        const job = { programs, only, pairs, limits };
        const scored = await this.jobs.submit('score', job, lost, occasion.counted);
        if (scored !== null) this.tally.ms.score += scored.ms;
        this.tally.emit();
        return scored?.table ?? null;
      }),
    );
    const began = this.environment.now();
    const tables = results.filter((table): table is ScoreTable => table !== null);
    if (tables.length < occasion.groups.length) return this.scoreHalves(drafts, occasion);
    const scoring = {
      round: occasion.round,
      trainCount: this.plan.task.train.length,
      cells: this.pairs.map(expectedCells),
      tables,
    };
    drafts.forEach((draft, i) => this.add(scoredCandidate(draft, i, scoring)));
    this.scored += drafts.length;
    this.tally.out.score += drafts.length;
    this.tally.ms.rank += this.environment.now() - began;
    this.tally.emit();
    this.rank(false);
  }

  private add(candidate: Candidate): void {
    this.tally.scored(candidate);
    this.ranking.add(candidate);
    if (candidate.origin.kind === 'search') return;
    if (this.bred !== this.ranking) this.bred.add(candidate);
    if (this.plan.stopWhenSolved && this.solves(candidate)) this.settle(candidate);
  }

  /** Ends what is looked for beside the rounds, or soon where a reader is likely to be served better. */
  private settle({ length }: Candidate): void {
    const { beside } = this.environment;
    if (length > EASILY_READ && beside?.hasten !== undefined) beside.hasten();
    else beside?.close();
  }

  /** After a lost batch: in halves, until the candidate that is to blame stands alone and is left out. */
  private async scoreHalves(drafts: readonly Draft[], occasion: Occasion): Promise<void> {
    if (drafts.length === 1 || this.environment.stopped() || this.jobs.hopeless) return;
    const half = drafts.length >> 1;
    await Promise.all([
      this.score(batchOf(drafts.slice(0, half)), occasion),
      this.score(batchOf(drafts.slice(half)), occasion),
    ]);
  }
}
