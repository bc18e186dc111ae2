/** A chart as a picture to take along: what is on its canvas, with its title and its key. */
import type { Chart } from '../state/chart.ts';
import { dashOf, hatchingOf, type Paints } from './paint.ts';

const MARGIN = 12;
const ROW = 20;
const SIGN = 24;
const BETWEEN = 16;

/** null where the browser makes none. */
export function pngOf(drawn: HTMLCanvasElement, chart: Chart, paints: Paints): Promise<Blob | null> {
  const scale = devicePixelRatio;
  const width = drawn.width / scale + 2 * MARGIN;
  const picture = document.createElement('canvas');
  const context = picture.getContext('2d');
  if (context === null) return Promise.resolve(null);
  context.font = `12px ${paints.font}`;
  const places = placesOf(chart, width, (text) => context.measureText(text).width);
  const rows = places.at(-1)?.row ?? 0;
  const top = MARGIN + (rows + 2) * ROW;
  picture.width = width * scale;
  picture.height = (top + drawn.height / scale + MARGIN) * scale;
  // A canvas forgets all when its size is set.
  context.scale(scale, scale);
  context.fillStyle = paints.ground;
  context.fillRect(0, 0, picture.width, picture.height);
  context.textBaseline = 'middle';
  context.fillStyle = paints.ink;
  context.font = `600 13px ${paints.font}`;
  context.fillText(chart.title, MARGIN, MARGIN + ROW / 2);
  context.font = `12px ${paints.font}`;
  chart.lines.forEach(({ name, look }, i) => {
    const y = MARGIN + (places[i].row + 1.5) * ROW;
    context.save();
    context.translate(places[i].x, y);
    drawSign(context, chart.form, look, paints, scale);
    context.restore();
    context.fillStyle = paints.ink;
    context.fillText(name, places[i].x + SIGN + 6, y);
  });
  context.drawImage(drawn, MARGIN, top, drawn.width / scale, drawn.height / scale);
  return new Promise((resolve) => picture.toBlob(resolve, 'image/png'));
}

function placesOf({ lines }: Chart, width: number, measure: (text: string) => number) {
  let [x, row] = [MARGIN, 0];
  return lines.map(({ name }) => {
    const wide = SIGN + 6 + measure(name);
    if (x > MARGIN && x + wide > width - MARGIN) [x, row] = [MARGIN, row + 1];
    const place = { x, row };
    x += wide + BETWEEN;
    return place;
  });
}

/** What a line or a part looks like, in 24 by 12 around the left middle. */
export function drawSign(
  context: CanvasRenderingContext2D,
  form: Chart['form'],
  look: number,
  paints: Paints,
  scale: number,
): void {
  if (form === 'bars') {
    context.fillStyle = hatchingOf(look, paints, scale);
    context.scale(1 / scale, 1 / scale); // a hatching is as fine as the canvas
    context.fillRect(0, -5 * scale, 14 * scale, 10 * scale);
    return;
  }
  context.strokeStyle = paints.lines[look % paints.lines.length];
  context.lineWidth = 2;
  context.setLineDash(dashOf(look));
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(SIGN, 0);
  context.stroke();
}
