/** All that scoring programs came to, in 64 bits. */
import type { ScoreTable } from '../../src/core/engine/table.ts';
import { digitRows } from '../../src/core/values/codec.ts';
import { Grid, type Value } from '../../src/core/values/value.ts';

export interface Outcomes {
  /** The next output, by program and pair. */
  output(value: Value): void;
  /** The fingerprint of the outputs, the ends, the fuel, and what was right. */
  withTable(table: ScoreTable): string;
}

/** FNV-1a twice, with two starts. */
export function outcomes(): Outcomes {
  const state = [0x811c9dc5, 0x5bd1e995];
  const add = (text: string): void => {
    for (let i = 0; i < text.length; i++)
      for (let k = 0; k < state.length; k++) state[k] = Math.imul(state[k] ^ text.charCodeAt(i), 0x01000193);
  };
  return {
    output: (value) => add(isGrid(value) ? digitRows(value).join('/') : '-'),
    withTable({ ends, fuel, correct, match, shape }) {
      for (const column of [ends, fuel, correct, match, shape]) add(`${column.join()};`);
      return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
}

/** Of colours 0 to 9. */
function isGrid(value: Value): value is Grid {
  return value instanceof Grid && value.cells.every((cell) => cell >= 0 && cell <= 9);
}
