/** The small records that the page keeps between visits, as another version or a damaged disk may have left them. */
import { Random } from '../../src/core/random.ts';
import { mangledData } from '../support/mangled-data.ts';
import { rounds, SOAK_SEED, tell } from '../support/soak.ts';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

const ROUNDS = rounds(6, 300);

test('records that are not as this version writes them are left alone, whatever they hold', async ({
  page,
}) => {
  test.setTimeout(rounds(180_000, 3_600_000));
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 })); // a plain file asks for it
  const bench = new BenchPage(page);
  await bench.open();
  await bench.choose([
    {
      name: 'pool.py',
      text: 'def solve_a(I):\n    return vmirror(I)\n\n\ndef solve_b(I):\n    return rot90(I)\n',
    },
  ]);
  await expect(bench.pipeline.getByRole('status')).toContainText('76 solvers');
  await bench.set('Search for', '2');
  await page.keyboard.press('Escape');
  await bench.run.click();
  await expect(bench.run).toBeEnabled({ timeout: 60_000 });
  await expect(bench.candidates.first()).toBeVisible();
  const kept: Record<string, string> = await page.evaluate(() => ({ ...localStorage }));
  expect(Object.keys(kept)).toEqual(
    expect.arrayContaining(['batt-run', 'batt-settings', 'batt-pool', 'batt-task']),
  );
  kept['batt-faulty'] ??= '{"arc-agi-1-training/a": {"why": "x", "origin": "ARC-AGI-1 training @0123abc"}}';

  // As it was written it is taken.
  await page.reload();
  await expect(bench.candidates.first()).toBeVisible();

  const random = new Random(`${SOAK_SEED}/records`);
  for (let round = 0; round < ROUNDS; round++) {
    const damaged = Object.fromEntries(
      Object.entries(kept).map(([name, text]) => [
        name,
        random.bool(name === 'batt-run' ? 0.9 : 0.4) ? mangledData(text, random) : text,
      ]),
    );
    // Put there while no page of ours is open, which would write its own.
    await page.goto('./tasks/starter.py');
    await page.evaluate((records) => {
      localStorage.clear();
      for (const [name, text] of Object.entries(records)) localStorage.setItem(name, text);
    }, damaged);
    await page.goto('./');
    await expect(bench.run, `round ${round}: ${JSON.stringify(damaged).slice(0, 3000)}`).toBeEnabled();
    if (await bench.candidates.first().isVisible())
      await bench.candidates.first().getByRole('button').click();
  }
  tell('damaged records of the page', { pages: ROUNDS });
});
