/** What charts are painted with: the colours of the theme, and for each line a dash and a hatching of its own. */

/** Colours as a canvas takes them. */
export interface Paints {
  readonly ink: string;
  readonly mute: string;
  readonly grid: string;
  readonly ground: string;
  readonly lines: readonly string[];
  readonly font: string;
}

const LINES = 6;

/** Reads the colours that an element sees. They are right until the theme changes. */
export function paintsOf(element: HTMLElement): Paints {
  const probe = element.appendChild(document.createElement('i'));
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const paints = {
    ink: colour('chart-ink'),
    mute: colour('chart-mute'),
    grid: colour('chart-grid'),
    ground: colour('chart-ground'),
    lines: Array.from({ length: LINES }, (_, i) => colour(`chart-${i + 1}`)),
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return paints;
}

/** Lines by their place: no two of them look alike where colours do. */
const DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 3, 2, 3], [4, 2], [12, 5]];

export function dashOf(look: number): number[] {
  return [...DASHES[look % DASHES.length]];
}

const TILE = 6;

/** Strokes of a hatching on a tile, from corner to corner so that tiles fit; none is a plain area. */
const HATCHINGS = [
  '',
  'M0 6 6 0M-1 1 1-1M5 7 7 5',
  'M3 0V6',
  'M0 0 6 6M-1 5 1 7M5-1 7 1',
  'M0 3H6',
  'M3 0V6M0 3H6',
];

/** The filling of a part, opaque; `scale` is that of the canvas. */
export function hatchingOf(look: number, paints: Paints, scale: number): CanvasPattern | string {
  const colour = paints.lines[look % LINES];
  const strokes = HATCHINGS[look % HATCHINGS.length];
  const tile = document.createElement('canvas');
  tile.width = tile.height = Math.round(TILE * scale);
  const context = tile.getContext('2d');
  if (strokes === '' || context === null) return colour;
  context.scale(tile.width / TILE, tile.width / TILE);
  context.fillStyle = colour;
  context.fillRect(0, 0, TILE, TILE);
  context.strokeStyle = paints.ground;
  context.lineWidth = 1.5;
  context.stroke(new Path2D(strokes));
  return context.createPattern(tile, 'repeat') ?? colour;
}
