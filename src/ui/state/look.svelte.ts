/** How grids and the page look: a matter of who looks, remembered in this browser. */
import { getContext, setContext } from 'svelte';
import type { LookWish } from '../../host/share/address.ts';
import { applyPalette, flatColours, PALETTE_NAMES, type PaletteName } from '../parts/palettes.ts';
import { ANSWERS, type Answers } from './answers.ts';
import type { Memory } from './memory.ts';
import { setTheme, type Theme } from './theme.ts';

const PLACE = 'look';
const CONTEXT = Symbol('look');

interface Kept {
  readonly digits: boolean;
  readonly palette: PaletteName;
  readonly theme: Theme;
  readonly answers: Answers;
}

export class Look {
  /** Colours as digits, too, where cells have room for them. */
  digits = $state(false);
  palette = $state<PaletteName>('arc');
  theme = $state<Theme>('system');
  answers = $state<Answers>('others');
  /** For swatches and thumbnails, which have no room for patterns. */
  flat = $derived(flatColours(this.palette));

  private readonly memory: Memory;

  /** @param wish what the address asks for; where it asks for anything, nothing of it is remembered */
  constructor(memory: Memory, wish: LookWish | null) {
    this.memory = memory;
    const kept = { ...memory.read(PLACE), ...wish } as Partial<Kept>;
    this.digits = kept.digits === true;
    if (kept.palette !== undefined && kept.palette in PALETTE_NAMES) this.palette = kept.palette;
    if (kept.answers !== undefined && kept.answers in ANSWERS) this.answers = kept.answers;
    if (kept.theme === 'light' || kept.theme === 'dark') this.theme = kept.theme;
    this.apply();
  }

  /** As a link asks for it: until it is changed, or the page is left. */
  wear(to: Partial<Kept>): void {
    Object.assign(this, to);
    this.apply();
  }

  change(to: Partial<Kept>): void {
    this.wear(to);
    const { digits, palette, theme, answers } = this;
    this.memory.write(PLACE, { digits, palette, theme, answers } satisfies Kept);
  }

  private apply(): void {
    applyPalette(this.palette);
    setTheme(this.theme);
  }

  /** What the address of an embedded page says of it. */
  get query(): string {
    const { digits, palette, theme } = this;
    const parts = [
      theme === 'system' ? 'embed' : `embed=${theme}`,
      ...(digits ? ['digits'] : []),
      ...(palette === 'arc' ? [] : [`palette=${palette}`]),
    ];
    return parts.join('&');
  }
}

/** Makes it known to all components below. */
export function provideLook(look: Look): void {
  setContext(CONTEXT, look);
}

/** undefined where nothing is known of it, as in a test of one component. */
export function lookHere(): Look | undefined {
  return getContext(CONTEXT);
}
