import type { Random } from '../random.ts';
import type { Grid } from './canvas.ts';

export interface Pair {
  input: Grid;
  output: Grid;
}

/**
 * A family of pairs that follow one rule. `draw` works the output out by plain code of its own, never with the DSL; where
 * what it drew does not show the rule, or finds no room, it gives nothing and is asked again.
 */
interface Rule {
  title: string;
  /** The rule, in a sentence for people. */
  description: string;
  /** Demonstration pairs of the published task: 3 unless the rule has more cases than that. */
  train?: 3 | 4;
  /** Test pairs of the published task: 1 unless stated. */
  test?: 1 | 2;
  draw(random: Random): Pair | undefined;
}

/** The tasks of a theme by their ids: snake_case; the reference solver is called `solve_<id>`. */
export type Family = Readonly<Record<string, Rule>>;

export interface TaskGenerator extends Rule {
  id: string;
  theme: Theme;
}

export const THEMES = [
  'symmetry',
  'tiling',
  'scaling',
  'cropping',
  'selection',
  'counting',
  'recolouring',
  'enclosure',
  'rays',
  'motion',
  'denoising',
  'panels',
  'completion',
  'sorting',
] as const;

export type Theme = (typeof THEMES)[number];
