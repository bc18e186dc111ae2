/** Values as plain trees, from which they are built in more than one way: what order and sets are judged by. */
import fc from 'fast-check';
import { decode } from '../../src/core/values/codec.ts';
import { Tuple, ValueSet, type Value } from '../../src/core/values/value.ts';

export type Tree = number | boolean | null | { t: Tree[] } | { s: Tree[] };

const toNoFunction = (): never => {
  throw new Error('the trees hold no functions');
};

export const decoded = (tree: Tree): Value => decode(tree, toNoFunction, toNoFunction);

/** The same value without grids and patches. */
export function general(tree: Tree): Value {
  if (typeof tree !== 'object' || tree === null) return tree;
  if ('t' in tree) return new Tuple(tree.t.map(general));
  return new ValueSet(settled(tree.s).map(general));
}

/** Ascending and distinct, of equal trees the first. */
export function settled(trees: readonly Tree[]): readonly Tree[] {
  const sorted = [...trees].sort(compareTrees);
  return sorted.filter((tree, i) => i === 0 || compareTrees(sorted[i - 1], tree) !== 0);
}

/** Canonical order by its definition. */
export function compareTrees(a: Tree, b: Tree): number {
  const rank = (tree: Tree) => (tree === null ? 0 : typeof tree !== 'object' ? 1 : 't' in tree ? 2 : 3);
  if (rank(a) !== rank(b)) return Math.sign(rank(a) - rank(b));
  if (typeof a !== 'object' || typeof b !== 'object') return Math.sign(Number(a) - Number(b));
  const items = (tree: Tree) =>
    tree === null
      ? []
      : 't' in (tree as object)
        ? (tree as { t: Tree[] }).t
        : settled((tree as { s: Tree[] }).s);
  const [left, right] = [items(a), items(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = compareTrees(left[i], right[i]);
    if (order !== 0) return order;
  }
  return Math.sign(left.length - right.length);
}

export const small = fc.integer({ min: -2, max: 3 });
const edge = fc.constantFrom(
  ...[-32769, -32768, 32767, 32768, -1025, -1024, 3071, 3072, -33, -32, 95, 96],
  ...[2 ** 30 - 1, 2 ** 30, -(2 ** 30), -(2 ** 30) - 1, 2 ** 31, -(2 ** 40), 2 ** 53 - 1],
);
const number = fc.oneof({ weight: 8, arbitrary: small }, { weight: 1, arbitrary: edge });
export const leaf: fc.Arbitrary<Tree> = fc.oneof(
  { weight: 8, arbitrary: number },
  { weight: 1, arbitrary: fc.constantFrom(true, false, null) },
);
export const index = fc.tuple(number, number).map((items): Tree => ({ t: items }));
export const colouredCell = fc.tuple(number, index).map((items): Tree => ({ t: items }));
export const grid = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([width, height]) => {
    const row = fc.array(number, { minLength: width, maxLength: width }).map((items): Tree => ({ t: items }));
    return fc.array(row, { minLength: height, maxLength: height }).map((rows): Tree => ({ t: rows }));
  });
const indices = fc.array(index, { maxLength: 6 });
const cells = fc.array(colouredCell, { maxLength: 6 });
export const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'tree' },
    leaf,
    index,
    grid,
    indices.map((s) => ({ s })),
    cells.map((s) => ({ s })),
    fc.array(tie('tree'), { maxLength: 4, depthIdentifier: 'tree' }).map((t) => ({ t })),
    fc.array(tie('tree'), { maxLength: 4, depthIdentifier: 'tree' }).map((s) => ({ s })),
  ),
}));
/** Members of two sets that are likely to overlap, often two patches. */
export const twoSets = fc.oneof(
  fc.tuple(indices, indices),
  fc.tuple(cells, cells),
  fc.tuple(cells, indices),
  fc.tuple(fc.array(leaf), fc.array(leaf)),
  fc.tuple(fc.array(tree, { maxLength: 5 }), fc.array(tree, { maxLength: 5 })),
);
