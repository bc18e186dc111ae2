/** What the page says: states and verdicts as sentences, in one place and without side effects. */
import { Places } from '../editor/positions.ts';
import { number } from '../parts/number.ts';
import type { Candidate, FileReport, PairResult, PairScore, PlacedPair } from '../../protocol/index.ts';

export { number };

/** "1 pair", "2 pairs" */
export function plural(value: number, noun: string, many = `${noun}s`): string {
  return `${number(value)} ${value === 1 ? noun : many}`;
}

/** With a capital letter and a full stop. */
export function sentenceOf(words: string): string {
  return words === '' ? '' : `${words[0].toUpperCase()}${words.slice(1)}.`;
}

/** 850 ms, 3.2 s, 2:05 min */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`;
}

/** 5 M, 200 k */
export function rough(value: number): string {
  if (value >= 1e9) return `${trim(value / 1e9)} G`;
  if (value >= 1e6) return `${trim(value / 1e6)} M`;
  return value >= 1e4 ? `${trim(value / 1e3)} k` : number(value);
}

const trim = (value: number) => String(Number(value.toFixed(1)));

export function percent(share: number): string {
  // Never "100 %" for what is not wholly right.
  const floored = Math.floor(share * 1000) / 10;
  return `${floored < 10 || floored > 99 ? floored : Math.floor(floored)} %`;
}

/** How near a candidate is: right cells, or where no shape is right, about how much it shares with what is expected. */
export function nearText({ accuracy, likeness }: Pick<Candidate, 'accuracy' | 'likeness'>): string {
  return accuracy === 0 && likeness > 0 ? `≈ ${percent(likeness)}` : percent(accuracy);
}

export function nearTitle({ accuracy, likeness }: Pick<Candidate, 'accuracy' | 'likeness'>): string {
  return accuracy === 0 && likeness > 0
    ? 'wrong sizes; so much agrees where the grids lie over each other'
    : 'right cells of the train pairs';
}

/** Why there is no task: those of the page are on their way, or there is none, and then what can be done about it. */
export function noTaskText(status: 'loading' | 'ready' | 'failed', advice = ''): string {
  return status === 'loading' ? 'Loading the starter tasks …' : `No task is loaded.${advice}`;
}

/** A task by its title, and its id where that is another word. */
export function taskLabel({ title, id }: { readonly title: string; readonly id: string }): string {
  return title === id ? id : `${title} (${id})`;
}

export function pairName({ set, index }: Pick<PlacedPair, 'set' | 'index'>): string {
  return set === 'train' ? `Pair ${index + 1}` : index === 0 ? 'Test' : `Test ${index + 1}`;
}

export type Verdict = 'right' | 'wrong' | 'error' | 'limit' | 'unknown';

/** What a mark stands for. `unknown`: there is an output, and nobody knows whether it is the expected one. */
export function verdictOf(score: PairScore): Verdict {
  if (score.end === 'fuel' || score.end === 'size') return 'limit';
  if (score.end !== 'ok') return 'error';
  if (score.cells === 0) return 'unknown';
  return score.match ? 'right' : 'wrong';
}

/** A word or two on a pair, for its row. */
export function verdictText(score: PairResult, pair: PlacedPair): string {
  if (score.end === 'fuel') return 'out of fuel';
  if (score.end === 'size') return 'too large';
  if (score.end === 'nongrid') return 'not a grid';
  if (score.end === 'error') return score.fault?.primitive ? `error in ${score.fault.primitive}` : 'error';
  if (!pair.output || !score.size) return 'answer not known';
  if (score.match) return 'exact';
  if (!score.shape) return `${score.size.map(number).join(' × ')}, not ${shapeText(pair.output)}`;
  return `${number(score.cells - score.correct)} of ${plural(score.cells, 'cell')} wrong`;
}

export function shapeText(rows: readonly (readonly number[])[]): string {
  return `${rows.length} × ${rows[0].length}`;
}

/** For screen readers: what the marks of a candidate say. */
export function marksText(pairs: readonly PairScore[], train: number): string {
  const right = (scores: readonly PairScore[]) => scores.filter(({ match }) => match).length;
  const test = pairs.slice(train);
  return `${right(pairs.slice(0, train))} of ${plural(train, 'train pair')} and ${right(test)} of ${plural(test.length, 'test pair')} right`;
}

export function alikeText({ alike }: Candidate): string {
  return alike > 1 ? `+${number(alike - 1)} alike` : '';
}

/** What came of a solver file: how many solvers, and the place of the first fault. */
export function solversMessage(file: string, source: string, report: FileReport): string {
  const good = report.solvers.filter(({ ok }) => ok).length;
  const first = report.diagnostics.find(({ severity }) => severity === 'error');
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error').length;
  const fault = first ? `${placeText(source, first.span.from)}: ${first.message}` : '';
  const more = errors > 1 ? ` (and ${plural(errors - 1, 'more fault', 'more faults')})` : '';
  if (good === 0)
    return `${file}: no solver in it can be used. ${fault || 'It defines no solve_… function.'}${more}`;
  const twice = report.diagnostics.filter(({ code }) => code === 'duplicate-solver').length;
  const last =
    twice === 0 ? '' : ` Of those with one name the last counts (${plural(twice, 'other')} left out).`;
  const added = `${file}: ${plural(good, 'solver')} added to the pool.${last}`;
  const bad = report.solvers.length - good;
  return bad === 0 ? added : `${added} ${plural(bad, 'function')} left out: ${fault}${more}`;
}

function placeText(source: string, offset: number): string {
  const { line, column } = new Places(source).at(offset);
  return `line ${line}, column ${column}`;
}
