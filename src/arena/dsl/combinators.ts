/** Functions made from functions. What they are made from is checked when they are called, not before. */
import { Code } from '../codes';
import { fail, Reason } from '../reason';
import { toFn, toInteger } from '../values/read';
import { Items, newFn, Value } from '../values/layout';
import { integer, small } from '../values/value';

/** Python's stack allows about a thousand nested calls. */
const MOST_ITERATIONS: i64 = 1000;

function derived(code: i32, arity: i32, a: Value, b: Value): Value {
  const fn = newFn(code, arity, 2);
  store<i32>(fn.parts, a);
  store<i32>(fn.parts, b, 4);
  return changetype<i32>(fn);
}

function derivedOfThree(code: i32, a: Value, b: Value, c: Value): Value {
  const fn = newFn(code, 1, 3);
  store<i32>(fn.parts, a);
  store<i32>(fn.parts, b, 4);
  store<i32>(fn.parts, c, 8);
  return changetype<i32>(fn);
}

export function identity(x: Value): Value {
  return x;
}

export function compose(outer: Value, inner: Value): Value {
  return derived(Code.COMPOSE, 1, outer, inner);
}

export function chain(outer: Value, middle: Value, inner: Value): Value {
  return derivedOfThree(Code.CHAIN, outer, middle, inner);
}

export function fork(outer: Value, a: Value, b: Value): Value {
  return derivedOfThree(Code.FORK, outer, a, b);
}

export function matcher(fn: Value, target: Value): Value {
  return derived(Code.MATCHER, 1, fn, target);
}

/** The parameters left where one is fixed: as with 4 where there are too few or too many to fix one. */
function boundArity(callee: Value): i32 {
  const arity = toFn(callee).arity;
  return arity === 2 || arity === 3 ? arity - 1 : 3;
}

/** Of a function of 2, 3 or 4 parameters; for other counts a function that fails when it is called. */
export function rbind(callee: Value, fixed: Value): Value {
  return derived(Code.RBIND, boundArity(callee), callee, fixed);
}

/** See `rbind`. */
export function lbind(callee: Value, fixed: Value): Value {
  return derived(Code.LBIND, boundArity(callee), callee, fixed);
}

export function power(fn: Value, n: Value): Value {
  const times = toInteger(n);
  if (times === 1) return fn;
  if (times < 1 || times > MOST_ITERATIONS) return fail(Reason.ITERATIONS, integer(times));
  return derived(Code.POWER, 1, fn, small(<i32>times));
}

/** The function that the combinator makes of parts, as many as it takes; for values that come from outside. */
export function derive(code: i32, parts: Items): Value {
  const a = parts.at(0);
  const b = parts.at(1);
  switch (code) {
    case Code.COMPOSE:
      return compose(a, b);
    case Code.CHAIN:
      return chain(a, b, parts.at(2));
    case Code.FORK:
      return fork(a, b, parts.at(2));
    case Code.MATCHER:
      return matcher(a, b);
    case Code.RBIND:
      return rbind(a, b);
    case Code.LBIND:
      return lbind(a, b);
    default:
      return power(a, b);
  }
}
