/** Functions made from functions. What they are made from is checked when they are called, not before. */
import { call1, call2, callWith, describe, toFn, toInteger } from '../values/fn.ts';
import { fail, type Meter } from '../values/meter.ts';
import { equal } from '../values/order.ts';
import { Fn, type Value } from '../values/value.ts';
import { family, type PrimitiveSpec } from './primitive.ts';

/** Python's stack allows about a thousand nested calls. */
const MOST_ITERATIONS = 1000;

/** Whether all are functions of one parameter: then a call of them needs no check, and spares its boundary. */
function areUnary(values: readonly Value[]): values is readonly Fn[] {
  return values.every((value) => value instanceof Fn && value.arity === 1);
}

function compose(outer: Value, inner: Value): Fn {
  const parts = [outer, inner];
  const careful = (x: Value, meter: Meter): Value => call1(toFn(outer), call1(toFn(inner), x, meter), meter);
  if (!areUnary(parts)) return new Fn('compose', 1, parts, careful);
  const f = parts[1].run;
  const g = parts[0].run;
  return new Fn('compose', 1, parts, (x: Value, meter: Meter) => {
    if (meter.naming) return careful(x, meter);
    meter.burn(1);
    const y = f(x, meter);
    meter.burn(1);
    return g(y, meter);
  });
}

function chain(outer: Value, middle: Value, inner: Value): Fn {
  const parts = [outer, middle, inner];
  const careful = (x: Value, meter: Meter): Value =>
    call1(toFn(outer), call1(toFn(middle), call1(toFn(inner), x, meter), meter), meter);
  if (!areUnary(parts)) return new Fn('chain', 1, parts, careful);
  const f = parts[2].run;
  const g = parts[1].run;
  const h = parts[0].run;
  return new Fn('chain', 1, parts, (x: Value, meter: Meter) => {
    if (meter.naming) return careful(x, meter);
    meter.burn(1);
    const y = f(x, meter);
    meter.burn(1);
    const z = g(y, meter);
    meter.burn(1);
    return h(z, meter);
  });
}

function fork(outer: Value, a: Value, b: Value): Fn {
  const parts = [outer, a, b];
  const careful = (x: Value, meter: Meter): Value =>
    call2(toFn(outer), call1(toFn(a), x, meter), call1(toFn(b), x, meter), meter);
  const branches = [a, b];
  if (!areUnary(branches) || !(outer instanceof Fn) || outer.arity !== 2)
    return new Fn('fork', 1, parts, careful);
  const left = branches[0].run;
  const right = branches[1].run;
  const join = outer.run;
  return new Fn('fork', 1, parts, (x: Value, meter: Meter) => {
    if (meter.naming) return careful(x, meter);
    meter.burn(1);
    const y = left(x, meter);
    meter.burn(1);
    const z = right(x, meter);
    meter.burn(1);
    return join(y, z, meter);
  });
}

function matcher(fn: Value, target: Value): Fn {
  return new Fn('matcher', 1, [fn, target], (x: Value, meter: Meter) =>
    equal(call1(toFn(fn), x, meter), target),
  );
}

/** The parameters left where one of `arity` is fixed: as with 4 where there are too few or too many to fix one. */
export function boundArity(arity: number): number {
  return arity === 2 || arity === 3 ? arity - 1 : 3;
}

/** Of a function of 2, 3 or 4 parameters; for other counts a function that fails when it is called. */
function rbind(callee: Value, fixed: Value): Fn {
  const fn = toFn(callee);
  const parts = [fn, fixed];
  if (fn.arity === 2)
    return new Fn('rbind', 1, parts, (x: Value, meter: Meter) => call2(fn, x, fixed, meter));
  if (fn.arity === 3) {
    return new Fn('rbind', 2, parts, (x: Value, y: Value, meter: Meter) =>
      callWith(fn, [x, y, fixed], meter),
    );
  }
  return new Fn('rbind', 3, parts, (x: Value, y: Value, z: Value, meter: Meter) =>
    callWith(fn, [x, y, z, fixed], meter),
  );
}

