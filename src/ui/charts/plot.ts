/** uPlot, and only here: draws a chart, and tells over which place the pointer is. */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Chart } from '../state/chart.ts';
import { dashOf, hatchingOf, type Paints } from './paint.ts';

const HEIGHT = 144;
/** Above what is the most there can be, so that a line up there is whole. */
const ROOM = 1.04;

export class Plot {
  private readonly host: HTMLElement;
  private readonly paints: Paints;
  private readonly plot: uPlot;
  /** What is drawn now: axes ask it how to write their places. */
  private chart: Chart;

  /** `onpoint` hears the place that is pointed at, null for none. */
  constructor(host: HTMLElement, chart: Chart, paints: Paints, onpoint: (place: number | null) => void) {
    this.host = host;
    this.chart = chart;
    this.paints = paints;
    this.plot = new uPlot(
      {
        width: this.width,
        height: HEIGHT,
        padding: [8, 18, 0, 0],
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
        scales: { x: { time: false, range: this.rangeAcross }, y: { range: this.rangeUp } },
        axes: this.axes,
        series: [{}, ...this.drawn.map((line) => this.seriesOf(line.look))],
        hooks: { setCursor: [({ cursor }) => onpoint(cursor.idx ?? null)] },
      },
      this.data,
      host,
    );
  }

  get canvas(): HTMLCanvasElement {
    return this.plot.ctx.canvas;
  }

  /** Shows another chart of the same lines. */
  show(chart: Chart): void {
    this.chart = chart;
    this.plot.setData(this.data);
  }

  /** Takes the width that there is. */
  fit(): void {
    if (this.width !== this.plot.width) this.plot.setSize({ width: this.width, height: HEIGHT });
  }

  dispose(): void {
    this.plot.destroy();
  }

  private get width(): number {
    return Math.max(120, this.host.clientWidth);
  }

  /** Parts of a sum are drawn from the whole down, each over the one before. */
  private get drawn() {
    const { form, lines } = this.chart;
    return form === 'bars' ? lines.toReversed() : lines;
  }

  private get data(): uPlot.AlignedData {
    const { form, lines, across } = this.chart;
    const upTo = (last: number) =>
      across.places.map((_, i) =>
        lines.slice(0, last + 1).reduce((sum, { values }) => sum + (values[i] ?? 0), 0),
      );
    const values =
      form === 'bars'
        ? lines.map((_, last) => upTo(last)).toReversed()
        : lines.map((line) => [...line.values]);
    return [[...across.places], ...values];
  }

  private readonly rangeAcross = (_plot: uPlot, least: number, most: number): [number, number] => {
    if (this.chart.form === 'bars') return [0.5, Math.max(1, most || 1) + 0.5];
    return [least || 0, Math.max(most || 0, (least || 0) + 0.1)];
  };

  private readonly rangeUp = (_plot: uPlot, _least: number, most: number): [number, number] => [
    0,
    (this.chart.up.most ?? Math.max(most || 0, Number.EPSILON)) * ROOM,
  ];

  private get axes(): uPlot.Axis[] {
    const { paints } = this;
    const line = { stroke: paints.grid, width: 1, dash: [2, 3] };
    const look = { stroke: paints.mute, font: `11px ${paints.font}`, ticks: { show: false }, grid: line };
    const { form, up } = this.chart;
    return [
      {
        ...look,
        size: 26,
        gap: 7,
        grid: { show: false },
        border: { show: true, ...line },
        space: 48,
        ...(form === 'bars' ? { incrs: [1, 2, 5, 10, 20, 50] } : {}),
        values: (_plot, places) => places.map((place) => this.chart.across.text(place)),
      },
      {
        ...look,
        gap: 6,
        space: 28,
        size: (_plot, texts) => 14 + 6.5 * Math.max(0, ...(texts ?? []).map((text) => text.length)),
        values: (_plot, values) => values.map((value) => this.chart.up.text(value)),
        ...(up.most === null ? {} : { splits: [0, 0.25, 0.5, 0.75, 1].map((part) => part * (up.most ?? 1)) }),
      },
    ];
  }

  private seriesOf(look: number): uPlot.Series {
    const { paints, chart } = this;
    const colour = paints.lines[look % paints.lines.length];
    const { stepped, bars } = uPlot.paths;
    if (chart.form === 'bars')
      return {
        stroke: paints.ground,
        width: 1,
        fill: () => hatchingOf(look, paints, devicePixelRatio),
        paths: bars?.({ size: [0.7, 56] }),
        points: { show: false },
      };
    return {
      stroke: colour,
      width: 2,
      dash: dashOf(look),
      points: { show: false },
      ...(chart.form === 'steps' ? { paths: stepped?.({ align: 1 }) } : {}),
    };
  }
}
