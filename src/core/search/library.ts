/** All macros together, with the costs that experience gives them. */
import type { Uses } from './learned.ts';
import { familyMacros } from './macro-families.ts';
import type { MacroSpec } from './macro-spec.ts';
import { oneHoleMacros, twoHoleMacros } from './macro-table.ts';
import { patternMacros } from './patterns.ts';

/** Uses from which a macro counts as a common one. */
const COMMON = 4;

/** The cost as experience has it: common macros come sooner, those that no answer needed so far later. */
function learnedCost({ text, cost }: MacroSpec, known: Uses): number {
  const uses = known[text] ?? 0;
  if (uses >= COMMON) return Math.max(1, cost - 1);
  return uses === 0 ? cost + 1 : cost;
}

/** Each expression once for each type, at its least cost: `vmirror(x)` is a step for grids, objects and index sets. */
function distinct(specs: readonly MacroSpec[]): readonly MacroSpec[] {
  const best = new Map<string, MacroSpec>();
  for (const spec of specs) {
    const key = `${spec.type} ${spec.text}`;
    const before = best.get(key);
    if (before === undefined || spec.cost < before.cost) best.set(key, spec);
  }
  return [...best.values()];
}

/** All macros, those of one hole first. */
export const MACROS: readonly MacroSpec[] = distinct([
  ...oneHoleMacros(),
  ...familyMacros(),
  ...patternMacros(),
  ...twoHoleMacros(),
]);

/** The macros with the costs that experience gives them. */
export const macrosBy = (uses: Uses): MacroSpec[] =>
  MACROS.map((spec) => ({ ...spec, cost: learnedCost(spec, uses) }));

/** The greatest cost of a state that a macro from one type to another still starts from. */
export const LATEST_START: Readonly<Record<string, number>> = {
  'G>G': 6,
  'G>S': 5,
  'G>P': 5,
  'G>L': 5,
  'G>O': 4,
  'G>C': 4,
  'G>N': 4,
  'S>S': 4,
  'P>P': 5,
  'O>O': 5,
  'N>N': 4,
};
