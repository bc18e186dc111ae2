/** Random values: by the type that a parameter declares, or of any kind at all, with what lies at the edges. */
import { CATALOGUE } from '../../src/core/dsl/catalogue.ts';
import type { Random } from '../../src/core/random.ts';
import { setOf, tuple } from '../../src/core/values/build.ts';
import type { Value } from '../../src/core/values/value.ts';
import { attempt, Budget, primitive } from './calls.ts';
import { Failure } from '../../src/core/engine/failure.ts';

const EDGES = [
  ...[-32769, -32768, 32767, 32768, -1025, -1024, 3071, 3072, -33, -32, 95, 96, 30, 31],
  ...[
    2 ** 30 - 1,
    2 ** 30,
    -(2 ** 30) - 1,
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31),
    2 ** 32,
    2 ** 53 - 1,
    1 - 2 ** 53,
  ],
];
const MAKERS = ['compose', 'chain', 'fork', 'matcher', 'rbind', 'lbind', 'power'];
const NAMES = CATALOGUE.map(({ name }) => name);

export class RandomValues {
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** Of a declared type; now and then of another one. */
  of(type: string, misfits = 0.15): Value {
    if (this.random.bool(misfits)) return this.any();
    return this.typed(type);
  }

  any(depth = 3): Value {
    const { random } = this;
    const kind = random.int(0, depth <= 0 ? 3 : 11);
    if (kind < 2) return this.integer();
    if (kind === 2) return random.pick([true, false, null]);
    if (kind === 3) return random.pick([tuple([]), setOf([]), primitive(random.pick(NAMES))]);
    if (kind < 6) return this.typed(random.pick(TYPES));
    if (kind === 6) return this.function(depth - 1);
    const items = this.list(0, 5, () => this.any(depth - 1));
    if (kind === 7) return tuple(Array.from({ length: random.int(1, 6) }, () => items[0] ?? 0));
    return kind < 10 ? tuple(items) : setOf(items);
  }

  private typed(type: string): Value {
    const { random } = this;
    const patch = (coloured: boolean): Value =>
      setOf(this.list(1, 12, () => (coloured ? this.cell() : this.vec())));
    switch (type) {
      case 'Boolean':
        return random.bool();
      case 'Integer':
        return this.integer();
      case 'IntegerTuple':
        return this.vec();
      case 'Numerical':
        return random.bool() ? this.integer() : this.vec();
      case 'Grid':
        return this.grid();
      case 'Object':
        return patch(true);
      case 'Patch':
        return random.bool(0.8) ? patch(random.bool()) : tuple(this.list(1, 6, () => this.cell()));
      case 'Cell':
        return this.cell();
      case 'Element':
        return random.bool() ? this.grid() : patch(true);
      case 'Piece':
        return random.bool() ? this.grid() : patch(random.bool());
      case 'Objects':
        return this.either(this.list(0, 5, () => patch(true)));
      case 'IntegerSet':
        return this.either(this.list(0, 6, () => this.integer()));
      case 'FrozenSet':
        return setOf(this.list(0, 6, () => this.any(1)));
      case 'Tuple':
        return tuple(this.list(0, 6, () => this.any(1)));
      case 'ContainerContainer':
        return this.either(this.list(0, 4, () => this.either(this.list(0, 4, () => this.any(1)))));
      case 'Container':
        return random.bool()
          ? this.typed(random.pick(['Grid', 'Object', 'Objects', 'IntegerSet']))
          : this.any(2);
      case 'Callable':
        return this.function(2);
      default:
        return this.any(2);
    }
  }

  private function(depth: number): Value {
    const { random } = this;
    if (depth <= 0 || random.bool(0.5)) return primitive(random.pick(NAMES));
    const maker = random.pick(MAKERS);
    const parts = CATALOGUE.find(({ name }) => name === maker)!.params.map(({ type }) =>
      type === 'Callable' ? this.function(depth - 1) : type === 'Integer' ? random.int(1, 4) : this.any(1),
    );
    const made = attempt(primitive(maker), parts, new Budget(10_000));
    return made instanceof Failure ? primitive(random.pick(NAMES)) : made;
  }

  private integer(): number {
    const { random } = this;
    return random.bool(0.08) ? random.pick(EDGES) : random.int(-3, 10);
  }

  private vec(): Value {
    return tuple([this.integer(), this.integer()]);
  }

  private cell(): Value {
    return tuple([this.integer(), this.vec()]);
  }

  private grid(): Value {
    const { random } = this;
    const [most, wild] = [random.bool(0.05) ? 30 : 6, random.bool(0.1)];
    const width = random.bool(0.03) ? 0 : random.int(1, most);
    const cell = (): number => (wild ? this.integer() : random.int(0, 9));
    return tuple(this.list(1, most, () => tuple(Array.from({ length: width }, cell))));
  }

  private list(low: number, high: number, make: () => Value): Value[] {
    return Array.from({ length: this.random.int(low, high) }, make);
  }

  private either(items: readonly Value[]): Value {
    return this.random.bool() ? tuple(items) : setOf(items);
  }
}

const TYPES = [
  ...['Integer', 'IntegerTuple', 'Grid', 'Object', 'Patch', 'Cell', 'Objects', 'IntegerSet'],
  ...['Tuple', 'FrozenSet', 'Container', 'Callable'],
];
