import { completion } from './completion.ts';
import { counting } from './counting.ts';
import { cropping } from './cropping.ts';
import { denoising } from './denoising.ts';
import { enclosure } from './enclosure.ts';
import { motion } from './motion.ts';
import { panels } from './panels.ts';
import { rays } from './rays.ts';
import { recolouring } from './recolouring.ts';
import { scaling } from './scaling.ts';
import { selection } from './selection.ts';
import { sorting } from './sorting.ts';
import { symmetry } from './symmetry.ts';
import { tiling } from './tiling.ts';
import { THEMES, type Family, type TaskGenerator, type Theme } from './generator.ts';

export { drawPairs, drawTask, type StarterTask } from './draw.ts';
export { type Pair, type TaskGenerator, type Theme, THEMES } from './generator.ts';

const FAMILIES: Readonly<Record<Theme, Family>> = {
  symmetry,
  tiling,
  scaling,
  cropping,
  selection,
  counting,
  recolouring,
  enclosure,
  rays,
  motion,
  denoising,
  panels,
  completion,
  sorting,
};

/** Every starter task, in the order of `public/tasks/starter.json`. */
export const GENERATORS: readonly TaskGenerator[] = THEMES.flatMap((theme) =>
  Object.entries(FAMILIES[theme]).map(([id, rule]) => ({ id, theme, ...rule })),
);

/** The seed of the published tasks; another one is in `RESEEDED` where its pairs show the rule better. */
export function publishedSeed(id: string): string {
  return `starter ${RESEEDED[id] ?? 1}`;
}

const RESEEDED: Readonly<Record<string, number>> = {
  stretch_by_bar: 111, // all four sides
  leap_to_dot: 19, // slantwise leaps too
};
