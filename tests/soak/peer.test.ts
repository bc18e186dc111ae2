/**
 * Random programs, the engine against arc-dsl under CPython; `npm run soak -- --peer DIR` names a checkout of it. Where both
 * differ, CPython is asked again with sets that iterate in canonical order; a difference that stays is a fault.
 */
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { Encoded } from '../../src/core/values/codec.ts';
import { caseOfProgram } from '../recorded/cases.ts';
import { drawPrograms } from '../recorded/harvest.ts';
import { askPython } from '../recorded/python.ts';
import { Tally } from '../recorded/tally.ts';
import { rounds, SOAK_SEED, tell } from '../support/soak.ts';

/** The rows of a grid, True being 1; null for anything else. */
function rowsOf(value: Encoded | undefined): string[] | null {
  if (typeof value !== 'object' || value === null || !('t' in value)) return null;
  const rows = value.t.map((row) =>
    typeof row === 'object' && row !== null && 't' in row && row.t.every((cell) => typeof cell !== 'object')
      ? row.t.map(Number).join('')
      : null,
  );
  return rows.every((row) => row !== null) ? rows : null;
}

const PEER = process.env.BATT_PEER;

test.skipIf(PEER === undefined)('random programs under CPython (with --peer)', { timeout: 1e9 }, () => {
  const folder = resolve(PEER ?? '');
  const count = rounds(500, 5000);
  const cases = drawPrograms(count, `${SOAK_SEED}/peer`).map(caseOfProgram);
  const { python, ends } = askPython(folder, cases);
  const tally = new Tally();
  const open = cases.flatMap((one, i) => {
    tally.alike(ends[i], one.ours);
    return Tally.differ(ends[i], one.ours) ? [{ one, theirs: ends[i] }] : [];
  });
  const { ends: inOrder, values } = askPython(
    folder,
    open.map(({ one }) => one),
    'ordered',
  );
  open.forEach(({ one, theirs }, i) => {
    const { ours } = one;
    const end = inOrder[i];
    const isNoGrid = typeof end === 'object' && end.value === 'nongrid' && typeof ours === 'object';
    if (isNoGrid && isDeepStrictEqual(ours.value, rowsOf(values[i]))) tally.asBooleans();
    else tally.explain(one.about, theirs, ours, end);
  });
  tell('programs under CPython', {
    python,
    programs: cases.length,
    ends: tally.text(),
    unexplained: tally.unexplained.length,
  });
  expect(tally.unexplained.slice(0, 5)).toEqual([]);
});
