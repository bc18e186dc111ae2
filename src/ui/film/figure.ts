/** The value of a line as a picture for a paper: large, plain, with the colours of a white page. */
import type { GridRows, Picture } from '../../protocol/index.ts';
import { drawValue, pathsOf, type Drawing } from './drawing.ts';
import { membersOf } from './words.ts';

/** So that the largest grid has cells of 16. */
const BOX = 16 * 30 + 1;
const MEMBER = 8 * 30 + 1;
const GAP = 16;
/** So that no edge is cut in half. */
const MARGIN = 2;
/** Members beyond this begin another row. */
const WIDEST = 800;

/** As SVG; '' where there is nothing to see but text. */
export function valueSvg(picture: Picture, input: GridRows | null): string {
  const whole = drawValue(picture, BOX, input);
  if (whole) return sheetOf([whole]);
  const members = membersOf(picture).flatMap((member) => drawValue(member, MEMBER, input) ?? []);
  return members.length === 0 ? '' : sheetOf(members);
}

/** Side by side, in as many rows as it takes. */
function sheetOf(drawings: readonly Drawing[]): string {
  const parts: string[] = [];
  let [x, y, tallest, width] = [MARGIN, MARGIN, 0, 0];
  for (const drawing of drawings) {
    if (x > MARGIN && x + drawing.width > WIDEST) [x, y, tallest] = [MARGIN, y + tallest + GAP, 0];
    parts.push(`<g transform="translate(${x} ${y})">${pathsOf(drawing)}</g>`);
    width = Math.max(width, x + drawing.width + MARGIN);
    tallest = Math.max(tallest, drawing.height);
    x += drawing.width + GAP;
  }
  const height = y + tallest + MARGIN;
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} shape-rendering="crispEdges">${parts.join('')}</svg>`;
}
