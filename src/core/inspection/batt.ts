/**
 * The batt: all candidates of a run as the one program that they are to the engine. Each distinct call is a line,
 * however many candidates make it.
 */
import { ProgramWriter } from '../engine/program-writer.ts';
import { isLeaf } from '../lang/program.ts';
import { pairsOf, type Task } from '../task/task.ts';
import { join, textOf, type Joined } from './batt-graph.ts';
import { evaluate } from './film-run.ts';
import type { Tracer } from './tracer.ts';

export interface BattRequest {
  /** Programs in wire form, at most 2,000 of them; what is more is left out. */
  readonly programs: readonly Int32Array[];
  readonly task: Task;
  /** Of one candidate on one pair, as in the run. */
  readonly fuel: number;
  /** The lines to be told: `count` of them, at most 1,000, from number `offset`. */
  readonly offset: number;
  readonly count: number;
  /** Only lines that this candidate uses; all of them where left out or null. */
  readonly candidate?: number | null;
}

export interface BattAnswer {
  /** Lines of the batt, or of the candidate asked for. */
  readonly total: number;
  readonly lines: readonly BattLine[];
  /** Steps of all lines over all pairs: what the run pays for it, everything shared. */
  readonly fuel: number;
  /** Steps that the candidates would need if each were run alone: what sharing saves. */
  readonly fuelAlone: number;
  readonly candidates: number;
  /** Programs that were left out: too many, or no programs. */
  readonly left: number;
  /** The whole was too much: some lines were not computed on all pairs. */
  readonly partial: boolean;
}

export interface BattLine {
  /** From 0 in order of evaluation; the line is called b<number + 1>. */
  readonly number: number;
  readonly name: string;
  /** `paint(b3, b7)` */
  readonly text: string;
  /** Candidates that use it, and the first few of them by number. */
  readonly shared: number;
  readonly users: readonly number[];
  /** Candidates whose result it is, and the first few of them. */
  readonly results: number;
  readonly resultOf: readonly number[];
  /** Steps over all pairs, its arguments not included. */
  readonly fuel: number;
  /** Pairs on which it failed itself, with the first reason, and those on which an argument had no value. */
  readonly failed: number;
  readonly why: string;
  readonly blocked: number;
}

const MOST_PROGRAMS = 2000;
const MOST_LINES = 1000;
const USERS_LISTED = 50;
/** Steps for all lines on one pair, as a multiple of the fuel of a candidate. */
const FUEL_SHARE = 40;

/** The verb. It keeps the last batt, since a page is followed by the next. */
export function battOf(tracer: Tracer): (request: BattRequest) => BattAnswer {
  const writer = new ProgramWriter(tracer.arena);
  let kept: Table | null = null;
  let keptKey = '';
  return (request) => {
    const { programs, task, fuel, candidate } = request;
    const key = keyOf(programs, task, fuel);
    if (kept === null || keptKey !== key) {
      const joined = join(tracer.arena, writer, programs.slice(0, MOST_PROGRAMS));
      kept = makeTable(tracer, joined, task, fuel);
      keptKey = key;
    }
    const { lines, byCandidate, sums } = kept;
    const chosen = candidate == null ? null : (byCandidate[candidate] ?? []);
    const numbers = chosen ?? lines.map(({ number }) => number);
    const from = Math.max(0, request.offset);
    const asked = numbers.slice(from, from + Math.min(MOST_LINES, Math.max(0, request.count)));
    return {
      ...sums,
      left: programs.length - sums.candidates,
      total: numbers.length,
      lines: asked.map((number) => lines[number]),
    };
  };
}

interface Table {
  readonly lines: readonly BattLine[];
  /** The lines of each candidate in order. */
  readonly byCandidate: readonly (readonly number[])[];
  readonly sums: Pick<BattAnswer, 'fuel' | 'fuelAlone' | 'candidates' | 'partial'>;
}

