/**
 * Values of the slow reference implementation: one general form each, plain arrays, nothing kept or shared.
 * It knows nothing of `src/core/values` and `src/core/dsl`, so that it can stand as a witness against them.
 */

export type Value = number | boolean | null | TupleOf | SetOf | FunctionOf;

export interface TupleOf {
  readonly t: readonly Value[];
}

/** The members ascend in canonical order and are distinct. */
export interface SetOf {
  readonly s: readonly Value[];
}

/** A primitive (no parts), or what a primitive such as `compose` made from its parts. */
export interface FunctionOf {
  readonly f: string;
  readonly arity: number;
  readonly parts: readonly Value[];
  readonly body: (...args: Value[]) => Value;
}

export type Container = TupleOf | SetOf;

/** A family of primitives: what each one does with its arguments, which it declares one by one. */
export type Family = Readonly<Record<string, (...args: Value[]) => Value>>;

/**
 * Why there is no value. error: the arguments do not fit; too-long: the steps ran out; too-large: an integer
 * is beyond 2^53, where the numbers used here stop being exact.
 */
export class NaiveFault {
  readonly end: 'error' | 'too-long' | 'too-large';
  readonly why: string;
  constructor(end: NaiveFault['end'], why: string) {
    this.end = end;
    this.why = why;
  }
}

export function fail(why: string): never {
  throw new NaiveFault('error', why);
}

// ---- the bound on steps -------------------------------------------------------------------------------------

let stepsLeft = Infinity;
let irregular = false;

/** Does the work, or throws a fault once it has taken more than so many steps. */
export function withSteps<Result>(steps: number, work: () => Result): Result {
  stepsLeft = steps;
  irregular = false;
  try {
    return work();
  } finally {
    stepsLeft = Infinity;
  }
}

/** To be called before the steps are taken. */
export function spend(steps: number): void {
  stepsLeft -= steps;
  if (stepsLeft < 0) throw new NaiveFault('too-long', 'the steps ran out');
}

/**
 * To be called where a patch or a grid is read that is none by the declared types: cells and indices mixed, a cell
 * whose colour is no small integer, rows of different lengths.
 */
export function noteIrregular(): void {
  irregular = true;
}

/** Whether the last work with bounded steps has read such a thing. */
export function wasIrregular(): boolean {
  return irregular;
}

// ---- making -------------------------------------------------------------------------------------------------

export function tuple(items: readonly Value[]): TupleOf {
  spend(items.length + 1);
  return { t: items };
}

/** Equal items are one member: the first of them. */
export function set(items: readonly Value[]): SetOf {
  spend(items.length + 1);
  const sorted = items.toSorted(compare);
  return { s: sorted.filter((item, i) => i === 0 || !equal(sorted[i - 1], item)) };
}

/** A container of the same kind as `like`. */
export function sameKind(like: Container, items: readonly Value[]): Container {
  return isTuple(like) ? tuple(items) : set(items);
}

/** An integer that is exact, and never -0. */
export function exact(value: number): number {
  if (!Number.isSafeInteger(value)) throw new NaiveFault('too-large', 'an integer is beyond 2^53');
  return value === 0 ? 0 : value;
}

export function vector(row: number, column: number): TupleOf {
  return tuple([exact(row), exact(column)]);
}

export function call(value: Value, ...args: Value[]): Value {
  spend(1);
  if (!isFunction(value)) fail('what is called is not a function');
  if (value.arity !== args.length) fail(`${value.f} takes ${value.arity} arguments, not ${args.length}`);
  return value.body(...args);
}

// ---- telling apart ------------------------------------------------------------------------------------------

export function isTuple(value: Value): value is TupleOf {
  return typeof value === 'object' && value !== null && 't' in value;
}

export function isSet(value: Value): value is SetOf {
  return typeof value === 'object' && value !== null && 's' in value;
}

export function isFunction(value: Value): value is FunctionOf {
  return typeof value === 'object' && value !== null && 'f' in value;
}

/** Booleans are integers. */
export function isInteger(value: Value): value is number | boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

export function isTrue(value: Value): boolean {
  if (isTuple(value)) return value.t.length > 0;
  if (isSet(value)) return value.s.length > 0;
  return isFunction(value) || Boolean(value);
}

/** 0, 1, 2 … in canonical order: None, numbers, tuples, sets, functions. */
function rank(value: Value): number {
  if (value === null) return 0;
  if (isInteger(value)) return 1;
  if (isTuple(value)) return 2;
  return isSet(value) ? 3 : 4;
}

/** Canonical order, in which sets iterate: negative, zero or positive. True and 1 are equal. */
export function compare(a: Value, b: Value): number {
  spend(1);
  if (isInteger(a) && isInteger(b)) return Number(a) - Number(b);
  if (isTuple(a) && isTuple(b)) return compareItems(a.t, b.t);
  if (isSet(a) && isSet(b)) return compareItems(a.s, b.s);
  if (isFunction(a) && isFunction(b)) {
    if (a.f !== b.f) return a.f < b.f ? -1 : 1;
    return compareItems(a.parts, b.parts);
  }
  return rank(a) - rank(b);
}

function compareItems(a: readonly Value[], b: readonly Value[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Equality at any depth. Functions are equal when they are made alike. */
export function equal(a: Value, b: Value): boolean {
  return compare(a, b) === 0;
}

export function has(items: readonly Value[], value: Value): boolean {
  return items.some((item) => equal(item, value));
}

/** a < b where programs compare: numbers by size, tuples item by item, sets by inclusion, else an error. */
export function less(a: Value, b: Value): boolean {
  if (isInteger(a) && isInteger(b)) return Number(a) < Number(b);
  if (isTuple(a) && isTuple(b)) {
    const at = a.t.findIndex((item, i) => i >= b.t.length || !equal(item, b.t[i]));
    if (at < 0) return a.t.length < b.t.length;
    return at < b.t.length && less(a.t[at], b.t[at]);
  }
  if (isSet(a) && isSet(b)) return a.s.length < b.s.length && a.s.every((item) => has(b.s, item));
  return fail('the values cannot be compared');
}

// ---- reading arguments --------------------------------------------------------------------------------------

/** Booleans count as 0 and 1. */
export function integer(value: Value): number {
  return isInteger(value) ? Number(value) : fail('an integer is needed');
}

export function container(value: Value): Container {
  return isTuple(value) || isSet(value) ? value : fail('a container is needed');
}

/** The members of a container, in the order of iteration. */
export function items(value: Value): readonly Value[] {
  const found = container(value);
  return isTuple(found) ? found.t : found.s;
}

export function tupleItems(value: Value): readonly Value[] {
  return isTuple(value) ? value.t : fail('a tuple is needed');
}

/** The two items of a tuple of two. */
export function two(value: Value): readonly [Value, Value] {
  const [a, b, ...more] = tupleItems(value);
  return a === undefined || b === undefined || more.length > 0 ? fail('two items are needed') : [a, b];
}

/** Row and column. */
export function place(value: Value): readonly [number, number] {
  const [row, column] = two(value);
  return [integer(row), integer(column)];
}

/** Row and column where more items do no harm. */
export function vectorStart(value: Value): readonly [number, number] {
  const found = tupleItems(value);
  return found.length < 2 ? fail('two items are needed') : [integer(found[0]), integer(found[1])];
}
