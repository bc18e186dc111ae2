/**
 * From a key to the rescored pairs. The aims are 16 ms (p95) for the starter tasks and 50 ms for the published ones.
 * After a key Chromium holds back what workers post until the frame that shows the key: with a screen of 60 Hz that
 * alone takes up to 16 ms. And a loaded machine shares its cores: the bounds here are those of a page that is broken.
 *
 * BATT_SPEED=1 takes all tasks rather than a few, BATT_SPEED=8 each eighth; BATT_SOLVERS=file.py takes each published task's own solver.
 */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from './fixture.ts';
import { latencies, openBench, SCREENS, solversOf, told, type Latency } from './latency.ts';

test.use({ trace: 'off' }); // a trace takes pictures of the page at every key

const starter = solversOf(readFileSync(new URL('../../public/tasks/starter.py', import.meta.url), 'utf8'));
const arc = process.env.BATT_ARC ?? '../shared/arc/agi1-training.json';
const own = process.env.BATT_SOLVERS ? solversOf(readFileSync(process.env.BATT_SOLVERS, 'utf8')) : null;
const every = Number(process.env.BATT_SPEED ?? 0);
if (every > 0) test.setTimeout(3_600_000);

const ANY_SOLVER = `def solve_x(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, size)
    x3 = mapply(neighbors, toindices(x2))
    x4 = underfill(I, TWO, x3)
    x5 = cover(x4, x2)
    return x5`;

for (const { name, ...screen } of SCREENS) {
  test.describe(name, () => {
    test.use(screen);

    test('a starter task is rescored while one types', async ({ page }) => {
      const bench = await openBench(page);
      const measured: Latency[] = [];
      for (const [id, text] of [...starter].filter((_, i) => i % (every || 12) === 0)) {
        await bench.pick(id);
        measured.push(...(await latencies(bench, text, 4)));
      }
      expect(told(`starter tasks, ${name}`, measured).median).toBeLessThan(80);
    });
  });
}

test('so are the largest published tasks', async ({ page }) => {
  test.skip(!existsSync(arc), `no ${arc}: set BATT_ARC to a file of the training set`);
  const text = readFileSync(arc, 'utf8');
  const tasks = JSON.parse(text) as Record<string, Record<string, { input: number[][] }[]>>;
  const cells = (id: string): number =>
    Object.values(tasks[id])
      .flat()
      .reduce((sum, { input }) => sum + input.flat().length, 0);
  const chosen = Object.keys(tasks)
    .toSorted((a, b) => cells(b) - cells(a))
    .filter((_, i) => (every > 0 ? i % every === 0 : i < 5));
  const bench = await openBench(page);
  await bench.choose([{ name: 'agi1.json', text }]);
  await expect(bench.messages).toContainText('400 tasks opened');
  const measured: Latency[] = [];
  for (const id of chosen) {
    await bench.pick(id);
    measured.push(...(await latencies(bench, own?.get(id) ?? ANY_SOLVER, 4)));
  }
  expect(
    told(every > 0 ? 'published tasks' : 'the five largest published tasks', measured).median,
  ).toBeLessThan(250);
});