function makeTable(tracer: Tracer, { nodes, added, groups }: Joined, task: Task, fuel: number): Table {
  const cost = costsOf(tracer, { nodes, groups }, task, fuel);
  const numbers = new Int32Array(nodes.length).fill(-1);
  let count = 0;
  nodes.forEach(({ op }, node) => {
    if (!isLeaf(op)) numbers[node] = count++;
  });
  const users: number[][] = nodes.map(() => []);
  const resultOf: number[][] = nodes.map(() => []);
  const shared = new Int32Array(nodes.length);
  const results = new Int32Array(nodes.length);
  let fuelAlone = 0;
  const byCandidate = added.map((own, candidate) => {
    if (own === null) return [];
    for (const node of own) {
      fuelAlone += cost.fuel[node];
      if (shared[node]++ < USERS_LISTED) users[node].push(candidate);
    }
    const result = own[own.length - 1];
    if (results[result]++ < USERS_LISTED) resultOf[result].push(candidate);
    return Array.from(own, (node) => numbers[node])
      .filter((number) => number >= 0)
      .sort((a, b) => a - b);
  });
  const texts = nodes.map((_, node) => textOf(nodes, node, numbers));
  const lines = nodes.flatMap((_, node): BattLine[] => {
    const number = numbers[node];
    if (number < 0) return [];
    const { fuel: steps, failed, blocked, why } = cost;
    return [
      {
        number,
        name: `b${number + 1}`,
        text: texts[node],
        shared: shared[node],
        users: users[node],
        results: results[node],
        resultOf: resultOf[node],
        fuel: steps[node],
        failed: failed[node],
        why: why.get(node) ?? '',
        blocked: blocked[node],
      },
    ];
  });
  const candidates = added.filter((own) => own !== null).length;
  const sums = {
    fuel: cost.fuel.reduce((sum, steps) => sum + steps, 0),
    fuelAlone,
    candidates,
    partial: cost.partial,
  };
  return { lines, byCandidate, sums };
}

interface Costs {
  /** By node over all pairs, as are the next two. */
  readonly fuel: Float64Array;
  readonly failed: Int32Array;
  readonly blocked: Int32Array;
  /** The first reason of those that failed. */
  readonly why: ReadonlyMap<number, string>;
  readonly partial: boolean;
}

function costsOf(
  tracer: Tracer,
  { nodes, groups }: Pick<Joined, 'nodes' | 'groups'>,
  task: Task,
  fuel: number,
): Costs {
  const steps = new Float64Array(nodes.length);
  const failed = new Int32Array(nodes.length);
  const blocked = new Int32Array(nodes.length);
  const why = new Map<number, string>();
  const schedule = { nodes, live: nodes.length, each: fuel, groups };
  let partial = false;
  for (const { input } of pairsOf(task)) {
    evaluate(tracer, schedule, input, fuel * FUEL_SHARE, (node, outcome, cost) => {
      steps[node] += cost;
      if (outcome.kind === 'waits') {
        if (outcome.stopped) partial = true;
        else blocked[node]++;
      } else if (outcome.kind === 'fault') {
        const { primitive, why: reason } = outcome.fault;
        failed[node]++;
        if (!why.has(node)) why.set(node, primitive === '' ? reason : `${primitive}: ${reason}`);
      }
    });
  }
  return { fuel: steps, failed, blocked, why, partial };
}

/** Tells one request from another: two hashes over all numbers in it. */
function keyOf(programs: readonly Int32Array[], task: Task, fuel: number): string {
  let high = 0x811c9dc5;
  let low = 0x2545f491;
  const add = (word: number): void => {
    high = Math.imul(high ^ word, 0x01000193);
    low = (Math.imul(low, 0x9e3779b1) + word) | 0;
  };
  for (const code of programs) {
    add(code.length);
    for (let i = 0; i < code.length; i++) add(code[i]);
  }
  for (const { input } of pairsOf(task)) {
    add(input.length);
    for (const row of input) for (const cell of row) add(cell);
  }
  return `${programs.length} ${fuel} ${high} ${low}`;
}
