/**
 * Evaluating the graph on one input after the other, each node at most once an input. A failure is thrown out of the
 * module by the host's `raise`; the host then calls `noteFailure` and runs the program again, which ends at the node
 * that failed. What a program costs does not depend on what it shares with others.
 */
import { atWork, beginCalls, call1, call2, call3, call4 } from './call';
import { run1, run2, run3, run4 } from './dispatch';
import { argOf, memberOf, Node, nodeAt, Op, programLength, size } from './graph';
import { beginQuota, bytesOf, clear, enter, newRegion, spent, trim } from './memory';
import { fuel, setFuel } from './meter';
import { fail, Reason } from './reason';
import { resetDepth } from './values/order';
import { toFn } from './values/read';
import { Items, Value } from './values/layout';

/** The input, and what the host puts beside it: until the next input. */
const given = newRegion();
/** Values of nodes that a later program has, too: until the next input. */
const shared = newRegion();
/** Values of nodes that no later program has: until the program is done. */
const own = newRegion();

/** Above so many bytes the shared values are given up before the next program, and computed again where needed. */
let mostShared: usize = 96 << 20;

let input: Value = 0;
/** Steps for one program on one input, and bytes. */
let fuelLimit: i64 = 20_000_000;
let bytesLimit: i32 = 256 << 20;
/** The node that is being computed; -1 for none. */
let computing: i32 = -1;

/** Steps of the program that `runProgram` ran, at most the limit. */
export let usedFuel: f64 = 0;
/** Its value; 0 where it has none. */
export let result: Value = 0;
/** Why it has none, and the primitive at work then. */
export let resultReason: i32 = 0;
export let resultAtWork: i32 = -1;
/** The values or numbers that come with the reason; values are there until the program is ended. */
export let resultA: i32 = 0;
export let resultB: i32 = 0;

export function setLimits(steps: f64, bytes: i32): void {
  fuelLimit = <i64>steps;
  bytesLimit = bytes;
}

/** Forgets the values of the input before, and allocates from now on what lives until the next one: the input itself. */
export function beginInput(): void {
  giveUpShared();
  enter(own);
  trim();
  enter(given);
  trim();
}

/** Forgets all values but those of leaves, and gives their memory back. */
function giveUpShared(): void {
  forgetAll();
  enter(shared);
  trim();
}

/** Sets the input of the programs that are run from now on. */
export function setInput(value: Value): void {
  input = value;
}

/** Also where values do not depend on the input, since their memory goes. */
function forgetAll(): void {
  for (let id = 0; id < size; id++) {
    const node = nodeAt(id);
    node.value = 0;
    node.reason = 0;
  }
}

/**
 * Runs a program on the input. It ends at its first node that fails, or at which the steps or bytes of its nodes so
 * far exceed the limit: independent of other programs. Gives the place in the program of the node that decided.
 */
export function runProgram(program: i32): i32 {
  const length = programLength(program);
  let used: i64 = 0;
  let bytes: i64 = 0;
  for (let at = 0; at < length; at++) {
    const id = memberOf(program, at);
    const node = nodeAt(id);
    if (node.value === 0 && node.reason === 0) compute(id, node, program);
    used += node.cost;
    bytes += node.bytes;
    if (used > fuelLimit) return endsAt(at, Reason.FUEL, fuelLimit);
    if (bytes > bytesLimit) return endsAt(at, Reason.MEMORY, used);
    if (node.reason !== 0) return failsAt(at, node, used);
    if (at === length - 1) return endsAt(at, 0, used, node.value);
  }
  return -1;
}

function endsAt(at: i32, reason: i32, used: i64, value: Value = 0): i32 {
  result = value;
  resultReason = reason;
  resultAtWork = -1;
  resultA = 0;
  resultB = 0;
  usedFuel = <f64>used;
  return at;
}

function failsAt(at: i32, node: Node, used: i64): i32 {
  endsAt(at, node.reason, used);
  resultAtWork = node.atWork;
  resultA = node.a;
  resultB = node.b;
  return at;
}

