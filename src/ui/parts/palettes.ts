/** The colours of grids, 0 to 9, in more than one way. Pictures of the page take them from CSS, so that all follow at once. */
import { PALETTE } from './grid-shape.ts';

export type PaletteName = 'arc' | 'safe' | 'grey';

export const PALETTE_NAMES: Readonly<Record<PaletteName, string>> = {
  arc: 'The colours of ARC',
  safe: 'Safe for colour-blind eyes',
  grey: 'Grey, with patterns',
};

/** The safe ones are those of Okabe and Ito, with a grey and a dark brown; each keeps the name that it has in ARC. */
const FLAT: Readonly<Record<PaletteName, readonly string[]>> = {
  arc: PALETTE,
  safe: [
    '#000000',
    '#0072B2',
    '#D55E00',
    '#009E73',
    '#F0E442',
    '#999999',
    '#CC79A7',
    '#E69F00',
    '#56B4E9',
    '#5B1A18',
  ],
  grey: [
    '#000000',
    '#4d4d4d',
    '#6e6e6e',
    '#b5b5b5',
    '#ffffff',
    '#8f8f8f',
    '#dcdcdc',
    '#c8c8c8',
    '#efefef',
    '#2b2b2b',
  ],
};

/** What is laid over the greys, as strokes on a field of 8 by 8; '' for a plain one. */
const MARKS = [
  '',
  'M0 2h8M0 6h8',
  'M2 0v8M6 0v8',
  'M-2 2 2-2M0 8 8 0M6 10l4-4',
  '',
  '',
  'M-2 6l4 4M0 0l8 8M6-2l4 4',
  'M0 2h8M0 6h8M2 0v8M6 0v8',
  'M1 4h2M4 1v2M5 4h2M4 5v2',
  'M2 2h1M6 6h1',
];

export interface Pattern {
  readonly id: string;
  readonly ground: string;
  readonly mark: string;
  /** Black on what is light, white on what is dark. */
  readonly ink: string;
}

const patternId = (colour: number) => `batt-pattern-${colour}`;

export const PATTERNS: readonly Pattern[] = FLAT.grey.map((ground, colour) => ({
  id: patternId(colour),
  ground,
  mark: MARKS[colour],
  ink: parseInt(ground.slice(1, 3), 16) > 120 ? '#000000' : '#ffffff',
}));

/** Without patterns, for what is too small for them. */
export function flatColours(name: PaletteName): readonly string[] {
  return FLAT[name];
}

/** Tells the page's pictures which palette is on. */
export function applyPalette(name: PaletteName, style = document.documentElement.style): void {
  PALETTE.forEach((_, colour) => {
    const fill = name === 'grey' ? `url("#${patternId(colour)}")` : FLAT[name][colour];
    if (name === 'arc') style.removeProperty(`--colour-${colour}`);
    else style.setProperty(`--colour-${colour}`, fill);
  });
}
