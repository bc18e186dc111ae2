/** Grids as figures for papers and slides: SVG, and PNG drawn from it. */
import type { GridRows } from '../../protocol/index.ts';
import { PALETTE, fillsOf, linesOf } from '../parts/grid-shape.ts';

export interface FigureRow {
  readonly caption: string;
  readonly grids: readonly { readonly name: string; readonly rows: GridRows | null }[];
}

const MARGIN = 8;
const GAP = 24;
const CAPTION = 22;
/** The colours of the lines are those of the page, on white and on black alike. */
const LINE = 'rgb(128,128,128)';
const INK = '#1a1c1f';

/** Side by side and one under another, an arrow from each grid to the next. `cell` in units of the figure. */
export function figureSvg(rows: readonly FigureRow[], cell: number): string {
  const parts: string[] = [];
  let [y, width] = [MARGIN, 0];
  for (const { caption, grids } of rows) {
    let x = MARGIN;
    const height = Math.max(...grids.map(({ rows: grid }) => (grid ? grid.length * cell + 1 : cell * 3)));
    if (caption !== '') {
      parts.push(
        `<text x="${x}" y="${y + 14}" font-family="sans-serif" font-size="13" fill="${INK}">${escaped(caption)}</text>`,
      );
      y += CAPTION;
      width = Math.max(width, x + caption.length * 8);
    }
    grids.forEach(({ name, rows: grid }, i) => {
      if (i > 0) {
        const middle = y + height / 2;
        parts.push(
          `<path d="M${x - GAP + 4} ${middle}h${GAP - 10}m-5 -4l5 4l-5 4" fill="none" stroke="${LINE}" stroke-width="1.5"/>`,
        );
      }
      if (grid === null) {
        parts.push(
          `<text x="${x + cell}" y="${y + height / 2 + 5}" font-family="sans-serif" font-size="16" fill="${LINE}">?</text>`,
        );
        x += cell * 3 + GAP;
        return;
      }
      const top = y + Math.floor((height - grid.length * cell - 1) / 2);
      parts.push(
        `<g transform="translate(${x} ${top})"><title>${escaped(name)}</title>${gridSvg(grid, cell)}</g>`,
      );
      x += grid[0].length * cell + 1 + GAP;
    });
    width = Math.max(width, x - GAP);
    y += height + GAP;
  }
  const [w, h] = [width + MARGIN, y - GAP + MARGIN];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">` +
    `${parts.join('')}</svg>\n`
  );
}

function gridSvg(rows: GridRows, cell: number): string {
  const fills = fillsOf(rows)
    .map(({ colour, path }) => `<path d="${path}" fill="${PALETTE[colour]}"/>`)
    .join('');
  const lines = linesOf(rows.length, rows[0].length, cell);
  return (
    `<g transform="scale(${cell})" shape-rendering="crispEdges">${fills}</g>` +
    `<path d="${lines}" fill="${LINE}" shape-rendering="crispEdges"/>`
  );
}

/** `scale` pixels for each unit. Rejects where the browser cannot draw it. */
export async function figurePng(svg: string, scale: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))),
      'image/png',
    ),
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
