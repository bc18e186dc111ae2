/** Common shapes of solvers, to be filled in. */

export interface Shape {
  readonly label: string;
  readonly doc: string;
  /** `$x1`, `$x2` … stand for fresh variables and `$I` for the grid; `${1:size}` is a place to fill in. */
  readonly lines: readonly string[];
}

/** Lines that go into a solver. */
export const SHAPES: readonly Shape[] = [
  {
    label: 'filter, then paint',
    doc: 'Keeps the objects for which a condition holds and paints them in one colour.',
    lines: [
      '$x1 = objects($I, T, F, T)',
      '$x2 = sfilter($x1, ${1:square})',
      '$x3 = merge($x2)',
      '$x4 = fill($I, ${2:THREE}, $x3)',
    ],
  },
  {
    label: 'objects, pick the largest',
    doc: 'Finds the objects and cuts out the one with the most cells.',
    lines: [
      '$x1 = objects($I, ${1:T}, ${2:F}, ${3:T})',
      '$x2 = argmax($x1, ${4:size})',
      '$x3 = subgrid($x2, $I)',
    ],
  },
  {
    label: 'split, then overlay',
    doc: 'Cuts the grid into two halves and keeps the cells that agree.',
    lines: ['$x1 = lefthalf($I)', '$x2 = righthalf($I)', '$x3 = cellwise($x1, $x2, ${1:ZERO})'],
  },
  {
    label: 'recolour by a condition',
    doc: 'Gives every object that meets a condition a colour of its own.',
    lines: [
      '$x1 = objects($I, T, F, T)',
      '$x2 = mfilter($x1, matcher(${1:size}, ${2:ONE}))',
      '$x3 = recolor(${3:TWO}, $x2)',
      '$x4 = paint($I, $x3)',
    ],
  },
  {
    label: 'extend each cell',
    doc: 'Draws a line through every cell of a colour.',
    lines: [
      '$x1 = ofcolor($I, ${1:TWO})',
      '$x2 = mapply(${2:hfrontier}, $x1)',
      '$x3 = underfill($I, ${1:TWO}, $x2)',
    ],
  },
  {
    label: 'mirror and join',
    doc: 'Puts the grid beside its mirror image.',
    lines: ['$x1 = ${1:vmirror}($I)', '$x2 = ${2:hconcat}($I, $x1)'],
  },
];

export const SKELETON: Shape = {
  label: 'new solver',
  doc: 'A function from grid to grid.',
  lines: ['def solve_${1:name}(I):', '    O = ${2:vmirror(I)}', '    return O'],
};

/** How many fresh variables a shape needs. */
export function freshIn({ lines }: Shape): number {
  return Math.max(0, ...lines.flatMap((line) => [...line.matchAll(/\$x(\d)/g)].map(([, n]) => Number(n))));
}

/** The text of a shape as a snippet. */
export function fillIn({ lines }: Shape, fresh: readonly string[], grid: string): string {
  return lines
    .join('\n')
    .replace(/\$x(\d)/g, (_, n: string) => fresh[Number(n) - 1])
    .replaceAll('$I', grid);
}
