/** The time of each primitive, that of the functions it calls not included. */
import { CATALOGUE } from '../../src/core/dsl/catalogue.ts';
import type { Primitive } from '../../src/core/dsl/primitive.ts';
import type { Run, Value } from '../../src/core/values/value.ts';

export interface PrimitiveTime {
  readonly name: string;
  readonly calls: number;
  readonly ms: number;
}

/** Runs `work` with a watch on every primitive that is called through its function value. */
export function profiled(work: () => void): PrimitiveTime[] {
  const watch = new Watch();
  const undo = CATALOGUE.map((primitive) => watch.put(primitive));
  try {
    work();
  } finally {
    for (const restore of undo) restore();
  }
  return watch.times();
}

class Watch {
  private readonly cost = clockCost();
  private readonly calls = new Map<string, number>();
  private readonly own = new Map<string, number>();
  /** Milliseconds that the calls inside the present one took, with what it costs to measure them. */
  private inner = 0;

  put({ name, fn }: Primitive): () => void {
    const holder = fn as { run: Run };
    const { run } = holder;
    this.calls.set(name, 0);
    this.own.set(name, 0);
    holder.run = this.around(name, run);
    return () => void (holder.run = run);
  }

  /** Most expensive first. */
  times(): PrimitiveTime[] {
    const times = [...this.own].map(([name, ms]) => ({
      name,
      calls: this.calls.get(name) ?? 0,
      ms: Math.max(0, ms),
    }));
    return times.sort((a, b) => b.ms - a.ms);
  }

  around(name: string, run: Run): Run {
    return (...inputs: unknown[]): Value => {
      const outer = this.inner;
      this.inner = 0;
      const started = performance.now();
      try {
        return run(...inputs);
      } finally {
        const took = performance.now() - started;
        this.own.set(name, (this.own.get(name) ?? 0) + took - this.inner - this.cost.inside);
        this.calls.set(name, (this.calls.get(name) ?? 0) + 1);
        this.inner = outer + took + this.cost.outside;
      }
    };
  }
}

interface ClockCost {
  /** Milliseconds of measuring one call that fall inside the time measured. */
  readonly inside: number;
  /** Those that fall to the caller. */
  readonly outside: number;
}

let known: ClockCost | null = null;

/** Found with calls that do nothing. */
function clockCost(): ClockCost {
  if (known !== null) return known;
  known = { inside: 0, outside: 0 };
  const watch = new Watch();
  const nothing = watch.around('nothing', () => null);
  const measure = (count: number): ClockCost => {
    const before = watch.times()[0]?.ms ?? 0;
    const started = performance.now();
    for (let i = 0; i < count; i++) nothing();
    const whole = (performance.now() - started) / count;
    const inside = ((watch.times()[0]?.ms ?? 0) - before) / count;
    return { inside, outside: Math.max(0, whole - inside) };
  };
  measure(20_000);
  known = measure(50_000);
  return known;
}
