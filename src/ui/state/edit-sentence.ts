/** The state of what is being edited, in one line: for where the editor's own list of problems is out of sight. */
import { Places } from '../editor/positions.ts';
import type { Diagnostic, SolverResult } from '../../protocol/index.ts';
import type { Sentence } from './run-sentence.ts';
import { plural } from './sentences.ts';

export interface EditSentenceHost {
  readonly running: boolean;
  readonly bench: {
    readonly solver: {
      readonly text: string;
      readonly edited: boolean;
      readonly empty: boolean;
      readonly stale: boolean;
      readonly diagnostics: readonly Diagnostic[];
      readonly result: SolverResult | null;
    };
  } | null;
}

/** null where nothing was typed, or a run has more to say. */
export function editSentence({ running, bench }: EditSentenceHost): Sentence | null {
  if (running || !bench || !bench.solver.edited || bench.solver.empty) return null;
  const { text, diagnostics, result, stale } = bench.solver;
  const fault = diagnostics.find(({ severity }) => severity === 'error');
  if (fault) {
    const { line } = new Places(text).at(fault.span.from);
    return { tone: 'bad', text: `Line ${line}: ${fault.message}` };
  }
  if (!result || stale) return null;
  const right = result.pairs.filter(({ match }) => match).length;
  const known = result.pairs.filter(({ cells }) => cells > 0).length;
  const tone = right === known && known > 0 ? 'ok' : 'plain';
  return { tone, text: `Your solver is right on ${right} of ${plural(known, 'pair')}.` };
}
