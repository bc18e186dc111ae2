/** The search for the line that gives what was drawn, as the page shows it. */
import { LineFinding } from '../../host/line-finding.ts';
import type { LinePlan, ToldLine } from '../../protocol/index.ts';

/** Milliseconds of searching for one press of the button, and expressions that are told. */
const LIMIT_MS = 15_000;
const MOST = 40;

export class FindLine {
  running = $state(false);
  /** Best first. */
  list = $state.raw<readonly ToldLine[]>([]);
  tried = $state(0);
  ms = $state(0);
  /** Why there is no answer; '' where there is one. */
  why = $state('');
  /** Of the value of the line in the text that is searched for. */
  span: { readonly from: number; readonly to: number } = { from: 0, to: 0 };

  private finding: LineFinding | null = null;

  /** Begins anew. */
  async start(plan: Omit<LinePlan, 'key' | 'solver'>): Promise<void> {
    this.stop();
    this.list = [];
    this.tried = this.ms = 0;
    this.why = '';
    this.running = true;
    const mine = new LineFinding({ ...plan, key: 'line', solver: null }, LIMIT_MS, (found, progress) => {
      if (this.finding !== mine) return;
      ({ tried: this.tried, ms: this.ms, span: this.span } = progress);
      if (found.length > 0) this.list = ranked([...this.list, ...found]).slice(0, MOST);
    });
    this.finding = mine;
    const why = await mine.done;
    if (this.finding !== mine) return;
    this.running = false;
    this.why = why;
  }

  stop(): void {
    const { finding } = this;
    this.finding = null;
    this.running = false;
    finding?.stop();
  }
}

/** Those with which most train pairs come out right, then the cheapest; they come in order of cost. */
function ranked(list: readonly ToldLine[]): ToldLine[] {
  return [...list].sort((a, b) => b.matched - a.matched || a.cost - b.cost);
}
