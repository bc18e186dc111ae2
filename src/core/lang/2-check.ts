/** Names, arguments and types of a solver. Errors are what certainly fails; what is merely odd is a warning. */
import { PRIMITIVES } from '../dsl/catalogue.ts';
import { CONSTANTS } from '../dsl/constants.ts';
import type { Primitive } from '../dsl/primitive.ts';
import { typeOfApply, typeOfCall } from './call-types.ts';
import { Report, type Diagnostic, type Span } from './diagnostics.ts';
import { fits, judge } from './fits.ts';
import { constantType, functionType, mismatch } from './infer.ts';
import { dialectNames, isReserved, nearest, placeArguments, signature } from './names.ts';
import { colourNamed } from './colour-words.ts';
import { nameHere } from './sister-names.ts';
import type { Call, Expression, Hole, Name, Solver } from './syntax.ts';
import { typeText } from './type-text.ts';
import { wantedTypes } from './wanted.ts';
import { ANY, GRID, unsure, type Type } from './types.ts';

export interface Checked {
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** The types of all expressions, those of lines and of the result included. */
  readonly types: ReadonlyMap<Expression, Type>;
  /** What the place of each open hole asks for, as people read it. */
  readonly wanted: ReadonlyMap<Hole, string>;
}

/** Checks one solver. Faults go into `report`, which may hold others; a broken solver is checked as far as it goes. */
export function check(solver: Solver, report: Report = new Report()): Checked {
  const types = new Checker(solver, report).run();
  const wanted = wantedTypes(solver);
  for (const [{ span }, type] of wanted) {
    report.add('hole', span, () => {
      const asked = type === 'Any' ? 'any expression' : `an expression of type ${type}`;
      return `A hole: ${asked} can stand here. Fill looks for one; until then the solver is not scored.`;
    });
  }
  return {
    get diagnostics() {
      return report.diagnostics();
    },
    types,
    wanted,
  };
}

class Checker {
  private readonly solver: Solver;
  private readonly report: Report;
  private readonly types = new Map<Expression, Type>();
  private readonly variables = new Map<string, Type>();
  private readonly used = new Set<string>();
  private readonly targets: ReadonlySet<string>;

  constructor(solver: Solver, report: Report) {
    this.solver = solver;
    this.report = report;
    this.targets = new Set(solver.lines.map(({ target }) => target));
  }

  run(): ReadonlyMap<Expression, Type> {
    const { param, paramSpan, lines, result, broken } = this.solver;
    if (isReserved(param)) this.shadows(param, paramSpan);
    this.variables.set(param, GRID);
    for (const { target, targetSpan, value } of lines) {
      const type = this.read(value);
      if (isReserved(target)) this.shadows(target, targetSpan);
      if (this.variables.has(target)) {
        this.report.add(
          'reassigned',
          targetSpan,
          () => `${target} has a value already: give this one a new name.`,
        );
      }
      this.variables.set(target, type);
    }
    const returned = this.read(result);
    if (!fits(returned, GRID)) {
      this.report.add(
        'not-a-grid',
        result.span,
        () => `A solver returns a grid, and this is ${typeText(returned)}.`,
      );
    }
    // A line that could not be read may have used them, and what fills a hole may.
    if (broken || this.solver.holes.length > 0) return this.types;
    for (const { target, targetSpan } of lines) {
      if (!this.used.has(target))
        this.report.add('unused', targetSpan, () => `${target} is never used: delete the line.`);
    }
    return this.types;
  }

  private shadows(name: string, span: Span): void {
    const kind = PRIMITIVES.has(name) ? 'primitive' : 'constant';
    this.report.add('shadows', span, () => `${name} is a ${kind}: give the variable another name.`);
  }

  private read(expression: Expression): Type {
    const type =
      expression.kind === 'name'
        ? this.readName(expression)
        : expression.kind === 'call'
          ? this.readCall(expression)
          : ANY;
    this.types.set(expression, type);
    return type;
  }

