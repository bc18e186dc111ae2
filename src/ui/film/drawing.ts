/** Values as shapes: one description for the page (Picture.svelte), and for hovers and files (`svgOf`). */
import { groupBy } from '../../core/group.ts';
import type { GridPicture, GridRows, PatchPicture, Picture } from '../../protocol/index.ts';
import { FILLS, LINED, fillsOf, linesOf } from '../parts/grid-shape.ts';
import { arrowShapes, ARROW } from './arrow.ts';
import { cellsOf, edgeOf, frameOf, squaresOf, type Cell } from './cells.ts';

export interface Shape {
  readonly d: string;
  readonly fill: string;
  readonly opacity?: number;
  /** Scale and shift of the path, in the terms of SVG. */
  readonly at?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

const LARGEST = 16;
/** The colours have fallbacks: a picture in a hover or in a file knows no style sheet. */
const GROUND = 'var(--film-ground, #d9dad6)';
const LINE = 'var(--grid-line, #808080)';
const INDEX = 'var(--film-index, #ffffff)';
const EDGE = 'var(--film-edge, #15171a)';

/** In a square box of so many pixels; null where there is nothing to see but text. */
export function drawValue(picture: Picture, box: number, input: GridRows | null): Drawing | null {
  switch (picture.kind) {
    case 'grid':
      return picture.colours && picture.width > 0 && picture.rows.length > 0 ? drawGrid(picture, box) : null;
    case 'object':
    case 'indices':
      return drawPatches([picture], box, input);
    case 'objects':
      return drawPatches(picture.patches, box, input);
    case 'cell': {
      const { colour, row, column } = picture;
      return drawPatches([{ kind: 'object', cells: [colour, row, column], count: 1, left: 0 }], box, input);
    }
    case 'vector':
      return { width: ARROW, height: ARROW, shapes: arrowShapes(picture.row, picture.column) };
    default:
      return null;
  }
}

function drawGrid({ rows }: Pick<GridPicture, 'rows'>, box: number): Drawing {
  const height = rows.length;
  const width = rows[0].length;
  const cell = cellSize(height, width, box);
  const lined = cell >= LINED;
  const at = `scale(${cell})`;
  const shapes: Shape[] = fillsOf(rows).map(({ colour, path }) => ({ d: path, fill: FILLS[colour], at }));
  if (lined) shapes.push({ d: linesOf(height, width, cell), fill: LINE });
  const extra = lined ? 1 : 0;
  return { width: Math.ceil(width * cell) + extra, height: Math.ceil(height * cell) + extra, shapes };
}

function cellSize(height: number, width: number, box: number): number {
  const exact = (box - 1) / Math.max(height, width);
  if (exact >= 1) return Math.min(LARGEST, Math.floor(exact));
  return Math.max(0.125, Math.floor(exact * 8) / 8);
}

/** Patches where they lie on the dimmed input; what lies outside of it makes the picture larger. */
function drawPatches(patches: readonly PatchPicture[], box: number, input: GridRows | null): Drawing {
  const groups = patches.map(cellsOf);
  const cells = groups.flat();
  const frame = frameOf(cells, input);
  const cell = cellSize(frame.height, frame.width, box);
  const at = `scale(${cell}) translate(${-frame.left} ${-frame.top})`;
  const shapes: Shape[] = [ground(frame.left, frame.top, frame.height, frame.width, at)];
  if (input) {
    for (const { colour, path } of fillsOf(input))
      shapes.push({ d: path, fill: FILLS[colour], opacity: 0.2, at });
  }
  const seen = cells.filter(({ row, column }) => frame.holds(row, column));
  for (const [fill, group] of byFill(seen)) shapes.push({ d: squaresOf(group), fill, at });
  const lined = cell >= LINED;
  if (lined) shapes.push({ d: linesOf(frame.height, frame.width, cell), fill: LINE, opacity: 0.6 });
  // Each patch has an edge of its own, so that neighbours are told apart.
  const edge = cell >= LINED ? 1.5 : cell >= 2 ? 0.75 : 0;
  for (const group of edge > 0 ? groups : [])
    shapes.push({ d: edgeOf(group), fill: 'none', stroke: EDGE, strokeWidth: edge / cell, at });
  const extra = lined ? 1 : 0;
  return {
    width: Math.ceil(frame.width * cell) + extra,
    height: Math.ceil(frame.height * cell) + extra,
    shapes,
  };
}

function ground(left: number, top: number, height: number, width: number, at: string): Shape {
  return { d: `M${left} ${top}h${width}v${height}h${-width}z`, fill: GROUND, at };
}

function byFill(cells: readonly Cell[]): Map<string, Cell[]> {
  return groupBy(cells, ({ colour }) => (colour === null ? INDEX : (FILLS[colour] ?? INDEX)));
}

/** The drawing as a file of its own. */
export function svgOf(drawing: Drawing): string {
  const { width, height } = drawing;
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} shape-rendering="crispEdges">${pathsOf(drawing)}</svg>`;
}

/** What is in the file. */
export function pathsOf({ shapes }: Drawing): string {
  return shapes
    .map(({ d, fill, opacity, at, stroke, strokeWidth }) => {
      const more = [
        at ? ` transform="${at}"` : '',
        opacity === undefined ? '' : ` opacity="${opacity}"`,
        stroke ? ` stroke="${plain(stroke)}" stroke-width="${strokeWidth}"` : '',
      ].join('');
      return `<path d="${d}" fill="${plain(fill)}"${more}/>`;
    })
    .join('');
}

/** Takes the fallback of a variable. */
function plain(colour: string): string {
  return /^var\([^,]+, (.*)\)$/.exec(colour)?.[1] ?? colour;
}
