/** How wide the panels are, in pixels, as somebody has set them: remembered in this browser. */
import type { Memory } from './memory.ts';

const PLACE = 'panels';

export const PANELS = {
  task: { min: 256, max: 1040, initial: 472 },
  list: { min: 240, max: 560, initial: 304 },
} as const;

/** Panels that fold up: the list to its edge, the pipeline to its title. */
const FOLDABLE = ['list', 'pipeline'] as const;
export type Foldable = (typeof FOLDABLE)[number];

/** So much is for the solver, the list and what lies between as long as nobody has set a width (pixels). */
const BESIDE = 808;

/** The width of the task in a window so wide, in pixels. */
export function firstWidth(window: number): number {
  const { min, initial } = PANELS.task;
  return Math.max(min, Math.min(initial, window - BESIDE));
}

export class Panels {
  task = $state<number>(firstWidth(globalThis.innerWidth ?? Infinity));
  list = $state<number>(PANELS.list.initial);
  /** What is folded up, to make room for the rest. */
  folded = $state<Record<Foldable, boolean>>({ list: false, pipeline: false });
  /** Charts of the run, below its funnel. */
  charts = $state(false);
  /** Of the filmstrip; null as long as nobody has set it. */
  strip = $state<number | null>(null);

  private readonly memory: Memory;

  constructor(memory: Memory) {
    this.memory = memory;
    const kept = memory.read(PLACE);
    for (const key of ['task', 'list'] as const) {
      const [value, { min, max }] = [kept[key], PANELS[key]];
      if (typeof value === 'number' && value >= min && value <= max) this[key] = value;
    }
    if (typeof kept.strip === 'number' && kept.strip > 0) this.strip = kept.strip;
    this.charts = kept.charts === true;
    const { folded } = kept;
    for (const key of FOLDABLE) this.folded[key] = Array.isArray(folded) && folded.includes(key);
  }

  set(key: 'task' | 'list' | 'strip', width: number): void {
    this[key] = width;
    this.keep();
  }

  fold(key: Foldable): void {
    this.folded[key] = !this.folded[key];
    this.keep();
  }

  toggleCharts(): void {
    this.charts = !this.charts;
    this.keep();
  }

  private keep(): void {
    const { task, list, strip, charts } = this;
    const folded = FOLDABLE.filter((key) => this.folded[key]);
    this.memory.write(PLACE, { task, list, strip, charts, folded });
  }
}
