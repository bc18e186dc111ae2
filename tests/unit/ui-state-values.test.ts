import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Film, FilmAnswer, FilmRequest } from '../../src/protocol/index.ts';
import { Thumbs, type ThumbSource } from '../../src/ui/state/thumbs.ts';
import { Values } from '../../src/ui/state/values.svelte.ts';
import { asked, pairResult, TASK } from '../support/page.ts';

function filmed() {
  const films = asked<FilmRequest, FilmAnswer>();
  const values = new Values({ film: films.ask }, TASK, { beside: (task) => task });
  const answer = async (at: number, why = '') => {
    const { request } = films.open[at];
    const pairs = request.pairs ?? [];
    const frame = { shown: { kind: 'fault', why: request.source } };
    const film = {
      pairs: pairs.map((pair) => ({ pair })),
      lines: [{ name: 'x1', frames: pairs.map(() => frame) }],
    } as unknown as Film;
    films.open[at].answer({ ok: true, value: why ? { ok: false, why } : { ok: true, film } });
    await vi.advanceTimersByTimeAsync(0);
  };
  const requests = () => films.open.map(({ request }) => `${request.source} ${request.pairs?.join()}`);
  return { values, answer, requests };
}

describe('the filmstrip', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const scene = (source: string, pair = 0) => ({ source, fuel: 1, pair });

  test('is made of the pair looked at first, and of all soon after', async () => {
    const { values, answer, requests } = filmed();
    values.show(scene('a'));
    await answer(0);
    expect([values.placeOf(0), values.placeOf(1), values.stale]).toEqual([0, -1, false]);
    await vi.advanceTimersByTimeAsync(500);
    expect(requests()).toEqual(['a 0', 'a 0,1']);
    await answer(1);
    values.show(scene('a', 1)); // is there already
    expect([requests().length, values.placeOf(1)]).toEqual([2, 1]);
  });

  test('of an older text is dropped, and stays where the new one has none', async () => {
    const { values, answer } = filmed();
    values.show(scene('a'));
    values.show(scene('ab'));
    await answer(1);
    await answer(0);
    expect(values.source).toBe('ab');
    values.show(scene('ab('));
    await answer(2, 'a name is expected');
    expect([values.source, values.why, values.stale, values.faded]).toEqual([
      ...['ab', 'a name is expected'],
      ...[true, true],
    ]);
    expect(values.frameOf('x1', 0)).toBeNull();
    values.show(scene('  '));
    expect([values.film, values.why]).toEqual([null, '']);
  });

  test('is made again with a choice, which goes with the text that it was for', async () => {
    const { values, answer, requests } = filmed();
    values.show(scene('a'));
    await answer(0);
    const choice = { line: 0, pair: 0, ordinal: 0, pick: 1 };
    values.swap(choice);
    values.swap({ ...choice, pick: 2 });
    expect([values.choices, requests().length]).toEqual([[{ ...choice, pick: 2 }], 3]);
    values.swap({ ...choice, pick: 0 });
    expect(values.choices).toEqual([]);
    values.swap(choice);
    values.show(scene('b'));
    expect(values.choices).toEqual([]);
  });

  test.each([
    [4, ''],
    [20, 'x1'],
    [40, 'return'],
  ])('follows the cursor: at %i on %j', (offset, name) => {
    const { values } = filmed();
    values.follow('def solve_a(I):\n    x1 = vmirror(I)\n    return x1\n', offset);
    expect(values.active).toBe(name);
  });
});

describe('thumbnails', () => {
  const input = [[1]];
  const wish = (hash: string, on = input) => ({
    hash,
    code: new Int32Array([Number(hash)]),
    input: on,
    output: null,
    score: undefined,
    fuel: 1,
  });

  test('are asked for in small batches, the newest first, and once', async () => {
    const batches: number[][] = [];
    const thumbs = new Thumbs({
      outputs({ programs }) {
        batches.push(programs.map(([n]) => n));
        return Promise.resolve({ ok: true, value: programs.map(([n]) => [[n]]) });
      },
    });
    const all = Array.from({ length: 10 }, (_, n) => thumbs.get(wish(String(n))));
    expect(thumbs.get(wish('3'))).toBe(all[3]);
    const elsewhere = thumbs.get(wish('3', [[2]]));
    expect(await Promise.all([...all, elsewhere])).toEqual([...Array(10).keys(), 3].map((n) => [[n]]));
    expect(batches).toEqual([[3], [2, 3, 4, 5, 6, 7, 8, 9], [0, 1]]);
  });

  test('are not asked for where the run has told what comes out', async () => {
    const thumbs = new Thumbs({ outputs: () => Promise.reject(new Error('asked')) });
    const output = [[7]];
    expect(await thumbs.get({ ...wish('1'), output, score: pairResult() })).toBe(output);
    const failed = pairResult({ end: 'error', match: false });
    expect(await thumbs.get({ ...wish('2'), output, score: failed })).toBeNull();
  });

  test('are none where there is no answer, and are asked for again', async () => {
    const outputs = vi
      .fn<ThumbSource['outputs']>(async () => ({ ok: true, value: [[[1]]] }))
      .mockResolvedValueOnce({ ok: false, tag: 'stopped', why: '' });
    const thumbs = new Thumbs({ outputs });
    expect(await thumbs.get(wish('1'))).toBeNull();
    await vi.waitFor(async () => expect(await thumbs.get(wish('1'))).toEqual([[1]]));
  });
});
