/** A vector as an arrow: it points where the vector leads, down for rows and right for columns. */
import type { Shape } from './drawing.ts';

export const ARROW = 24;

const INK = 'var(--ink, #1a1c1f)';
const FRAME = 'var(--line-strong, #c4c5bf)';
const REACH = 7;
const BARB = 5;

export function arrowShapes(row: number, column: number): Shape[] {
  const side = ARROW - 1;
  const middle = ARROW / 2;
  const frame = { d: `M.5 .5h${side}v${side}h${-side}z`, fill: 'none', stroke: FRAME, strokeWidth: 1 };
  const length = Math.hypot(row, column);
  if (length === 0) return [frame, { d: `M${middle - 2} ${middle - 2}h4v4h-4z`, fill: INK }];
  const angle = Math.atan2(row, column);
  const from = point(middle, -REACH, angle);
  const [x, y] = point(middle, REACH, angle);
  const barbs = [angle + 0.6, angle - 0.6].map(
    (turned) => `M${x} ${y}L${round(x - BARB * Math.cos(turned))} ${round(y - BARB * Math.sin(turned))}`,
  );
  const d = `M${from.join(' ')}L${x} ${y}${barbs.join('')}`;
  return [frame, { d, fill: 'none', stroke: INK, strokeWidth: 1.5 }];
}

function point(middle: number, reach: number, angle: number): [number, number] {
  return [round(middle + reach * Math.cos(angle)), round(middle + reach * Math.sin(angle))];
}

const round = (value: number) => Math.round(value * 100) / 100;
