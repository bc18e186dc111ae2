/** What takes or returns functions. */
import { allPairs, merge } from './primitives-container.ts';
import {
  call,
  container,
  equal,
  fail,
  integer,
  isFunction,
  isTrue,
  items,
  less,
  sameKind,
  set,
  tuple,
  type Container,
  type Family,
  type FunctionOf,
  type Value,
} from './values.ts';

/** Python gives up a little below a thousand nested calls. */
const DEEPEST = 990;

function derived(f: string, arity: number, parts: readonly Value[], body: FunctionOf['body']): FunctionOf {
  return { f, arity, parts, body };
}

/** rbind and lbind: two parameters leave one, three leave two, any other number counts as four and leaves three. */
function bind(name: string, value: Value, fixed: Value, full: (args: readonly Value[]) => Value[]): Value {
  if (!isFunction(value)) return fail('a function is needed');
  const left = value.arity === 2 || value.arity === 3 ? value.arity - 1 : 3;
  return derived(name, left, [value, fixed], (...args) => call(value, ...full(args)));
}

/** The first member with the best key. Keys are asked for once a member, in order. */
function byKey(
  members: Value,
  key: Value,
  isBetter: (a: Value, b: Value) => boolean,
): { member: Value; key: Value } {
  const keyed = items(members).map((member) => ({ member, key: call(key, member) }));
  if (keyed.length === 0) fail('there is no member');
  return keyed.reduce((best, next) => (isBetter(next.key, best.key) ? next : best));
}

function bestKey(members: Value, key: Value, isBetter: (a: Value, b: Value) => boolean): Value {
  return items(members).length === 0 ? call(key, 0) : byKey(members, key, isBetter).key;
}

const more = (a: Value, b: Value) => less(b, a);

function filter(members: Value, condition: Value): Container {
  return sameKind(
    container(members),
    items(members).filter((member) => isTrue(call(condition, member))),
  );
}

function map(f: Value, members: Value): Container {
  return sameKind(
    container(members),
    items(members).map((member) => call(f, member)),
  );
}

function mapPairs(f: Value, a: Value, b: Value): Container {
  const length = Math.min(items(a).length, items(b).length);
  return tuple(Array.from({ length }, (_, i) => call(f, items(a)[i], items(b)[i])));
}

interface Keyed {
  readonly member: Value;
  readonly key: Value;
}

/**
 * As CPython sorts fewer than 64: what is in order at the beginning, the others put in by halving. With keys that are sets,
 * of which neither need include the other, another way of sorting gives another order.
 */
function sorted(members: Value, key: Value): Value {
  const all = items(members).map((member): Keyed => ({ member, key: call(key, member) }));
  const isBelow = (at: number): boolean => less(all[at].key, all[at - 1].key);
  const falls = all.length > 1 && isBelow(1);
  let run = Math.min(2, all.length);
  while (run < all.length && isBelow(run) === falls) run++;
  const done = falls ? all.slice(0, run).reverse() : all.slice(0, run);
  for (const next of all.slice(run)) {
    let [from, to] = [0, done.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (less(next.key, done[middle].key)) to = middle;
      else from = middle + 1;
    }
    done.splice(from, 0, next);
  }
  return tuple(done.map(({ member }) => member));
}

export const HIGHER_ORDER: Family = {
  identity: (x) => x,
  order: (container, compfunc) => sorted(container, compfunc),
  valmax: (container, compfunc) => bestKey(container, compfunc, more),
  valmin: (container, compfunc) => bestKey(container, compfunc, less),
  argmax: (container, compfunc) => byKey(container, compfunc, more).member,
  argmin: (container, compfunc) => byKey(container, compfunc, less).member,
  sfilter: (container, condition) => filter(container, condition),
  mfilter: (container, condition) => merge(filter(container, condition)),
  extract: (container, condition) => {
    const found = items(container).find((member) => isTrue(call(condition, member)));
    return found === undefined ? fail('no member meets the condition') : found;
  },
  compose: (outer, inner) => derived('compose', 1, [outer, inner], (x) => call(outer, call(inner, x))),
  chain: (h, g, f) => derived('chain', 1, [h, g, f], (x) => call(h, call(g, call(f, x)))),
  matcher: (f, target) => derived('matcher', 1, [f, target], (x) => equal(call(f, x), target)),
  rbind: (f, fixed) => bind('rbind', f, fixed, (args) => [...args, fixed]),
  lbind: (f, fixed) => bind('lbind', f, fixed, (args) => [fixed, ...args]),
  power: (f, n) => {
    const times = integer(n);
    if (times < 1 || times > DEEPEST) fail('the function cannot be iterated so often');
    if (times === 1) return f;
    return derived('power', 1, [f, n], (x) =>
      Array.from({ length: times }).reduce<Value>((y) => call(f, y), x),
    );
  },
  fork: (outer, a, b) => derived('fork', 1, [outer, a, b], (x) => call(outer, call(a, x), call(b, x))),
  apply: (f, container) => map(f, container),
  rapply: (functions, value) =>
    sameKind(
      container(functions),
      items(functions).map((f) => call(f, value)),
    ),
  mapply: (f, container) => merge(map(f, container)),
  papply: (f, a, b) => mapPairs(f, a, b),
  mpapply: (f, a, b) => merge(mapPairs(f, a, b)),
  prapply: (f, a, b) => set(allPairs(a, b).map(([x, y]) => call(f, x, y))),
};
