/** One solver on one pair: what each line comes to, as pictures. */
import type { Handle } from '../engine/arena.ts';
import type { Failure } from '../engine/failure.ts';
import { groupBy } from '../group.ts';
import { ANY, type Type } from '../lang/types.ts';
import type { End } from '../pipeline/types.ts';
import type { PlacedPair } from '../task/task.ts';
import { draw, MOST_CELLS, type Room } from './drawing.ts';
import { evaluate, type Outcome } from './film-run.ts';
import type { Script } from './film-script.ts';
import type { Choice, FilmRequest, Shown, Tie } from './film-types.ts';
import { lightsOf } from './lights.ts';
import type { Drawn } from './picture.ts';
import { tieWatch, type TieSeen } from './ties.ts';
import type { Tracer } from './tracer.ts';

/** Ties of a line on a pair that are listed, how many of the tied are drawn, and each with how many cells. */
const TIES_LISTED = 8;
const TIED_DRAWN = 9;
const TIED_CELLS = 900;
/** Steps of the search for cells to light up, on a pair. */
const LIGHT_STEPS = 2_000_000;
/** What each line still to come is left, since its picture is most likely no larger. */
const LINE_CELLS = 900;

const UNASKED: Shown = { kind: 'value', picture: { kind: 'undrawn', text: '' }, lights: [] };

export class PairFilm {
  readonly pair: PlacedPair;
  readonly script: Script;
  /** By line, as are the next four. */
  readonly shown: Shown[] = [];
  /** What tells a value or a fault from others; null where the value is too large to tell. */
  readonly prints: (string | null)[];
  readonly costs: Float64Array;
  readonly ties: Tie[][];
  readonly tieCounts: number[];
  /** Steps of the lines that the result needs. */
  readonly fuel: number;
  end: End = 'ok';
  match = false;
  /** Whether the choices change the result; null where there are none. */
  readonly changed: boolean | null;
  private readonly tracer: Tracer;
  private readonly room: Room & { lightSteps: number };
  private readonly wanted: ReadonlySet<number> | null;
  private readonly faults = new Map<number, Failure>();

  constructor(
    tracer: Tracer,
    script: Script,
    pair: PlacedPair,
    { fuel, ties = true, lines: wanted }: Pick<FilmRequest, 'fuel' | 'ties' | 'lines'>,
    choices: readonly Choice[],
    cells: number,
  ) {
    const { lines, owners, live } = script;
    this.tracer = tracer;
    this.script = script;
    this.pair = pair;
    this.room = { cells, lightSteps: LIGHT_STEPS };
    this.wanted = wanted === undefined ? null : new Set(wanted);
    this.prints = lines.map(() => null);
    this.costs = new Float64Array(lines.length);
    this.ties = lines.map(() => []);
    this.tieCounts = lines.map(() => 0);
    const watched = ties || choices.length > 0;
    const settle = watched
      ? tieWatch(tracer, owners, choices, fuel, ties, (line, tie) => this.addTie(line, tie))
      : null;
    const linesAt = linesByNode(script);
    const seen = (node: number, outcome: Outcome, cost: number): void => {
      this.costs[owners[node]] += cost;
      if (outcome.kind === 'fault') this.faults.set(node, outcome.fault);
      if (node === live - 1) this.finish(outcome);
      const ending = linesAt.get(node) ?? [];
      const print = ending.length > 0 ? this.printOf(outcome) : null;
      for (const line of ending) {
        this.prints[line] = print;
        this.shown[line] = this.show(outcome, line);
      }
    };
    this.fuel = evaluate(tracer, script, pair.input, fuel, seen, settle);
    this.changed = choices.length > 0 ? this.prints.at(-1) !== this.untouched(fuel) : null;
  }

