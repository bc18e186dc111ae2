/**
 * Random programs that mostly make sense: each call is given arguments whose values fit the declared parameters,
 * and functions that can be applied to them. Some calls do not fit on purpose.
 */
import { CATALOGUE } from '../../src/core/dsl/catalogue.ts';
import { CONSTANTS } from '../../src/core/dsl/constants.ts';
import type { Primitive } from '../../src/core/dsl/primitive.ts';
import { Failure } from '../../src/core/engine/failure.ts';
import { canonicalise } from '../../src/core/lang/3-canonical.ts';
import {
  APPLY,
  INPUT,
  meaningOf,
  opOfCall,
  opOfConstant,
  opOfFunction,
  type Node,
  type Op,
  type Program,
} from '../../src/core/lang/program.ts';
import type { Random } from '../../src/core/random.ts';
import type { GridRows } from '../../src/core/task/task.ts';
import { tuple } from '../../src/core/values/build.ts';
import { members } from '../../src/core/values/container.ts';
import { Fn, isContainer, type Value } from '../../src/core/values/value.ts';
import { attempt as attemptCall, Budget } from './calls.ts';
import { fits } from './parameter-types.ts';

const CONSTANT_NAMES = Object.keys(CONSTANTS);

const MAKERS = new Set(['compose', 'chain', 'fork', 'matcher', 'rbind', 'lbind', 'power']);

const PLAIN = CATALOGUE.filter(({ name }) => !MAKERS.has(name));

/** A program of one to twelve calls, made to do something on the given grid. */
export function randomProgram(random: Random, grid: GridRows): Program {
  const maker = new Maker(random, grid);
  const calls = random.int(1, 12);
  for (let i = 0; i < calls && !maker.failed; i++) maker.grow();
  return maker.program();
}

/** Grows one program, with the value of every node at hand. */
class Maker {
  failed = false;
  private readonly nodes: Node[] = [];
  private readonly values: Value[] = [];
  private readonly random: Random;
  private readonly misfits: number;

  constructor(random: Random, grid: GridRows) {
    this.random = random;
    this.misfits = random.pick([0, 0, 0.03, 0.2]);
    this.push(INPUT, [], tuple(grid.map((row) => tuple(row))));
  }

  program(): Program {
    return canonicalise({ nodes: this.nodes });
  }

  /** One more call, after a few attempts; a call that fails is kept now and then, and ends the program. */
  grow(): void {
    for (let attempt = 0; attempt < 6 && !this.failed; attempt++) {
      const before = this.nodes.length;
      const done = this.random.bool(0.04)
        ? this.applyFunction()
        : this.callPrimitive(this.random.pick(PLAIN));
      if (done) return;
      this.nodes.length = before;
      this.values.length = before;
    }
  }

  /** False where the call came to nothing. */
  private callPrimitive(primitive: Primitive, depth = 0): boolean {
    const { params, name } = primitive;
    const args = params.map(() => -1);
    // Functions come last, when it is known what they will be applied to.
    params.forEach(({ type }, i) => {
      if (type !== 'Callable') args[i] = this.argument(type, depth);
    });
    params.forEach(({ type }, i) => {
      if (type === 'Callable') args[i] = this.functionFor(name, args);
    });
    return this.call(name, args);
  }

  private applyFunction(): boolean {
    const known = this.indices((value) => value instanceof Fn);
    const callee = known.length > 0 ? this.random.pick(known) : this.unary(this.anyValue());
    if (callee < 0) return false;
    const { arity } = this.values[callee] as Fn;
    return this.add(APPLY, [callee, ...Array.from({ length: arity }, () => this.argument('Any'))]);
  }

  /** A node whose value fits: one of those there, the latest above all, a new one or a constant; -1 for none. */
  private argument(type: string, depth = 0): number {
    const { random } = this;
    const wanted = random.bool(this.misfits) ? 'Any' : type;
    const there = this.indices((value) => fits(wanted, value));
    const constants = CONSTANT_NAMES.filter((name) => fits(wanted, CONSTANTS[name]));
    const takesConstant = constants.length > 0 && random.bool(there.length === 0 ? 1 : 0.3);
    if (depth < 2 && random.bool(there.length === 0 && constants.length === 0 ? 0.9 : 0.1)) {
      const makers = PLAIN.filter(({ returns, params }) => returns === wanted && params.every(isNoFunction));
      if (makers.length > 0 && this.callPrimitive(random.pick(makers), depth + 1))
        return this.nodes.length - 1;
    }
    if (takesConstant) return this.leaf(opOfConstant(random.pick(constants))!);
    if (there.length === 0) return -1;
    return random.bool(0.6) ? there[there.length - 1] : random.pick(there);
  }

  /** A function for the Callable parameter of a primitive whose other arguments are known. */
  private functionFor(name: string, args: readonly number[]): number {
    const first = (at: number): Value => {
      const value = args[at] < 0 ? null : this.values[args[at]];
      return isContainer(value) && members(value).length > 0 ? this.random.pick(members(value)) : 0;
    };
    if (['papply', 'mpapply', 'prapply'].includes(name)) return this.binary(first(1), first(2));
    return this.unary(['apply', 'mapply'].includes(name) ? first(1) : first(0));
  }

