import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { CATALOGUE } from '../../src/core/dsl/catalogue.ts';
import { Failure } from '../../src/core/engine/failure.ts';
import { compile } from '../../src/core/lang/compile.ts';
import { printSteps } from '../../src/core/lang/print.ts';
import { meaningOf, type Program } from '../../src/core/lang/program.ts';
import { Random } from '../../src/core/random.ts';
import type { GridRows } from '../../src/core/task/task.ts';
import { encode, type Encoded } from '../../src/core/values/codec.ts';
import type { Value } from '../../src/core/values/value.ts';
import { newEvaluation } from '../support/evaluation.ts';
import { evaluateNaively } from '../support/naive/evaluate.ts';
import { NaiveFault, wasIrregular } from '../support/naive/values.ts';
import { randomlyChanged } from '../support/random-changes.ts';
import { randomGrid } from '../support/random-grid.ts';
import { randomProgram } from '../support/random-programs.ts';

// Random programs on random grids: the engine, on all programs at once, against the slow implementation on each alone.
// BATT_RANDOM_SEED and BATT_RANDOM_ROUNDS make other and more cases.

const SEED = process.env.BATT_RANDOM_SEED ?? '1';
const ROUNDS = Number(process.env.BATT_RANDOM_ROUNDS ?? 400);
const evaluation = newEvaluation();
const LIMITS = { fuel: 2_000_000, cap: 50_000 };
const STEPS = 2_000_000;

test('programs that grow at random', { timeout: 1e9 }, () => {
  const random = new Random(`${SEED}/grown`);
  const tally = new Tally();
  for (let round = 0; round < ROUNDS; round++) {
    const grids = [randomGrid(random), randomGrid(random)];
    const programs = Array.from({ length: 10 }, () => randomProgram(random, grids[0]));
    tally.compare(programs, grids);
  }
  tally.judge();
  expect(tally.unused()).toEqual([]);
});

test('starter solvers with random changes', { timeout: 1e9 }, () => {
  const random = new Random(`${SEED}/changed`);
  const tally = new Tally();
  const { solvers } = compile(starterFile('starter.py'));
  const { tasks } = JSON.parse(starterFile('starter.json'));
  for (let round = 0; round < ROUNDS / 2; round++) {
    const { name, program } = random.pick(solvers);
    if (program === null) throw new Error(`${name} does not compile`);
    const programs = Array.from({ length: 10 }, () => randomlyChanged(program, random));
    const own = random.pick<{ input: GridRows }>(tasks[name].train);
    tally.compare([program, ...programs], [own.input, randomGrid(random)]);
  }
  tally.judge();
});

function starterFile(name: string): string {
  return readFileSync(new URL(`../../public/tasks/${name}`, import.meta.url), 'utf8');
}

/** What the cases came to. */
class Tally {
  private values = 0;
  private errors = 0;
  /** Cases that one of the two did not finish. */
  private excused = 0;
  /** Errors where the slow implementation gets further with what is no patch or no grid by its type. */
  private refused = 0;
  private readonly mismatches: string[] = [];
  private readonly used = new Set<string>();

  compare(programs: readonly Program[], grids: readonly GridRows[]): void {
    evaluation.load(programs, LIMITS);
    for (const input of grids) {
      evaluation.begin(input);
      programs.forEach((program, p) => {
        const { value, failure } = evaluation.run(p);
        this.enter(program, input, failure ?? evaluation.read(value));
        evaluation.end(p);
      });
    }
  }

  private enter(program: Program, grid: GridRows, value: Value | Failure): void {
    const slow = evaluateNaively(program, grid, STEPS);
    if (isUnfinished(value) || isUnfinished(slow)) {
      this.excused++;
      return;
    }
    // Only now: a small value can be huge when it is written out.
    const fast = value instanceof Failure ? value : encode(value);
    if (fast instanceof Failure) {
      const isDefect = fast.why.startsWith('internal');
      if (!isDefect && slow instanceof NaiveFault) this.errors++;
      else if (!isDefect && wasIrregular()) this.refused++;
      else this.tell(program, grid, fast, slow);
    } else if (slow instanceof NaiveFault || !isSame(fast, slow)) {
      this.tell(program, grid, fast, slow);
    } else {
      this.values++;
      for (const { op } of program.nodes) {
        const meaning = meaningOf(op);
        if (meaning.kind === 'call' || meaning.kind === 'function') this.used.add(meaning.primitive.name);
      }
    }
  }

  private tell(program: Program, grid: GridRows, fast: Encoded | Failure, slow: Encoded | NaiveFault): void {
    const ends = [
      `fast: ${JSON.stringify(fast instanceof Failure ? fast.why : fast)}`,
      `slow: ${JSON.stringify(slow)}`,
    ];
    const rows = grid.map((row) => row.join('')).join(' ');
    this.mismatches.push(
      [printSteps(program, 'mismatch'), `I = ${rows}`, ...ends.map((text) => text.slice(0, 600))].join('\n'),
    );
  }

  judge(): void {
    const cases = this.values + this.errors + this.excused + this.refused + this.mismatches.length;
    console.log(
      `${cases} cases: ${this.values} values, ${this.errors} errors, ${this.excused} not finished, ${this.refused} refused`,
    );
    expect(this.mismatches.slice(0, 3).join('\n\n'), `${this.mismatches.length} of ${cases} differ`).toBe('');
    expect(this.excused / cases).toBeLessThan(0.04);
    expect(this.refused / cases).toBeLessThan(0.005);
    expect(this.values / cases).toBeGreaterThan(0.4);
  }

  /** Primitives that no case with a value has used. */
  unused(): string[] {
    return CATALOGUE.map(({ name }) => name).filter((name) => !this.used.has(name));
  }
}

function isUnfinished(end: Value | Encoded | Failure | NaiveFault): boolean {
  return (end instanceof Failure || end instanceof NaiveFault) && end.end !== 'error';
}

/** A boolean that is used as a colour may come out as the integer that it is; all else has to be the same. */
function isSame(a: Encoded, b: Encoded): boolean {
  return isDeepStrictEqual(a, b) || isDeepStrictEqual(withoutBooleans(a), withoutBooleans(b));
}

function withoutBooleans(data: Encoded): unknown {
  if (typeof data !== 'object' || data === null) return typeof data === 'boolean' ? Number(data) : data;
  if ('f' in data) return data;
  if ('g' in data) return { t: data.g.map((row) => ({ t: Array.from(row, Number) })) };
  if ('t' in data) return { t: data.t.map(withoutBooleans) };
  if ('s' in data) return { s: data.s.map(withoutBooleans) };
  const [name, ...parts] = data.call;
  return { call: [name, ...parts.map(withoutBooleans)] };
}
