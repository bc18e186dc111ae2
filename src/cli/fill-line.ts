/** `batt fill --line`: looks for the line that gives values that somebody drew, or that the line has now on some pairs. */
import { readFileSync } from 'node:fs';
import { lineFinderOf, lineValues } from '../core/inspection/line.ts';
import type { LinePlan, ToldLine } from '../core/inspection/line-types.ts';
import { pairsOf, type Task } from '../core/task/task.ts';
import type { Encoded } from '../core/values/codec.ts';
import { arenaOf } from '../../workers/arena.ts';
import { compiledBeside } from './arena.ts';
import { WrongCall } from './faults.ts';
import { print } from './output.ts';

export interface LineOrder {
  readonly source: string;
  readonly solver: string;
  readonly line: string;
  readonly task: Task;
  readonly ms: number;
  /** A file of values by number of the pair, from 0; undefined takes what the line gives now. */
  readonly values: string | undefined;
  /** Of those of the line now, on which pairs, from 0; undefined takes the train pairs. */
  readonly pairs: string | undefined;
  readonly json: boolean;
}

/** Expressions that are told. */
const MOST = 50;

/** 0 where something gives the values, else 1. */
export function fillLine({ source, solver, line, task, ms, values, pairs, json }: LineOrder): number {
  const module = compiledBeside(import.meta.url);
  const inputs = pairsOf(task).map(({ input }) => input);
  const now = (text: string): string[] =>
    (lineValues(arenaOf(module), text, solver, line, inputs) ?? inputs.map(() => undefined)).map(
      (value) => JSON.stringify(value) ?? '',
    );
  const before = now(source);
  const drawn = values === undefined ? drawnNow(before, pairs, task) : drawnIn(values, inputs.length);
  const plan: LinePlan = { key: 'line', source, solver, line, task, drawn };
  const finder = lineFinderOf(arenaOf(module));
  const began = performance.now();
  const found: ToldLine[] = [];
  let tried = 0;
  for (let block = 0; performance.now() - began < ms; block++) {
    const answer = finder.findLine({ plan, block });
    if (!answer.ok) throw new WrongCall(answer.why);
    found.push(...answer.found);
    ({ tried } = answer);
    if (answer.done) break;
  }
  const seconds = Number(((performance.now() - began) / 1000).toFixed(3));
  const best = found.sort((a, b) => b.matched - a.matched || a.cost - b.cost).slice(0, MOST);
  for (const { text, solver: whole, matched, marks } of best) {
    const same = now(whole).join() === before.join();
    const facts = { line: text, solver: whole, matched, pairs: marks.length, same };
    print(json ? `${JSON.stringify(facts)}\n` : `${matched} of ${marks.length} train pairs: ${text}\n`);
  }
  const summary = { tried, found: found.length, seconds };
  const many = found.length === 1 ? '1 gives the values' : `${found.length} give the values`;
  print(json ? `${JSON.stringify({ summary })}\n` : `${tried} expressions tried, ${many}, ${seconds} s\n`);
  return found.length > 0 ? 0 : 1;
}

function drawnNow(now: readonly string[], pairs: string | undefined, task: Task): LinePlan['drawn'] {
  const wanted = pairs?.split(',').map(Number) ?? [...task.train.keys()];
  return wanted.map((pair) => {
    const value = now[pair];
    if (value === undefined) throw new WrongCall(`--pairs: there is no pair ${pair}`);
    if (value === '') throw new WrongCall(`--pairs: the line has no value on pair ${pair}`);
    return [pair, JSON.parse(value) as Encoded];
  });
}

/** Reads `{"0": value, …}`. */
function drawnIn(path: string, count: number): LinePlan['drawn'] {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new WrongCall(`${path}: ${(error as Error).message}`);
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new WrongCall(`${path}: is no object of values by the number of the pair`);
  return Object.entries(data).map(([key, value]) => {
    const pair = Number(key);
    if (!Number.isInteger(pair) || pair < 0 || pair >= count)
      throw new WrongCall(`${path}: there is no pair ${key}`);
    return [pair, valueOf(value, `${path}: pair ${key}`)];
  });
}

/** A value as people write it: a number, true or false, rows of a grid, or {"t": [...]} and {"s": [...]}. */
function valueOf(data: unknown, where: string): Encoded {
  if (typeof data === 'boolean' || Number.isSafeInteger(data)) return data as boolean | number;
  if (Array.isArray(data)) return { t: data.map((item) => valueOf(item, where)) };
  if (typeof data === 'object' && data !== null) {
    for (const kind of ['t', 's'] as const) {
      const items = (data as Record<string, unknown>)[kind];
      if (!Array.isArray(items)) continue;
      const inner = items.map((item) => valueOf(item, where));
      return kind === 't' ? { t: inner } : { s: inner };
    }
  }
  throw new WrongCall(`${where}: needs whole numbers, true or false, [rows], {"t": [...]} or {"s": [...]}`);
}
