/**
 * The batt: all candidates of a run as the one program that they are to the engine. Each distinct call is a line,
 * however many candidates make it.
 */
import { gridValue } from '../engine/score.ts';
import { Graph, type NodeId } from '../engine/graph.ts';
import { decodeProgram } from '../lang/program-code.ts';
import { APPLY, isLeaf, meaningOf, type Node } from '../lang/program.ts';
import { pairsOf, type Task } from '../task/task.ts';
import { evaluate } from './film-run.ts';
import { lastUses } from './film-script.ts';

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

export function batt(request: BattRequest): BattAnswer {
  const table = tableOf(request);
  const { lines, byCandidate } = table;
  const chosen = request.candidate == null ? null : (byCandidate[request.candidate] ?? []);
  const numbers = chosen ?? lines.map(({ number }) => number);
  const from = Math.max(0, request.offset);
  const asked = numbers.slice(from, from + Math.min(MOST_LINES, Math.max(0, request.count)));
  return { ...table.sums, total: numbers.length, lines: asked.map((number) => lines[number]) };
}

interface Table {
  readonly key: string;
  readonly lines: readonly BattLine[];
  /** The lines of each candidate in order. */
  readonly byCandidate: readonly (readonly number[])[];
  readonly sums: Pick<BattAnswer, 'fuel' | 'fuelAlone' | 'candidates' | 'left' | 'partial'>;
}

/** The last one, since a page is followed by the next. */
let kept: Table | null = null;

function tableOf({ programs, task, fuel }: BattRequest): Table {
  const key = keyOf(programs, task, fuel);
  if (kept?.key !== key) kept = makeTable(key, programs, task, fuel);
  return kept;
}

function makeTable(key: string, codes: readonly Int32Array[], task: Task, fuel: number): Table {
  const graph = new Graph();
  /** By candidate its nodes in order; null for what is no program. */
  const added = codes.slice(0, MOST_PROGRAMS).map((code) => {
    try {
      return graph.add(decodeProgram(code));
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  });
  const nodes = nodesOf(graph);
  const cost = costsOf(nodes, task, fuel);
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
    left: codes.length - candidates,
    partial: cost.partial,
  };
  return { key, lines, byCandidate, sums };
}

function nodesOf(graph: Graph): Node[] {
  return Array.from({ length: graph.size }, (_, at) => {
    const node = at as NodeId;
    return {
      op: graph.opOf(node),
      args: Array.from({ length: graph.argCount(node) }, (_unused, i): number => graph.arg(node, i)),
    };
  });
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

function costsOf(nodes: readonly Node[], task: Task, fuel: number): Costs {
  const steps = new Float64Array(nodes.length);
  const failed = new Int32Array(nodes.length);
  const blocked = new Int32Array(nodes.length);
  const why = new Map<number, string>();
  const course = { nodes, live: nodes.length, lastUse: lastUses(nodes), each: fuel };
  let partial = false;
  for (const { input } of pairsOf(task)) {
    evaluate(course, gridValue(input), fuel * FUEL_SHARE, (node, outcome, cost) => {
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

function textOf(nodes: readonly Node[], node: number, numbers: Int32Array): string {
  const { op, args } = nodes[node];
  const given = args.map((arg) => (numbers[arg] >= 0 ? `b${numbers[arg] + 1}` : leafText(nodes[arg].op)));
  const meaning = meaningOf(op);
  if (op === APPLY) return `${given[0]}(${given.slice(1).join(', ')})`;
  return meaning.kind === 'call' ? `${meaning.primitive.name}(${given.join(', ')})` : leafText(op);
}

function leafText(op: number): string {
  const meaning = meaningOf(op);
  if (meaning.kind === 'constant') return meaning.name;
  return meaning.kind === 'function' ? meaning.primitive.name : 'I';
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