  /** A function of one argument that works, if a few attempts find one, on the sample. */
  private unary(sample: Value, depth = 0): number {
    const { random } = this;
    const usable = PLAIN.filter(({ params }) => params.length === 1 && fits(params[0].type, sample));
    const kind = depth > 2 ? 'plain' : random.pick(UNARY_KINDS);
    const inner = () => this.unary(sample, depth + 1);
    if (kind === 'plain' || kind === 'identity') {
      const name = kind === 'plain' && usable.length > 0 ? random.pick(usable).name : 'identity';
      return this.leaf(opOfFunction(name)!);
    }
    if (kind === 'matcher') return this.derive('matcher', [inner(), this.argument('Any')]);
    if (kind === 'power')
      return this.derive('power', [inner(), this.leaf(opOfConstant(random.pick(['ONE', 'TWO', 'THREE']))!)]);
    if (kind === 'lbindRbind') {
      const bound = this.derive('lbind', [this.leaf(opOfFunction('rbind')!), this.randomFunction(2)]);
      return random.bool() ? bound : this.derive('compose', [this.randomFunction(1), bound]);
    }
    if (kind === 'rbind' || kind === 'lbind') return this.bound(kind, sample);
    const a = inner();
    const seen = this.applied(a, sample);
    if (kind === 'fork') {
      const b = inner();
      return this.derive('fork', [this.binary(seen, this.applied(b, sample)), a, b]);
    }
    const outer = this.unary(seen, depth + 1);
    if (kind === 'compose') return this.derive('compose', [outer, a]);
    return this.derive('chain', [this.unary(this.applied(outer, seen), depth + 1), outer, a]);
  }

  /** rbind or lbind of a primitive with two or three parameters, bound until one is left for the sample. */
  private bound(kind: 'rbind' | 'lbind', sample: Value): number {
    const usable = PLAIN.filter(
      ({ params: p }) =>
        (p.length === 2 || p.length === 3) && fits(p[kind === 'rbind' ? 0 : p.length - 1].type, sample),
    );
    const { name, params } = usable.length === 0 ? this.random.pick(PLAIN) : this.random.pick(usable);
    let bound = this.leaf(opOfFunction(name)!);
    const fixed = kind === 'rbind' ? params.slice(1).reverse() : params.slice(0, -1);
    for (const { type } of fixed) {
      const value = type === 'Callable' ? this.randomFunction(1) : this.argument(type);
      bound = this.derive(kind, [bound, value]);
    }
    return bound;
  }

  private binary(a: Value, b: Value): number {
    const usable = PLAIN.filter(
      ({ params: p }) => p.length === 2 && fits(p[0].type, a) && fits(p[1].type, b),
    );
    return usable.length === 0
      ? this.randomFunction(2)
      : this.leaf(opOfFunction(this.random.pick(usable).name)!);
  }

  private randomFunction(arity: number): number {
    return this.leaf(
      opOfFunction(this.random.pick(PLAIN.filter(({ params }) => params.length === arity)).name)!,
    );
  }

  private applied(at: number, sample: Value): Value {
    const fn = at < 0 ? null : this.values[at];
    const result = fn instanceof Fn ? attempt(fn, [sample]) : null;
    return result instanceof Failure ? null : result;
  }

  private anyValue(): Value {
    return this.values[this.random.int(0, this.values.length - 1)];
  }

  /** The node of a derived function, -1 where a part is missing or does not fit. */
  private derive(name: string, parts: readonly number[]): number {
    return !parts.includes(-1) && this.call(name, parts) && !this.failed ? this.nodes.length - 1 : -1;
  }

  private call(name: string, args: readonly number[]): boolean {
    return !args.includes(-1) && this.add(opOfCall(name)!, args);
  }

  private add(op: Op, args: readonly number[]): boolean {
    if (this.failed) return true;
    const given = args.map((arg) => this.values[arg]);
    const meaning = meaningOf(op);
    const value =
      meaning.kind === 'call'
        ? attempt(meaning.primitive.fn, given)
        : attempt(given[0] as Fn, given.slice(1));
    if (value instanceof Failure) {
      if (value.end !== 'error' || !this.random.bool(0.06)) return false;
      this.failed = true;
    }
    this.push(op, args, value instanceof Failure ? null : value);
    return true;
  }

  private leaf(op: Op): number {
    const meaning = meaningOf(op);
    const value =
      meaning.kind === 'constant' ? meaning.value : meaning.kind === 'function' ? meaning.primitive.fn : null;
    // The result has to stay last once the program has failed.
    if (this.failed) return -1;
    return this.push(op, [], value);
  }

  private push(op: Op, args: readonly number[], value: Value): number {
    this.nodes.push({ op, args });
    this.values.push(value);
    return this.nodes.length - 1;
  }

  private indices(test: (value: Value) => boolean): number[] {
    return this.values.flatMap((value, i) => (test(value) ? [i] : []));
  }
}

function isNoFunction({ type }: { readonly type: string }): boolean {
  return type !== 'Callable';
}

const UNARY_KINDS = [
  ...['plain', 'plain', 'plain', 'plain', 'identity', 'matcher', 'power', 'lbindRbind'],
  ...['rbind', 'rbind', 'lbind', 'lbind', 'compose', 'compose', 'fork', 'fork', 'chain'],
];

/** What the call comes to; the cheap ones only, since every case runs on the slow implementation as well. */
function attempt(fn: Value, args: readonly Value[]): Value | Failure {
  return attemptCall(fn, args, new Budget(20_000, 3_000));
}