function compute(id: i32, node: Node, program: i32): void {
  if (node.op === Op.INPUT) {
    node.value = input;
    return;
  }
  if (node.op === Op.LEAF) {
    node.value = node.start;
    return;
  }
  computing = id;
  enter(node.lastUser > program ? shared : own);
  setFuel(fuelLimit);
  beginQuota(bytesLimit);
  resetDepth();
  const code = node.op - Op.CALL;
  beginCalls(code < 0 ? -1 : code);
  const value = node.op === Op.APPLY ? applied(node) : called(code, node);
  node.cost = fuelLimit - fuel + 1;
  node.bytes = spent;
  node.value = value;
  endComputing();
}

/** What the host allocates does not count. */
@inline
function endComputing(): void {
  computing = -1;
  beginQuota(i32.MAX_VALUE);
}

@inline
function valueOfArg(node: Node, position: i32): Value {
  return nodeAt(argOf(node, position)).value;
}

function called(code: i32, node: Node): Value {
  const a = valueOfArg(node, 0);
  if (node.count === 1) return run1(code, a);
  const b = valueOfArg(node, 1);
  if (node.count === 2) return run2(code, a, b);
  const c = valueOfArg(node, 2);
  return node.count === 3 ? run3(code, a, b, c) : run4(code, a, b, c, valueOfArg(node, 3));
}

function applied(node: Node): Value {
  const fn = toFn(valueOfArg(node, 0));
  const given = node.count - 1;
  if (given < 1 || given > 4) return fail(Reason.ARITY, changetype<i32>(fn), given);
  const a = valueOfArg(node, 1);
  if (given === 1) return call1(fn, a);
  const b = valueOfArg(node, 2);
  if (given === 2) return call2(fn, a, b);
  const c = valueOfArg(node, 3);
  return given === 3 ? call3(fn, a, b, c) : call4(fn, a, b, c, valueOfArg(node, 4));
}

/**
 * Notes that the node being computed ended by `reason`, with the values or numbers that come with it. False where no
 * node was being computed.
 */
export function noteFailure(reason: i32, a: i32, b: i32): bool {
  if (computing < 0) return false;
  const node = nodeAt(computing);
  const left = fuel < 0 ? 0 : fuel;
  node.reason = reason;
  node.a = a;
  node.b = b;
  node.atWork = atWork;
  node.cost = fuelLimit - left + 1;
  node.bytes = min(spent, bytesLimit);
  endComputing();
  return true;
}

/** Gives up what no later program needs. */
export function endProgram(program: i32): void {
  const length = programLength(program);
  for (let at = 0; at < length; at++) {
    const node = nodeAt(memberOf(program, at));
    if (node.lastUser > program) continue;
    node.value = 0;
    node.reason = 0;
  }
  enter(own);
  clear();
  if (bytesOf(shared) > mostShared) giveUpShared();
}

/** For tests, in the debug build: gives shared values up beyond so many bytes. */
export function setMostShared(bytes: i32): void {
  mostShared = bytes;
}

/** The value of node `at` of a program that was run and not ended; 0 where it has none. */
export function valueAt(program: i32, at: i32): Value {
  return nodeAt(memberOf(program, at)).value;
}

/** Runs the primitive `code` on as many values as it takes; `b`, `c`, `d` are any where it takes fewer. */
export function callPrimitive(code: i32, count: i32, a: Value, b: Value, c: Value, d: Value): Value {
  beginCalls(code);
  resetDepth();
  switch (count) {
    case 1:
      return run1(code, a);
    case 2:
      return run2(code, a, b);
    case 3:
      return run3(code, a, b, c);
    default:
      return run4(code, a, b, c, d);
  }
}

/** Calls a function value with the `count` values of `args`. */
export function callValue(callee: Value, args: Items): Value {
  beginCalls(-1);
  resetDepth();
  const fn = toFn(callee);
  switch (args.count) {
    case 1:
      return call1(fn, args.at(0));
    case 2:
      return call2(fn, args.at(0), args.at(1));
    case 3:
      return call3(fn, args.at(0), args.at(1), args.at(2));
    case 4:
      return call4(fn, args.at(0), args.at(1), args.at(2), args.at(3));
    default:
      return fail(Reason.ARITY, callee, args.count);
  }
}

