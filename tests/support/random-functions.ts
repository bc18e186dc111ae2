import type { Random } from '../../src/core/random.ts';
import { setOf } from '../../src/core/values/build.ts';
import type { Value } from '../../src/core/values/value.ts';
import { call, primitive } from './calls.ts';

/** What functions take and give. A pair is one of vectors, an obj a set of cells. */
export type Kind = 'int' | 'bool' | 'vec' | 'cell' | 'pair' | 'obj';

interface Made {
  readonly value: Value;
  readonly text: string;
}

/** Primitives of one parameter, `from>to`. */
const ONE: Record<string, string> = {
  'int>int': 'invert double halve increment decrement crement sign identity',
  'vec>vec': 'invert double halve increment decrement crement sign identity',
  'int>bool': 'even positive',
  'bool>bool': 'flip identity',
  'vec>int': 'first last maximum minimum size',
  'int>vec': 'toivec tojvec',
  'cell>int': 'first',
  'cell>vec': 'last',
  'cell>cell': 'identity',
  'pair>vec': 'first last',
  'pair>pair': 'identity',
  'cell>obj': 'initset',
  'obj>vec': 'center ulcorner lrcorner',
  'obj>int': 'size size height width uppermost leftmost numcolors',
  'obj>bool': 'vline hline square',
  'obj>obj': 'identity normalize',
};

/** Primitives of two parameters, `a,b>to`. */
const TWO: Record<string, string> = {
  'int,int>int': 'add subtract multiply divide',
  'vec,vec>vec': 'add subtract multiply divide',
  'int,vec>vec': 'add subtract multiply',
  'vec,int>vec': 'add subtract multiply divide',
  'int,int>vec': 'astuple',
  'int,vec>cell': 'astuple',
  'vec,vec>pair': 'astuple',
  'int,int>bool': 'equality greater',
  'vec,vec>bool': 'equality greater',
  'pair,pair>bool': 'equality',
  'bool,bool>bool': 'both either',
  'cell,obj>bool': 'contained',
  'obj,vec>obj': 'shift',
  'obj,obj>int': 'manhattan',
  'obj,obj>bool': 'equality adjacent hmatching',
  'int,obj>obj': 'recolor',
  'obj,obj>obj': 'difference intersection',
};

const KINDS: readonly Kind[] = ['int', 'bool', 'vec', 'cell', 'pair', 'obj'];

/** Functions of one parameter, made of primitives by combinators, mostly well typed. */
export class RandomFunctions {
  private readonly random: Random;
  private readonly member: (random: Random, kind: Kind) => Value;

  constructor(random: Random, member: (random: Random, kind: Kind) => Value) {
    this.random = random;
    this.member = member;
  }

  from(from: Kind, to: Kind, depth: number): Made {
    const { random } = this;
    // Now and then something that does not fit.
    if (random.bool(0.01)) return this.primitive(random.pick(Object.values(ONE)));
    const direct = ONE[`${from}>${to}`];
    if (direct !== undefined && (depth <= 0 || random.bool(0.3))) return this.primitive(direct);
    if (depth <= -3) return this.constantly(from, to);
    const pairs = Object.keys(TWO).filter((key) => key.endsWith(`>${to}`));
    const ways = [
      () => this.composed(from, to, depth),
      () => this.composed(from, to, depth),
      () => this.forked(from, random.pick(pairs), depth),
      () => this.forked(from, random.pick(pairs), depth),
      () => this.bound(from, random.pick(pairs), depth),
      () => this.special(from, to, depth),
    ];
    return random.pick(pairs.length === 0 ? ways.slice(0, 1) : ways)();
  }

  private primitive(names: string): Made {
    const name = this.random.pick(names.split(' '));
    return { value: primitive(name), text: name };
  }

  private make(name: string, ...parts: readonly Made[]): Made {
    const value = call(
      primitive(name),
      parts.map((part) => part.value),
    );
    return { value, text: `${name}(${parts.map(({ text }) => text).join(', ')})` };
  }

  private constant(kind: Kind): Made {
    return { value: this.member(this.random, kind), text: kind };
  }

  /** By way of what never fails for want of a primitive. */
  private constantly(from: Kind, to: Kind): Made {
    const constant = this.constant(to);
    // x -> constant: the first of (constant, x)
    return this.make('compose', this.primitive('first'), {
      ...this.make('lbind', this.primitive('astuple'), constant),
      text: `lbind(astuple, ${from} to ${to})`,
    });
  }

  private composed(from: Kind, to: Kind, depth: number): Made {
    const { random } = this;
    const middle = random.pick(KINDS);
    const inner = this.from(from, middle, depth - 1);
    if (random.bool(0.3)) {
      const second = random.pick(KINDS);
      const between = this.from(middle, second, depth - 2);
      return this.make('chain', this.from(second, to, depth - 2), between, inner);
    }
    return this.make('compose', this.from(middle, to, depth - 1), inner);
  }

  private forked(from: Kind, pair: string, depth: number): Made {
    const [a, b] = pair.split('>')[0].split(',') as Kind[];
    const outer = this.primitive(TWO[pair]);
    return this.make('fork', outer, this.from(from, a, depth - 1), this.from(from, b, depth - 1));
  }

  private bound(from: Kind, pair: string, depth: number): Made {
    const [a, b] = pair.split('>')[0].split(',') as Kind[];
    const left = this.random.bool(0.5);
    const fixed = this.make(left ? 'lbind' : 'rbind', this.primitive(TWO[pair]), this.constant(left ? a : b));
    return this.make('compose', fixed, this.from(from, left ? b : a, depth - 1));
  }

  /** Powers, matchers, functions mapped over both halves, and choices by functions that differ from row to row. */
  private special(from: Kind, to: Kind, depth: number): Made {
    const { random } = this;
    const inner = (kind: Kind): Made => this.from(from, kind, depth - 1);
    if (to === 'bool') {
      const kind = random.pick(KINDS);
      return this.make('matcher', inner(kind), this.constant(kind));
    }
    if (to === 'vec' && random.bool(0.5)) {
      const half = this.from('int', 'int', depth - 1);
      return this.make('compose', this.make('lbind', this.primitive('apply'), half), inner('vec'));
    }
    if (to === 'int' || to === 'vec') return this.ranked(to, inner('vec'), depth);
    return this.make(
      'compose',
      this.make('power', this.from(to, to, depth - 1), { value: 2, text: '2' }),
      inner(to),
    );
  }

  /** v -> the vector s of a set for which a number made of (v, s) is least or most, or that number. */
  private ranked(to: 'int' | 'vec', inner: Made, depth: number): Made {
    const { random } = this;
    const vectors = Array.from({ length: random.int(1, 5) }, () => this.member(random, 'vec'));
    const among = { value: setOf(vectors), text: 'vectors' };
    const by = this.primitive(to === 'int' ? 'valmin valmax' : 'argmin argmax');
    const key = this.make('lbind', this.primitive('compose'), this.from('pair', 'int', depth - 1));
    const pairing = this.make('lbind', this.primitive('lbind rbind'), this.primitive('astuple'));
    return this.make('compose', this.make('lbind', by, among), this.make('chain', key, pairing, inner));
  }
}
