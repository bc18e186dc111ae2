/**
 * A tab that is killed in the middle of an import: its unfinished transactions come to nothing, and the next tab finds
 * whatever was said to be kept, whole.
 */
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { sharing } from '../../src/core/inspection/sharing.ts';
import { Random } from '../../src/core/random.ts';
import { importSolvers, type ImportHelp } from '../../src/host/library/import.ts';
import { KilledTab } from '../support/killed-tab.ts';
import { freshLibraries, own } from '../support/library.ts';
import { rounds, SOAK_SEED, tell } from '../support/soak.ts';

const open = freshLibraries();
const help: ImportHelp = {
  digest: async (source) => ({ ok: true, value: sharing.digest(source) }),
  score: async (source, name) => {
    const score = { matched: 2, pairs: 3, accuracy: 0.75 };
    return { ok: true, value: { ...own(name), score, cost: source.length, dataset: 'a set' } };
  },
  now: () => 1_700_000_000_000,
};

/** Solvers of different bodies, each for a task of its own. */
function file(count: number): string {
  return Array.from({ length: count }, (_, n) => {
    const names = Array.from({ length: 8 }, (_bit, i) => ((n >> i) & 1 ? 'vmirror' : 'rot90'));
    const lines = names.map((name, i) => `    x${i + 1} = ${name}(${i === 0 ? 'I' : `x${i}`})\n`);
    return `def solve_t${n}(I):\n${lines.join('')}    return x8\n`;
  }).join('\n');
}

afterEach(() => vi.restoreAllMocks());

test('nothing that was said to be kept is lost', { timeout: 1e9 }, async () => {
  const random = new Random(`${SOAK_SEED}/storage`);
  const kills = rounds(8, 400);
  let [kept, inTheMiddle] = [0, 0];
  for (let round = 0; round < kills; round++) {
    globalThis.indexedDB = new IDBFactory();
    const tab = new KilledTab();
    const library = await open();
    const { add } = library;
    const said: string[] = [];
    library.add = async (solver) => {
      const answer = await add.call(library, solver);
      if (!tab.killed) said.push(solver.task);
      return answer;
    };
    const importing = importSolvers(library, file(40), help, { origin: 'x' }).catch(() => null);
    const turns = random.int(0, 150);
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
    if (tab.kill() > 0) inTheMiddle++;
    await importing;
    library.close();
    vi.restoreAllMocks();

    const next = await open();
    for (const task of said) {
      const [found, ...others] = await next.solversOf(own(task));
      expect(found, `${task} of ${said.length} in round ${round}`).toMatchObject({
        task,
        origin: 'x',
        length: 8,
      });
      expect(others).toEqual([]);
    }
    kept += said.length;
    // What is imported again is known, and the rest comes.
    const again = await importSolvers(next, file(40), help, { origin: 'x' });
    expect(again).toMatchObject({ faulty: [], worse: 0, better: 0 });
    expect(again.new + again.equal).toBe(40);
    expect(again.equal).toBeGreaterThanOrEqual(said.length);
    next.close();
  }
  tell('tabs killed while importing', { kills, inTheMiddle, kept });
  expect([kept > kills, inTheMiddle > kills / 10]).toEqual([true, true]);
});
