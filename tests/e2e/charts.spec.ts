import { readFileSync } from 'node:fs';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

test('charts of a run: drawn, told, as numbers, as a picture', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const charts = bench.pipeline.getByRole('button', { name: 'Charts' });
  await charts.click();
  await expect(bench.pipeline).toContainText('Charts come with the next run.');
  await bench.set('Search for', '0');
  await bench.set('Rounds', '2');
  await page.keyboard.press('Escape');
  await bench.run.click();
  await expect(bench.pipeline.getByRole('status')).toContainText(/Solved|Finished|No solver/);

  // What is drawn is told in a sentence, with the figures of the run.
  const best = bench.pipeline.getByRole('img', { name: /^Best score\. .*Pool \d+(\.\d)? % after/ });
  await expect(best.locator('canvas')).toBeVisible();
  await expect(bench.pipeline.getByRole('img', { name: /^Candidates a second\. Over/ })).toBeVisible();
  await expect(bench.pipeline.getByRole('img', { name: /^Time by stage\. .*Score [\d.]+ %/ })).toBeVisible();
  const inks = await best.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  });
  expect(inks).toBeGreaterThan(10);

  // The picture has the title and the key as well.
  const save = bench.pipeline.getByRole('button', { name: 'Save Best score as PNG' });
  const [file] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(file.suggestedFilename()).toMatch(/_Best_score\.png$/);
  const picture = readFileSync(await file.path());
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  const drawn = await best.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.height);
  expect(picture.readUInt32BE(20)).toBeGreaterThan(drawn + 40);

  // The same as a table, by keyboard alone.
  await bench.pipeline.getByRole('button', { name: 'Numbers of Time by stage' }).press('Enter');
  const table = bench.pipeline.getByRole('region', { name: 'Numbers of Time by stage' }).getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText([
    'Round',
    'Generate',
    'Dedupe',
    'Inline',
    'Validate',
    'Score',
    'Rank',
  ]);
  await expect(table.getByRole('rowheader').first()).toHaveText('1');
  await expect(table.getByRole('cell').first()).toHaveText(/\d m?s$/);

  // They stay open at the next visit, with what the last run was like.
  const told = await best.getAttribute('aria-label');
  await page.reload();
  await expect(charts).toHaveAttribute('aria-expanded', 'true');
  await expect(best.locator('canvas')).toBeVisible();
  await expect(best).toHaveAttribute('aria-label', told!);
  await bench.run.click();
  await expect(bench.pipeline.getByRole('status')).toContainText(/Solved|Finished|No solver/);
});
