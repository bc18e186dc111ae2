/** The helpers of the editor and the search for fillings, with workers that die, keep silent or never start. */
import type { Remote } from 'comlink';
import { afterEach, expect, test, vi } from 'vitest';
import { Random } from '../../src/core/random.ts';
import { Inspector } from '../../src/host/inspector.ts';
import { FilmInspector } from '../../src/host/film.ts';
import { Language } from '../../src/host/language.ts';
import { fillSolver } from '../../src/host/pool/fill.ts';
import { Supervisor } from '../../src/host/pool/supervisor.ts';
import type { InspectorWorkerApi } from '../../src/protocol/inspection.ts';
import type { EngineApi } from '../../src/protocol/engine.ts';
import { inspectorOf } from '../../src/core/inspection/inspector.ts';
import { newArena } from '../support/arena.ts';
import { frailEngines, FrailWorkers, type Fate } from '../support/frail-workers.ts';
import { rounds, SOAK_SEED, tell } from '../support/soak.ts';

let ticking: ReturnType<typeof setInterval> | undefined;

/** Deadlines and pauses a hundred times as fast as in earnest. */
function hurry(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  ticking = setInterval(() => vi.advanceTimersByTime(1000), 10);
}

afterEach(() => {
  clearInterval(ticking);
  vi.useRealTimers();
});

const fates: readonly Fate[] = ['die', 'die-late', 'silence', 'throw'];
const PAIR = { input: [[1]], output: [[1]] };
const STRESS = {
  ...{ source: 'def solve_a(I):\n    return vmirror(I)\n', solver: null, from: { pairs: [PAIR] } },
  ...{ next: { seed: 1, at: 0 }, count: 1, fuel: 1000 },
};
const SOURCE = 'def solve_a(I):\n    return vmirror(I)\n';

test('every question to a helper is answered or told as lost, once', { timeout: 1e9 }, async () => {
  const api: InspectorWorkerApi = {
    ...inspectorOf(newArena()),
    compiled: () => {
      throw new Error('not asked for here');
    },
  };
  const workers = new FrailWorkers(() => api);
  const random = new Random(`${SOAK_SEED}/helpers`);
  const questions = rounds(120, 5000);
  hurry();
  const ends: Record<string, number> = {};
  const count = (end: string): void => void (ends[end] = (ends[end] ?? 0) + 1);
  for (let asked = 0; asked < questions;) {
    const often = random.pick([0, 0.1, 0.4]);
    workers.fate = () => (random.bool(often) ? random.pick(fates) : 'answer');
    workers.birth = () => (random.bool(often / 4) ? random.pick(['throw', 'not-loaded']) : 'live');
    const helpers = [
      new Inspector(workers.hire),
      new FilmInspector(workers.hire),
      new Language(workers.hire),
    ] as const;
    const [inspector, film, language] = helpers;
    const answers: Promise<unknown>[] = [];
    for (let n = random.int(1, 12); n > 0; n--, asked++) {
      const kind = random.int(0, 3);
      const digest = () =>
        inspector.digest(SOURCE).then((outcome) => count(outcome.ok ? 'answered' : outcome.tag));
      if (kind < 2) answers.push(digest());
      else if (kind === 2)
        answers.push(
          film.ask('stress', STRESS).then((outcome) => count(outcome.ok ? 'answered' : outcome.tag)),
        );
      else
        answers.push(
          language.ask('folding', [SOURCE]).then((answer) => count(answer === null ? 'none' : 'answered')),
        );
      if (random.bool(0.3)) await new Promise((resolve) => setImmediate(resolve));
    }
    if (random.bool(0.2)) helpers.forEach((helper) => helper.dispose());
    await Promise.all(answers);
    // Who was not disposed of answers again, once its workers live.
    workers.fate = () => 'answer';
    workers.birth = () => 'live';
    expect(await inspector.digest(SOURCE)).toMatchObject({ ok: true });
    helpers.forEach((helper) => helper.dispose());
    expect(workers.alive).toBe(0);
  }
  tell('questions to helpers', { questions, workersKilled: workers.killed, ...ends });
  expect(Object.keys(ends)).toEqual(expect.arrayContaining(['answered', 'crash']));
});

test('fillings are the same, whoever of its workers is lost', { timeout: 1e9 }, async () => {
  const source = 'def solve_a(I):\n    x1 = ??(I)\n    return hmirror(x1)\n';
  const flip = {
    input: [
      [1, 2],
      [3, 4],
    ],
    output: [
      [4, 3],
      [2, 1],
    ],
  };
  const task = { train: [flip], test: [flip] };
  const plan = { key: 'fill', source, solver: null, task };
  const texts = async (workers: FrailWorkers<EngineApi>, width: number): Promise<string[]> => {
    const supervisors = Array.from({ length: width }, () => new Supervisor<Remote<EngineApi>>(workers.hire));
    const outcome = await fillSolver(supervisors, plan, 1e6);
    for (const supervisor of supervisors) supervisor.close();
    expect(workers.alive).toBe(0);
    if (!outcome.ok) throw new Error(outcome.why);
    return outcome.value.fillings.map((filling) => JSON.stringify(filling)).sort();
  };
  const whole = await texts(frailEngines(), 1);
  expect(whole.length).toBeGreaterThan(0);
  const random = new Random(`${SOAK_SEED}/filling`);
  hurry();
  for (let run = 0; run < rounds(3, 40); run++) {
    const workers = frailEngines();
    // No question is lost more often than the search puts up with.
    let left = 0;
    workers.fate = () => {
      left = left > 0 ? left - 1 : random.bool(0.3) ? 2 : 0;
      return left > 0 ? random.pick(fates) : 'answer';
    };
    expect(await texts(workers, random.int(1, 4))).toEqual(whole);
  }
  // One of three workers never starts: the others do its block.
  const workers = frailEngines();
  let births = 0;
  workers.birth = () => (births++ % 3 === 0 ? 'not-loaded' : 'live');
  expect(await texts(workers, 3)).toEqual(whole);
});
