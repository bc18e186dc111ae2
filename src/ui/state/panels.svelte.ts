/** How wide the panels are, in pixels, as somebody has set them: remembered in this browser. */
import type { Memory } from './memory.ts';

const PLACE = 'panels';

export const PANELS = {
  task: { min: 256, max: 1040, initial: 472 },
  list: { min: 240, max: 560, initial: 304 },
} as const;

export class Panels {
  task = $state<number>(PANELS.task.initial);
  list = $state<number>(PANELS.list.initial);
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
  }

  set(key: 'task' | 'list' | 'strip', width: number): void {
    this[key] = width;
    const { task, list, strip } = this;
    this.memory.write(PLACE, { task, list, strip });
  }
}