  private readName({ name, span }: Name): Type {
    const known = this.variables.get(name);
    if (known !== undefined) {
      this.used.add(name);
      return known;
    }
    const primitive = PRIMITIVES.get(name);
    if (primitive !== undefined) return functionType(primitive);
    if (Object.hasOwn(CONSTANTS, name)) return constantType(name);
    if (this.targets.has(name)) {
      this.used.add(name);
      this.report.add('undefined', span, () => `${name} gets its value further down: move that line up.`);
      return ANY;
    }
    const here = nameHere(name);
    if (here !== null) {
      this.report.add('renamed', span, () => ({
        message: `${name} is called ${here} here.`,
        suggestions: [here],
      }));
    } else if (!this.solver.unread.has(name)) {
      this.report.add('unknown-name', span, () => {
        const colour = colourNamed(name);
        if (colour !== null) return colour;
        const suggestions = nearest(name, [...this.variables.keys(), ...dialectNames()]);
        if (suggestions.length === 0) return `${name} is no variable, primitive or constant.`;
        return { message: `${name} is not known. Did you mean ${suggestions.join(' or ')}?`, suggestions };
      });
    }
    return ANY;
  }

  private readCall(call: Call): Type {
    const { callee, args } = call;
    const primitive =
      callee.kind === 'name' && !this.variables.has(callee.name) ? PRIMITIVES.get(callee.name) : undefined;
    if (primitive !== undefined) {
      this.types.set(callee, functionType(primitive));
      return this.readPrimitive(primitive, call);
    }
    const type = this.read(callee);
    const given = args.map(({ keyword, keywordSpan, value }) => {
      if (keyword !== undefined && keywordSpan !== undefined) {
        this.report.add(
          'computed-keyword',
          keywordSpan,
          () => `A computed function has no parameter names: delete ${keyword}=.`,
        );
      }
      return this.read(value);
    });
    if (type.sure && type.kind !== 'function' && type.kind !== 'any' && type.kind !== 'union') {
      this.report.add(
        'type-mismatch',
        callee.span,
        () => `This is ${typeText(type)}: only a function can be called.`,
      );
    } else if (type.sure && type.kind === 'function' && type.arity !== null && type.arity !== given.length) {
      const { arity } = type;
      this.report.add(
        'wrong-arity',
        call.span,
        () => `This function takes ${count(arity)}, not ${given.length}.`,
      );
    }
    return typeOfApply(type, given);
  }

  private readPrimitive(primitive: Primitive, call: Call): Type {
    const given = new Map(call.args.map(({ value }) => [value, this.read(value)]));
    if (!this.checkArguments(primitive, call)) return unsure(ANY);
    const placed = placeArguments(primitive, call.args);
    const types = placed.map((value) => (value === undefined ? ANY : (given.get(value) ?? ANY)));
    types.forEach((type, i) => {
      const verdict = judge(primitive, i, type);
      if (verdict === 'fits') return;
      const span = placed[i]?.span ?? call.span;
      const code = verdict === 'fails' ? 'type-mismatch' : 'type-doubtful';
      this.report.add(code, span, () => `${mismatch(primitive, i, type)}: ${signature(primitive)}.`);
    });
    return typeOfCall(primitive, types);
  }

  /** Whether each parameter gets one argument. */
  private checkArguments(primitive: Primitive, { args, callee, span }: Call): boolean {
    const { params } = primitive;
    const { report } = this;
    const errors = report.errors;
    const taken = new Set<string>();
    let keywords = false;
    args.forEach(({ keyword, keywordSpan, value }, i) => {
      if (keyword === undefined) {
        if (keywords) {
          report.add(
            'positional-after-keyword',
            value.span,
            () => 'Put this argument before those with a name, or name it too.',
          );
        }
        if (i < params.length) taken.add(params[i].name);
        return;
      }
      keywords = true;
      const at = keywordSpan ?? value.span;
      if (!params.some(({ name }) => name === keyword)) {
        report.add('unknown-keyword', at, () => {
          const suggestions = nearest(
            keyword,
            params.map(({ name }) => name),
          );
          const message = `${primitive.name} has no parameter ${keyword}: ${signature(primitive)}.`;
          return suggestions.length === 0 ? message : { message, suggestions };
        });
      } else if (taken.has(keyword)) {
        report.add('repeated-argument', at, () => `${keyword} is given twice: ${signature(primitive)}.`);
      }
      taken.add(keyword);
    });
    if (report.errors > errors) return false;
    if (args.length === params.length && taken.size === params.length) return true;
    // A hole may stand for anything, a comma and more arguments included.
    if (this.solver.broken && args.some(({ value }) => value.kind === 'hole')) return false;
    const place = callee.kind === 'name' ? callee.span : span;
    report.add(
      'wrong-arity',
      place,
      () => `${primitive.name} takes ${count(params.length)}, not ${args.length}: ${signature(primitive)}.`,
    );
    return false;
  }
}

function count(n: number): string {
  return n === 1 ? '1 argument' : `${n} arguments`;
}