  /** Draws a value of an evaluation under way. */
  draw(value: Handle, type: Type, most?: { cells: number; members: number }): Drawn {
    const { input } = this.pair;
    const { reader } = this.tracer;
    const waiting = LINE_CELLS * (this.script.lines.length - this.shown.length);
    const cells = Math.max(LINE_CELLS, Math.min(MOST_CELLS, this.room.cells - waiting));
    const picture = draw(reader, value, type, this.room, most ?? { cells });
    const lights =
      picture.kind === 'undrawn'
        ? []
        : lightsOf(reader, value, type, input.length, input[0].length, this.room);
    this.room.cells -= lights.length / 2;
    return { picture, lights };
  }

  /** What tells an outcome on this pair from others; null where it is too large. */
  printOf(outcome: Outcome): string | null {
    if (outcome.kind === 'value') return this.tracer.printOf(outcome.value);
    return outcome.kind === 'fault' ? faultPrint(outcome.fault) : '?';
  }

  /** The print of the result where no choice is made. */
  private untouched(fuel: number): string | null {
    let print: string | null = null;
    evaluate(this.tracer, this.script, this.pair.input, fuel, (node, outcome) => {
      if (node === this.script.live - 1) print = this.printOf(outcome);
    });
    return print;
  }

  private show(outcome: Outcome, line: number): Shown {
    if (outcome.kind !== 'value') return failureOf(this.script, line, outcome, this.faults);
    if (this.wanted !== null && !this.wanted.has(line)) return UNASKED;
    return { kind: 'value', ...this.draw(outcome.value, this.script.lines[line].type) };
  }

  private addTie(line: number, { node, primitive, tied, pick }: TieSeen): void {
    const ordinal = this.tieCounts[line]++;
    if (this.ties[line].length >= TIES_LISTED || (this.wanted !== null && !this.wanted.has(line))) return;
    const picks = Array.from({ length: Math.min(tied.length, TIED_DRAWN) }, (_, i) => i);
    if (pick >= TIED_DRAWN) picks[TIED_DRAWN - 1] = pick;
    const most = { cells: TIED_CELLS, members: TIED_DRAWN };
    this.ties[line].push({
      ordinal,
      primitive,
      span: this.script.spans[node],
      tied: picks.map((at) => ({ pick: at, ...this.draw(tied[at], ANY, most) })),
      count: tied.length,
      pick,
    });
  }

  /** What the result is, in the words of a score. */
  private finish(outcome: Outcome): void {
    if (outcome.kind !== 'value') {
      const cause = outcome.kind === 'fault' ? outcome.fault : this.faults.get(outcome.on);
      this.end = cause?.end ?? 'error';
      return;
    }
    const { output } = this.pair;
    const grid = this.tracer.reader.colourGrid(outcome.value);
    this.end = grid === null ? 'nongrid' : 'ok';
    if (grid === null || output === null) return;
    const { height, width, cells } = grid;
    this.match =
      height === output.length &&
      width === output[0].length &&
      output.every((row, r) => row.every((cell, c) => cell === cells[r * width + c]));
  }
}

/** The lines that end with each node. */
export function linesByNode({ lines }: Script): ReadonlyMap<number, readonly number[]> {
  return groupBy(lines.keys(), (line) => lines[line].node);
}

/** Why a line has no value: its own fault, or the line that it waits for. `faults` are by node. */
export function failureOf(
  { lines, spans, owners }: Script,
  line: number,
  outcome: Exclude<Outcome, { kind: 'value' }>,
  faults: ReadonlyMap<number, Failure>,
): Shown {
  const cause = outcome.kind === 'fault' ? lines[line].node : outcome.on;
  const blamed = owners[cause];
  if (blamed !== line) return { kind: 'waits', line: blamed, name: lines[blamed].name };
  const { end, primitive, why } = faults.get(cause) as Failure;
  return { kind: 'fault', end, primitive, why, span: spans[cause] };
}

/** Of a fault: what ended it and where. */
function faultPrint({ end, primitive, why }: Failure): string {
  return `! ${end} ${primitive} ${why}`;
}
