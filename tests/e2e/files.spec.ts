import { existsSync, readFileSync } from 'node:fs';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

const MIRROR = {
  train: [
    { input: [[1, 2, 3]], output: [[3, 2, 1]] },
    {
      input: [
        [4, 0],
        [5, 6],
      ],
      output: [
        [0, 4],
        [6, 5],
      ],
    },
  ],
  test: [{ input: [[7, 8, 9, 0]] }],
};

test('a task file is opened and solved, where the answer is not known', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.choose([{ name: 'mirror.json', text: JSON.stringify(MIRROR) }]);
  await expect(bench.picker).toHaveValue('mirror');
  await expect(bench.task).toContainText('1 × 4 → ?');
  await bench.write('def solve_mirror(I):\n    O = vmirror(I)\n    return O\n');
  await expect(bench.task.getByText('exact')).toHaveCount(2);
  await expect(bench.task.getByText('answer not known')).toBeVisible();
});

test('a file is dropped', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const files = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.json'));
    return transfer;
  }, JSON.stringify(MIRROR));
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: files });
  await expect(page.getByText('Drop tasks')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: files });
  await expect(page.getByText('Drop tasks')).toBeHidden();
  await expect(bench.picker).toHaveValue('dropped');
});

const grid = (rows: number, columns: number) => Array.from({ length: rows }, () => Array(columns).fill(0));
const withInput = (input: unknown) =>
  JSON.stringify({ ...MIRROR, train: [MIRROR.train[0], { input, output: [[1]] }] });

const BAD: readonly (readonly [string, string, string | Buffer, RegExp])[] = [
  ['not JSON', 'a.json', '{"train": [1 2]}', /a\.json: not JSON.*line 1,? column 14/],
  ['not the format', 'b.json', '[1, 2]', /b\.json: \[0\]: a task or an object of tasks is needed/],
  [
    'no test pairs',
    'c.json',
    JSON.stringify({ train: MIRROR.train, test: [] }),
    /c\.json: test: at least one pair/,
  ],
  [
    'a ragged grid',
    'd.json',
    withInput([[1, 2], [3]]),
    /d\.json: train\[1\]\.input\[1\]: the row has 1 cells/,
  ],
  ['an empty grid', 'e.json', withInput([]), /e\.json: train\[1\]\.input: the grid has no rows/],
  ['a grid too large', 'f.json', withInput(grid(31, 3)), /f\.json: train\[1\]\.input: the grid has 31 rows/],
  [
    'a colour too many',
    'g.json',
    withInput([[1, 10]]),
    /g\.json: train\[1\]\.input\[0\]\[1\]: a colour from 0 to 9/,
  ],
  ['another encoding', 'h.json', Buffer.from([0x7b, 0x0a, 0xff, 0xe9]), /h\.json: line 2 is not UTF-8/],
  [
    'a solver file in another encoding',
    'i.py',
    Buffer.from('# caf\u00e9\n', 'latin1'),
    /i\.py: line 1 is not UTF-8/,
  ],
  [
    'a solver file of 5 MB',
    'j.py',
    Buffer.alloc(5_000_000, 35),
    /j\.py: the file has 5\.0 MB; at most 2\.0 MB/,
  ],
  ['a solver file with nothing in it', 'k.py', 'x = 1\n', /k\.py: no solver in it can be used.*line 1/],
  ['a file of another kind', 'l.txt', 'hello', /l\.txt: tasks come as \.json and solvers as \.py/],
];

test('bad files are named with the place of the fault, and change nothing', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const [task, state] = [
    await bench.picker.inputValue(),
    await bench.pipeline.getByRole('status').textContent(),
  ];
  for (const [what, name, text, message] of BAD) {
    await test.step(what, async () => {
      await bench.choose([{ name, text }]);
      await expect(bench.messages.getByRole('alert').last()).toContainText(message);
      await expect(bench.picker).toHaveValue(task);
    });
  }
  await expect(bench.pipeline.getByRole('status')).toHaveText(state!);
  await bench.messages.getByRole('button', { name: 'Dismiss' }).first().click();
  await expect(bench.messages.getByRole('alert')).toHaveCount(2);
});

test('a solver file with tabs and 2,000 faults says where the first is', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const bad = Array.from(
    { length: 2000 },
    (_, i) => `def solve_b${i}(I):\n\tO = nothing${i}(I)\n\treturn O\n`,
  );
  const good = 'def solve_good(I):\n    O = hmirror(I)\n    return O\n';
  await bench.choose([{ name: 'many.py', text: good + bad.join('') }]);
  const message = bench.messages.getByText(
    'many.py: 1 solver added to the pool. 2,000 functions left out: line ',
  );
  await expect(message).toBeVisible();
  await page.getByRole('button', { name: 'Use only these' }).click();
  await expect(bench.pipeline.getByRole('status')).toContainText('1 solver of the pool');
});

const arc = process.env.BATT_ARC ?? '../shared/arc/agi1-training.json';

test('a published task is loaded, found and run on', async ({ page }) => {
  test.skip(!existsSync(arc), `no ${arc}: set BATT_ARC to a file of the training set`);
  const bench = new BenchPage(page);
  await bench.open();
  await bench.choose([{ name: 'agi1.json', text: readFileSync(arc) }]);
  await expect(bench.messages).toContainText('400 tasks opened from agi1.json');
  await bench.pick('67a3c6ac');
  await expect(bench.picker).toHaveValue('67a3c6ac');
  await bench.write('def solve_67a3c6ac(I):\n    O = vmirror(I)\n    return O\n');
  await expect(bench.task.getByText('exact')).toHaveCount(4);
  await bench.run.click();
  await expect(bench.pipeline.getByRole('status')).toContainText(/Solved|No solver found/, {
    timeout: 30_000,
  });
  await expect(bench.candidates.first()).toBeVisible();
  // What the user wrote is still there.
  await expect(bench.task.getByText('exact')).toHaveCount(4);
});
