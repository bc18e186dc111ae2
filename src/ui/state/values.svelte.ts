/** The filmstrip: what every line of the solver in hand is on the chosen pair. */
import type { FilmInspector } from '../../host/film.ts';
import type { Choice, Film, FilmLine, Frame, Task } from '../../protocol/index.ts';
import type { OwnPairs } from './own-pairs.svelte.ts';

/** A solver to hold against the one in hand. */
export interface Rival {
  readonly label: string;
  readonly source: string;
}

/** What a film is made of. */
interface Scenario {
  readonly source: string;
  readonly fuel: number;
  readonly pair: number;
  /** Of the texts that the page has put into the editor the one that it goes back to. */
  readonly version?: number;
}

/** The other pairs follow when nothing has changed for so long (milliseconds). */
const REST_MS = 120;
/** A film may be stale for so long before it is greyed (milliseconds). */
const FADE_MS = 250;

export class Values {
  /** The last one that could be made; of an earlier text, or of other pairs, where `stale`. */
  film = $state.raw<Film | null>(null);
  /** The text that it is of. */
  source = $state.raw('');
  /** As in the scenario: lines of another version are other lines, whatever their names. */
  version = $state(0);
  stale = $state(false);
  /** It has been stale for long enough to say so. */
  faded = $state(false);
  /** Why there is no film of the present text; '' where there is one. */
  why = $state('');
  /** The variable of the line that the cursor is on; '' for none. */
  active = $state('');
  /** Cells of the input that are lit up, row and column in turn; null for none. */
  lights = $state.raw<readonly number[] | null>(null);
  choices = $state.raw<readonly Choice[]>([]);
  rival = $state.raw<Rival | null>(null);

  private readonly inspector: Pick<FilmInspector, 'film'>;
  private readonly task: Task;
  private readonly own: Pick<OwnPairs, 'beside'>;
  private sequence = 0;
  private wished: Scenario | null = null;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private fading: ReturnType<typeof setTimeout> | undefined;

  constructor(inspector: Pick<FilmInspector, 'film'>, task: Task, own: Pick<OwnPairs, 'beside'>) {
    this.inspector = inspector;
    this.task = task;
    this.own = own;
  }

  /** The pair of the film that is shown for a pair, and whether it is that one. */
  placeOf(pair: number): number {
    return this.film?.pairs.findIndex((each) => each.pair === pair) ?? -1;
  }

  /** The line that the cursor is on becomes the active one. */
  follow(text: string, offset: number): void {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const line = text.slice(start, text.indexOf('\n', start) >>> 0);
    this.active = /^\s*(\w+)\s*=/.exec(line)?.[1] ?? (/^\s*return\b/.test(line) ? 'return' : '');
  }

  /** Asks for a film of the text: first on the pair, soon after on all. */
  show(scenario: Scenario): void {
    const before = this.wished;
    this.wished = scenario;
    if (before && before.source !== scenario.source) this.choices = [];
    clearTimeout(this.rest);
    if (scenario.source.trim() === '') {
      this.sequence++;
      this.film = null;
      this.why = '';
      return;
    }
    const known = before?.source === scenario.source && before.fuel === scenario.fuel;
    if (known && !this.stale && this.placeOf(scenario.pair) >= 0) return;
    void this.make([scenario.pair]);
  }

  /** Once more, with what has changed beside the text: choices, the rival, pairs of one's own. */
  again(): void {
    clearTimeout(this.rest);
    if (this.wished && this.wished.source.trim() !== '') void this.make([this.wished.pair]);
  }

  /** Decides a tie otherwise, or as canonical order does where `pick` is 0. */
  swap(choice: Choice): void {
    const same = ({ line, pair, ordinal }: Choice) =>
      line === choice.line && pair === choice.pair && ordinal === choice.ordinal;
    const others = this.choices.filter((each) => !same(each));
    this.choices = choice.pick === 0 ? others : [...others, choice];
    this.again();
  }

  unswap(): void {
    this.choices = [];
    this.again();
  }

  compare(rival: Rival | null): void {
    this.rival = rival;
    this.again();
  }

  /** The frame of a variable on a pair, for the editor. */
  frameOf(name: string, pair: number): { line: FilmLine; frame: Frame } | null {
    const at = this.placeOf(pair);
    const line = this.film?.lines.find((each) => each.name === name);
    const frame = at < 0 ? undefined : line?.frames[at];
    return line && frame && !this.stale ? { line, frame } : null;
  }

  private async make(pairs: readonly number[] | null): Promise<void> {
    const mine = ++this.sequence;
    const { source, fuel, pair, version = 0 } = this.wished!;
    if (pairs) this.setStale(this.film !== null);
    const task = this.own.beside(this.task);
    const count = task.train.length + task.test.length + (task.own?.length ?? 0);
    const answer = await this.inspector.film({
      source,
      solver: null,
      task,
      fuel,
      pairs: pairs ?? [...Array(count).keys()],
      compare: this.rival ? { source: this.rival.source, solver: null } : null,
      choices: this.choices,
    });
    if (mine !== this.sequence) return;
    if (!answer.ok) {
      if (answer.tag !== 'stopped') this.why = answer.why;
      return;
    }
    if (!answer.value.ok) {
      this.why = answer.value.why;
      this.faded = this.stale;
      return;
    }
    this.why = '';
    this.film = answer.value.film;
    this.source = source;
    this.version = version;
    this.setStale(this.placeOf(pair) < 0);
    if (pairs && count > 1) this.rest = setTimeout(() => void this.make(null), REST_MS);
  }

  private setStale(stale: boolean): void {
    this.stale = stale;
    clearTimeout(this.fading);
    if (stale) this.fading = setTimeout(() => (this.faded = this.stale), FADE_MS);
    else this.faded = false;
  }
}
