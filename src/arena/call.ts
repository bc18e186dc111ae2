/** Calling functions: primitives by their codes, and what the combinators derive from functions. */
import { Code } from './codes';
import { dropColumns } from './columns';
import { run1, run2, run3, run4 } from './dispatch';
import { burn } from './meter';
import { fail, Reason } from './reason';
import { equal, resetDepth } from './values/order';
import { toFn } from './values/read';
import { Fn, Value } from './values/layout';
import { NONE, smallOf, truth } from './values/value';

/** Calls in calls at which an evaluation gives up: the stack is not endless. */
const DEEPEST = 400;
export let depth = 0;

/** The primitive at work, by code: when an evaluation fails it is the innermost one. */
export let atWork: i32 = -1;

/** To be called before an evaluation with the code of its own primitive (-1: none). */
export function beginCalls(code: i32): void {
  depth = 0;
  atWork = code;
  dropColumns();
}

/** Goes into a function that is called with so many arguments, `times` over. */
@inline
export function descend(fn: Fn, given: i32, times: i64 = 1): void {
  if (fn.arity !== given) fail(Reason.ARITY, changetype<i32>(fn), given);
  burn(times);
  if (++depth > DEEPEST) fail(Reason.TOO_DEEP, 0);
}

/** Comes back from it. */
@inline
export function ascend(): void {
  depth--;
}

/** Goes back to where calls stood before something failed. */
export function restoreCalls(calls: i32, primitive: i32): void {
  depth = calls;
  atWork = primitive;
}

export function call1(fn: Fn, a: Value): Value {
  descend(fn, 1);
  let result: Value;
  if (fn.count === 0) {
    const before = atWork;
    atWork = fn.code;
    result = run1(fn.code, a);
    atWork = before;
  } else {
    result = derived1(fn, a);
  }
  depth--;
  return result;
}

export function call2(fn: Fn, a: Value, b: Value): Value {
  descend(fn, 2);
  let result: Value;
  if (fn.count === 0) {
    const before = atWork;
    atWork = fn.code;
    result = run2(fn.code, a, b);
    atWork = before;
  } else {
    const callee = changetype<Fn>(fn.at(0));
    result = fn.code === Code.LBIND ? call3(callee, fn.at(1), a, b) : call3(callee, a, b, fn.at(1));
  }
  depth--;
  return result;
}

export function call3(fn: Fn, a: Value, b: Value, c: Value): Value {
  descend(fn, 3);
  let result: Value;
  if (fn.count === 0) {
    const before = atWork;
    atWork = fn.code;
    result = run3(fn.code, a, b, c);
    atWork = before;
  } else {
    const callee = changetype<Fn>(fn.at(0));
    result = fn.code === Code.LBIND ? call4(callee, fn.at(1), a, b, c) : call4(callee, a, b, c, fn.at(1));
  }
  depth--;
  return result;
}

/** Only primitives take four arguments. */
export function call4(fn: Fn, a: Value, b: Value, c: Value, d: Value): Value {
  descend(fn, 4);
  const before = atWork;
  atWork = fn.code;
  const result = run4(fn.code, a, b, c, d);
  atWork = before;
  depth--;
  return result;
}

/** The host's: what `call1` gives, or 0 where it raises. */
@external('host', 'attempt')
declare function hostAttempt(fn: Fn, a: Value): Value;

/** What the function gives, or None where it fails: that does not end the evaluation. Not while values are compared. */
export function attempt1(fn: Fn, a: Value): Value {
  const depthBefore = depth;
  const primitive = atWork;
  const result = hostAttempt(fn, a);
  depth = depthBefore;
  atWork = primitive;
  if (result !== 0) return result;
  resetDepth();
  return NONE;
}

/** What is no function is found out where it is called, the outermost one first, as Python does. */
function derived1(fn: Fn, x: Value): Value {
  switch (fn.code) {
    case Code.COMPOSE: {
      const outer = toFn(fn.at(0));
      return call1(outer, call1(toFn(fn.at(1)), x));
    }
    case Code.CHAIN: {
      const outer = toFn(fn.at(0));
      const middle = toFn(fn.at(1));
      return call1(outer, call1(middle, call1(toFn(fn.at(2)), x)));
    }
    case Code.FORK: {
      const outer = toFn(fn.at(0));
      const a = call1(toFn(fn.at(1)), x);
      return call2(outer, a, call1(toFn(fn.at(2)), x));
    }
    case Code.MATCHER:
      return truth(equal(call1(toFn(fn.at(0)), x), fn.at(1)));
    case Code.LBIND:
      return call2(changetype<Fn>(fn.at(0)), fn.at(1), x);
    case Code.RBIND:
      return call2(changetype<Fn>(fn.at(0)), x, fn.at(1));
    default: {
      // power: the function done over and over
      const times = smallOf(fn.at(1));
      let value = x;
      for (let i = 0; i < times; i++) value = call1(toFn(fn.at(0)), value);
      return value;
    }
  }
}
