/**
 * One plan gives one ranking, to the byte: in this browser and under Node, with any number of workers, whoever of them is
 * lost. What a search finds with so many steps is the same, too.
 */
import type { Page } from '@playwright/test';
import { ProgramRunner } from '../../src/core/engine/runner.ts';
import { decodeProgram } from '../../src/core/lang/program-code.ts';
import { run } from '../../src/core/pipeline/run.ts';
import type { Candidate, RunPlan } from '../../src/core/pipeline/types.ts';
import { work } from '../../src/core/pipeline/work.ts';
import { Random } from '../../src/core/random.ts';
import { searchTask } from '../../src/host/pool/search.ts';
import { Supervisor } from '../../src/host/pool/supervisor.ts';
import { keptRun } from '../../src/ui/state/kept-run.ts';
import { nameTask } from '../../src/host/tasks/named-task.ts';
import { readTask } from '../../src/core/task/read.ts';
import { newArena } from '../support/arena.ts';
import { frailSearchers } from '../support/frail-workers.ts';
import { MIRRORED } from '../support/mirrored.ts';
import { rounds, SOAK_SEED, tell } from '../support/soak.ts';
import { starterPool, starterTask } from '../support/starter.ts';
import { TOOLS } from '../support/tools.ts';
import { BenchPage } from './bench.ts';
import { endWorkers, holdWorkers } from './ended-workers.ts';
import { expect, test } from './fixture.ts';

const ID = 'complete_butterfly';
const PLAN: RunPlan = {
  task: starterTask(ID),
  pool: starterPool,
  leaveOut: starterPool.find(({ name }) => name.endsWith(ID))!.name,
  seed: 42,
  perRound: 300,
  rounds: 2,
  fuel: 5_000_000,
  stopWhenSolved: false,
};

/** What a page would keep of the run, made here. */
async function underNode(): Promise<unknown> {
  let ranking: { top: readonly Candidate[]; behaviours: number } = { top: [], behaviours: 0 };
  let scored = 0;
  await run(PLAN, {
    executor: {
      width: 3,
      submit: (name, job) => Promise.resolve({ ok: true, value: structuredClone(work(name, job, TOOLS)) }),
    },
    now: () => 0,
    stopped: () => false,
    emit: (event) => {
      if (event.kind === 'ranking') ranking = event;
      if (event.kind === 'progress') scored = event.stages.score.out;
    },
  });
  const named = nameTask(ID, PLAN.task, '', { dataset: 'starter' });
  const stages = { score: { out: scored } };
  return JSON.parse(JSON.stringify(keptRun(named, { ...ranking, stages, history: null })));
}

/** What the page keeps of its run, but for how long all took. */
const kept = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const record = JSON.parse(localStorage.getItem('batt-run') ?? 'null') as object | null;
    return record && { ...record, history: null };
  });

test.beforeEach(({ page }) => holdWorkers(page));

/** One or two, anywhere. */
const places = (random: Random): number[] =>
  Array.from({ length: random.int(1, 2) }, () => random.int(0, 99));

test('a run, with 1, 2 and 8 workers, and with workers that are lost', async ({ page }) => {
  test.setTimeout(rounds(120_000, 1_800_000));
  const wanted = await underNode();
  const bench = new BenchPage(page);
  await bench.open();
  await bench.pick(ID);
  await bench.set('Candidates per round', String(PLAN.perRound));
  await bench.set('Rounds', String(PLAN.rounds));
  await bench.set('Search for', '0');
  await page.getByLabel('Stop when solved').uncheck();
  await page.keyboard.press('Escape');
  const random = new Random(`${SOAK_SEED}/same`);
  let ended = 0;
  for (const [workers, lost] of [
    [1, false],
    [2, false],
    [8, false],
    ...Array.from({ length: rounds(1, 20) }, () => [4, true] as const),
  ] as const) {
    await page.getByRole('slider', { name: 'Workers' }).fill(String(workers));
    await page.evaluate(() => localStorage.removeItem('batt-run'));
    await bench.run.click();
    if (lost) {
      await page.waitForTimeout(random.int(0, 400));
      ended += await endWorkers(page, 'engine', places(random));
    }
    await expect.poll(() => kept(page), { timeout: 60_000 }).not.toBeNull();
    expect(await kept(page), `${workers} workers`).toEqual(wanted);
  }
  tell('runs in the tab with workers ended', { ended });
});

const TWO_PAIRS = readTask({ ...MIRRORED, train: MIRRORED.train.slice(0, 2) });

test('a search from nothing, while its workers are ended at random', async ({ page }) => {
  test.setTimeout(rounds(200_000, 3_600_000));
  if (!TWO_PAIRS.ok) throw new Error(TWO_PAIRS.fault.message);
  const task = TWO_PAIRS.value;
  const supervisor = new Supervisor(frailSearchers().hire);
  const outcome = await searchTask([supervisor], { key: 'same', task }, { fuel: 50e6 });
  supervisor.close();
  if (!outcome.ok) throw new Error(outcome.why);
  // Of answers that give the same the page ranks the shortest, the search the most trusted: what they give is compared.
  const wanted = outcome.value.answers.map(({ outputs }) => JSON.stringify(outputs));
  expect(wanted.length).toBeGreaterThan(0);
  const runner = new ProgramRunner(newArena());
  const inputs = task.test.map(({ input }) => input);
  const given = (code: readonly number[]): string =>
    JSON.stringify(runner.outputs(decodeProgram(Int32Array.from(code)), inputs));

  const bench = new BenchPage(page);
  await bench.open();
  await bench.choose([{ name: 'mirrored.json', text: JSON.stringify(task) }]);
  await expect(bench.picker).toHaveValue('mirrored');
  await bench.set('Candidates per round', '1');
  await bench.set('Rounds', '1');
  await page.getByLabel('Search from nothing').selectOption('fuel');
  await page.getByRole('spinbutton', { name: 'Steps' }).fill('50');
  await page.getByRole('spinbutton', { name: 'Steps' }).blur();
  await page.getByLabel('Stop when solved').uncheck();
  await page.keyboard.press('Escape');
  const random = new Random(`${SOAK_SEED}/same search`);
  let ended = 0;
  for (let i = 0; i < rounds(2, 30); i++) {
    await page.evaluate(() => localStorage.removeItem('batt-run'));
    await bench.run.click();
    if (i > 0) {
      await page.waitForTimeout(random.int(200, 1500));
      ended += await endWorkers(page, 'engine', places(random));
    }
    await expect.poll(() => kept(page), { timeout: 120_000 }).not.toBeNull();
    const { top } = (await kept(page)) as { top: { code: number[]; matched: number }[] };
    const found = top.filter(({ matched }) => matched === task.train.length).map(({ code }) => given(code));
    expect(found).toEqual(expect.arrayContaining(wanted));
  }
  tell('searches in the tab with workers ended', { searches: rounds(2, 30), ended });
});
