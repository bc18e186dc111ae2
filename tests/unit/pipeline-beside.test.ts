import { describe, expect, test } from 'vitest';
import { bodyHash } from '../../src/core/lang/body-hash.ts';
import { canonicalise } from '../../src/core/lang/3-canonical.ts';
import { compile } from '../../src/core/lang/compile.ts';
import { encodeProgram } from '../../src/core/lang/program-code.ts';
import type { Beside, Executor, FoundBeside } from '../../src/core/pipeline/executor.ts';
import type { SourceCounts } from '../../src/core/pipeline/sources.ts';
import { run } from '../../src/core/pipeline/run.ts';
import type { Candidate, RunEvent, RunPlan } from '../../src/core/pipeline/types.ts';
import { work } from '../../src/core/pipeline/work.ts';
import { starterPool, starterTask } from '../support/starter.ts';
import { TOOLS } from '../support/tools.ts';

const INLINE: Executor = {
  width: 2,
  async submit(name, job) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    return { ok: true, value: structuredClone(work(name, job, TOOLS)) };
  },
};

const first = starterPool[0]?.name as string;
const own = starterPool[0]?.source as string;

function plan(changes: Partial<RunPlan> = {}): RunPlan {
  const common = { task: starterTask(first), leaveOut: null, seed: 42, perRound: 60, rounds: 2 };
  return { ...common, pool: starterPool.slice(1, 8), fuel: 1_000_000, stopWhenSolved: false, ...changes };
}

function foundAs(source: string): FoundBeside {
  const program = canonicalise(compile(source).solvers[0]!.program!);
  const making = { steps: ['objects(x, T, T, T)'], words: 'objects', layers: 1 };
  const origin = { kind: 'search', generator: 'pieces', cost: 7, round: 3, ...making } as const;
  return { code: encodeProgram(program), hash: bodyHash(program), origin };
}

/** Gives some candidates after so many milliseconds, and ends, or waits to be closed. */
function beside(found: readonly FoundBeside[], ms: number, ends = true) {
  let closed: () => void = () => {};
  const state = { closed: false };
  const closing = new Promise<null>((resolve) => (closed = () => resolve(null)));
  const waiting = [...found];
  const source: Beside = {
    async next() {
      if (waiting.length > 0) {
        await new Promise((resolve) => setTimeout(resolve, ms));
        return waiting.splice(0);
      }
      return ends ? null : closing;
    },
    close() {
      state.closed = true;
      closed();
    },
  };
  return { source, state };
}

async function collect(chosen: RunPlan, source?: Beside) {
  const events: RunEvent[] = [];
  const told = source === undefined ? {} : { beside: source };
  await run(chosen, {
    executor: INLINE,
    now: TOOLS.now,
    emit: (event) => events.push(event),
    stopped: () => false,
    ...told,
  });
  const top = events.filter((event) => event.kind === 'ranking').at(-1)?.top ?? [];
  const sources = events.filter((event) => event.kind === 'progress').at(-1)?.sources as SourceCounts;
  return { events, top, sources };
}

const mirrored = 'def solve_m(I):\n    O = vmirror(I)\n    return O\n';

describe('candidates from beside the rounds', () => {
  test('are scored and ranked without any pool', async () => {
    const { events, top, sources } = await collect(
      plan({ pool: [] }),
      beside([foundAs(own), foundAs(mirrored)], 1).source,
    );
    expect(top).toHaveLength(2);
    expect(top[0]).toMatchObject({ name: 'search', matched: starterTask(first).train.length, round: 2 });
    expect(top[0]?.origin).toEqual(foundAs(own).origin);
    expect(sources.pieces).toMatchObject({ made: 2, distinct: 2, best: starterTask(first).train.length });
    expect(events.at(-1)).toMatchObject({ kind: 'end', reason: 'solved' });
  });

  test('end a run without a pool as finished where there are none', async () => {
    const { events } = await collect(plan({ pool: [] }), beside([], 1).source);
    expect(events.at(-1)).toMatchObject({ kind: 'end', reason: 'finished' });
  });

  test('leave what the rounds make as it is, whenever they come', async () => {
    const alone = await collect(plan());
    const made = (top: readonly Candidate[]) =>
      top
        .filter(({ origin }) => origin.kind !== 'search')
        .map(({ id, hash, round }) => ({ id, hash, round }));
    const twin = { ...foundAs(own), code: alone.top[0]!.code, hash: alone.top[0]!.hash };
    const [early, late] = await Promise.all(
      [1, 400].map((ms) => collect(plan(), beside([twin, foundAs(own)], ms).source)),
    );
    for (const { top } of [early!, late!]) {
      expect(top.length).toBeGreaterThanOrEqual(alone.top.length);
      expect(made(top)).toEqual(made(alone.top));
    }
    // What both made counts as made by the rounds, and once.
    const inEarly = early!.top.find(({ hash }) => hash === twin.hash);
    const inLate = late!.top.find(({ hash }) => hash === twin.hash);
    expect(inEarly).toEqual(inLate);
    expect(inEarly?.duplicates.count).toBe(alone.top[0]!.duplicates.count + 1);
  });

  test('are no longer waited for once the rounds have solved the task', async () => {
    const { source, state } = beside([], 1, false);
    const pool = starterPool.slice(0, 8);
    const { events } = await collect(plan({ pool, stopWhenSolved: true }), source);
    expect(events.at(-1)).toMatchObject({ kind: 'end', reason: 'solved' });
    expect(state.closed).toBe(true);
  });

  test('may say shorter what a long solver of the rounds does', async () => {
    const turns = Array.from({ length: 8 }, (_, i) => `    t${i + 1} = rot90(t${i})\n`).join('');
    const long = own
      .replace('(I):\n', `(I):\n    t0 = identity(I)\n${turns}`)
      .replaceAll('vmirror(I)', 'vmirror(t8)');
    const waiting = [[foundAs(own)]];
    let hasten: () => void = () => {};
    const hastened = new Promise<void>((resolve) => (hasten = resolve));
    const source: Beside = {
      next: async () => {
        await hastened;
        return waiting.pop() ?? null;
      },
      close: () => expect.fail('it was not let go on'),
      hasten,
    };
    const pool = [{ name: 'long', source: long }];
    const { top } = await collect(plan({ pool, perRound: 1, rounds: 1, stopWhenSolved: true }), source);
    expect(top[0]?.origin.kind).toBe('search');
    expect(top[0]?.length).toBe(3);
  });
});
