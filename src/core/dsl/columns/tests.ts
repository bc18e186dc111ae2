/** Tests and connectives on columns. */
import { canPackColour, canPackPlace, packCell, packIndex } from '../../values/pack.ts';
import { hasPacked } from '../../values/sets.ts';
import { Patch } from '../../values/value.ts';
import { Flags, Pairs, Same, type Batch, type Column, type Kernel } from './column.ts';
import { numbersIn, vectorsIn } from './read.ts';

function comparison(greater: boolean): Kernel {
  return ({ rows, meter }, [a, b]) => {
    const xs = numbersIn(a, rows);
    const ys = xs === null ? null : numbersIn(b, rows);
    if (xs === null || ys === null) return greater ? null : equalVectors(a, b, rows, meter);
    meter.burn(rows);
    const flags = new Array<boolean>(rows);
    for (let row = 0; row < rows; row++) flags[row] = greater ? xs[row] > ys[row] : xs[row] === ys[row];
    return new Flags(flags);
  };
}

function equalVectors(a: Column, b: Column, rows: number, meter: Batch['meter']): Column | null {
  if (!(a instanceof Pairs || b instanceof Pairs)) return null;
  const xs = vectorsIn(a, rows);
  const ys = xs === null ? null : vectorsIn(b, rows);
  if (xs === null || ys === null) return null;
  meter.burn(2 * rows);
  const flags = new Array<boolean>(rows);
  for (let row = 0; row < rows; row++)
    flags[row] = xs.down[row] === ys.down[row] && xs.across[row] === ys.across[row];
  return new Flags(flags);
}

/** Vectors or cells in one patch. */
function contained({ rows }: Batch, [value, container]: readonly Column[]): Column | null {
  if (!(container instanceof Same) || !(container.value instanceof Patch) || !(value instanceof Pairs))
    return null;
  const { coloured, packed } = container.value;
  const colours = coloured ? numbersIn(value.first, rows) : null;
  const places = coloured && colours !== null ? value.last : value;
  const vectors = vectorsIn(places, rows);
  if (vectors === null || coloured !== (colours !== null)) return null;
  const { down, across } = vectors;
  const flags = new Array<boolean>(rows);
  for (let row = 0; row < rows; row++) {
    if (!canPackPlace(down[row], across[row])) flags[row] = false;
    else if (colours === null) flags[row] = hasPacked(packed, packIndex(down[row], across[row]));
    else
      flags[row] =
        canPackColour(colours[row]) && hasPacked(packed, packCell(colours[row], down[row], across[row]));
  }
  return new Flags(flags);
}

function connective(pick: (a: boolean, b: boolean) => boolean): Kernel {
  return (_, [a, b]) =>
    a instanceof Flags && b instanceof Flags
      ? new Flags(a.items.map((flag, row) => pick(flag, b.items[row])))
      : null;
}

export const TESTS: readonly (readonly [string, Kernel])[] = [
  ['equality', comparison(false)],
  ['greater', comparison(true)],
  ['contained', contained],
  ['both', connective((a, b) => a && b)],
  ['either', connective((a, b) => a || b)],
  ['flip', (_, [flag]) => (flag instanceof Flags ? new Flags(flag.items.map((item) => !item)) : null)],
];