/** See `rbind`. */
function lbind(callee: Value, fixed: Value): Fn {
  const fn = toFn(callee);
  const parts = [fn, fixed];
  if (fn.arity === 2)
    return new Fn('lbind', 1, parts, (x: Value, meter: Meter) => call2(fn, fixed, x, meter));
  if (fn.arity === 3) {
    return new Fn('lbind', 2, parts, (x: Value, y: Value, meter: Meter) =>
      callWith(fn, [fixed, x, y], meter),
    );
  }
  return new Fn('lbind', 3, parts, (x: Value, y: Value, z: Value, meter: Meter) =>
    callWith(fn, [fixed, x, y, z], meter),
  );
}

function power(fn: Value, n: Value): Value {
  const times = toInteger(n);
  if (times === 1) return fn;
  if (times < 1 || times > MOST_ITERATIONS) return fail(`${describe(times)} is no number of iterations`);
  return new Fn('power', 1, [fn, times], (x: Value, meter: Meter) => {
    let value = x;
    for (let i = 0; i < times; i++) value = call1(toFn(fn), value, meter);
    return value;
  });
}

export type Combinator = 'compose' | 'chain' | 'fork' | 'matcher' | 'rbind' | 'lbind' | 'power';

/** The function that the combinator makes of the parts, as many as it takes. */
export function derive(name: Combinator, [a, b, c]: readonly Value[]): Value {
  switch (name) {
    case 'compose':
      return compose(a, b);
    case 'chain':
      return chain(a, b, c);
    case 'fork':
      return fork(a, b, c);
    case 'matcher':
      return matcher(a, b);
    case 'rbind':
      return rbind(a, b);
    case 'lbind':
      return lbind(a, b);
    case 'power':
      return power(a, b);
  }
}

const SPECS: Record<string, PrimitiveSpec> = {
  identity: {
    params: 'x: Any',
    returns: 'Any',
    generic: 'a -> a',
    doc: 'The argument itself: the function to give where nothing is to be done.',
    run: (x: Value) => x,
  },
  compose: {
    params: 'outer: Callable, inner: Callable',
    returns: 'Callable',
    generic: '(b -> c) -> (a -> b) -> (a -> c)',
    doc: 'The function x -> outer(inner(x)).',
    run: compose,
  },
  chain: {
    params: 'h: Callable, g: Callable, f: Callable',
    returns: 'Callable',
    generic: '(c -> d) -> (b -> c) -> (a -> b) -> (a -> d)',
    doc: 'The function x -> h(g(f(x))): the last one given is the first to work.',
    run: chain,
  },
  fork: {
    params: 'outer: Callable, a: Callable, b: Callable',
    returns: 'Callable',
    generic: '(b -> c -> d) -> (a -> b) -> (a -> c) -> (a -> d)',
    doc: 'The function x -> outer(a(x), b(x)).',
    run: fork,
  },
  matcher: {
    params: 'function: Callable, target: Any',
    returns: 'Callable',
    generic: '(a -> b) -> b -> (a -> Bool)',
    doc: 'The test whether function(x) is the target, which is a value.',
    run: matcher,
  },
  rbind: {
    params: 'function: Callable, fixed: Any',
    returns: 'Callable',
    generic: [
      '(a -> b -> r) -> b -> (a -> r)',
      '(a -> b -> c -> r) -> c -> (a -> b -> r)',
      '(a -> b -> c -> d -> r) -> d -> (a -> b -> c -> r)',
    ],
    doc: 'The function with its last argument fixed. It takes one argument less.',
    run: rbind,
  },
  lbind: {
    params: 'function: Callable, fixed: Any',
    returns: 'Callable',
    generic: [
      '(a -> b -> r) -> a -> (b -> r)',
      '(a -> b -> c -> r) -> a -> (b -> c -> r)',
      '(a -> b -> c -> d -> r) -> a -> (b -> c -> d -> r)',
    ],
    doc: 'The function with its first argument fixed. It takes one argument less.',
    run: lbind,
  },
  power: {
    params: 'function: Callable, n: Integer',
    returns: 'Callable',
    generic: '(a -> a) -> Int -> (a -> a)',
    doc: 'The function done n times over, each time to the last result. n is at least 1.',
    run: power,
  },
};

export const combinators = family('higher-order', SPECS);
