/** What a search over a set of tasks came to, as a page that a later one can be compared with. */
import { cpus, totalmem } from 'node:os';
import type { BroughtBy } from '../core/search/brought.ts';
import type { FoundSolver } from '../core/search/searcher.ts';

/** A program that gives train outputs, wherever it came from. */
export type Solution = Pick<FoundSolver, 'code' | 'rank' | 'matched' | 'outputs'> & {
  readonly generator: string;
  /** How it came about, in words, and the macros or the change behind that. */
  readonly words: string;
  readonly steps: readonly string[];
};

/** What `solve` tells of a task. */
export interface SolveLine {
  readonly task: string;
  /** null where the file does not tell the test outputs. */
  readonly solved: boolean | null;
  /** Whether the first attempt is right for every test input; null as above. */
  readonly first: boolean | null;
  /** Different outputs handed in for each test input: 0 to 2. */
  readonly attempts: readonly number[];
  readonly seconds: number;
  /** When the answer that is handed in first was found. */
  readonly foundAfter: number | null;
  readonly fuel: number;
  /** Expressions applied to single inputs, and different vectors of values. */
  readonly candidates: number;
  readonly distinct: number;
  /** Train pairs that the first solver gives, and all. */
  readonly matched: number;
  readonly pairs: number;
  /** Of the first solver, as its name stands in `brought` and on the page; how it came about, and by which steps. */
  readonly generator: string | null;
  readonly words: string | null;
  readonly steps: readonly string[];
  /** What each generator of the search has made, counted as on the page. */
  readonly brought: BroughtBy;
  /** Cost and doubts of the first solver: less is better. */
  readonly rank: number | null;
  readonly solver: string | null;
}

/** Every fifth task by id, from the fifth on, is kept out of all tuning. */
const HELD_OUT = 5;

/** Up to this rank an answer is rather right than one that fits by chance. */
const TRUSTED_RANK = 26;

const share = (part: number, whole: number): string =>
  `${part} of ${whole}${whole === 0 ? '' : ` (${((100 * part) / whole).toFixed(1)} %)`}`;

/** A page in Markdown. `limit` is the time or fuel of a task in words. */
export function solveReport(
  lines: readonly SolveLine[],
  limit: string,
  workers: number,
  seconds: number,
): string {
  const sorted = [...lines].sort((a, b) => (a.task < b.task ? -1 : 1));
  const known = sorted.filter(({ solved }) => solved !== null);
  const right = known.filter(({ solved }) => solved === true);
  const fit = known.filter(({ matched, pairs }) => matched === pairs);
  const trusted = fit.filter(({ rank }) => rank !== null && rank <= TRUSTED_RANK);
  const held = known.filter((_, i) => i % HELD_OUT === HELD_OUT - 1);
  const times = right.map(({ foundAfter }) => foundAfter ?? Infinity).sort((a, b) => a - b);
  const within = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20].filter((at) => at <= Math.max(...times, 0.1) * 2);
  const generators = [...new Set(right.map(({ generator }) => generator ?? 'none'))].sort();
  const by = generators.map(
    (name) => `| ${name} | ${right.filter(({ generator }) => generator === name).length} |`,
  );
  return `# Solvers found from nothing

Made by \`batt solve --report\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, ${cpus().length} processors,
${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}; ${limit} a task on each of ${workers} worker${workers === 1 ? '' : 's'}, ${Math.round(seconds)} s in all. No solver of any task was
given. Solved: one of at most two outputs is right for every test input; these were not looked at before.

| | |
|---|---|
| solved | ${share(right.length, known.length)} |
| of these with the first attempt | ${known.filter(({ first }) => first === true).length} |
| an answer fits all train pairs | ${share(fit.length, known.length)} |
| of these the first answer is right | ${share(fit.filter(({ first }) => first === true).length, fit.length)} |
| the best that fits is trusted (rank up to ${TRUSTED_RANK}) | ${share(trusted.length, known.length)} |
| of these the first answer is right | ${share(trusted.filter(({ first }) => first === true).length, trusted.length)} |
| solved of the fifth that is kept out of all tuning | ${share(held.filter(({ solved }) => solved === true).length, held.length)} |
| different values made, mean of a task | ${Math.round(known.reduce((sum, { distinct }) => sum + distinct, 0) / Math.max(1, known.length))} |

| found within | solved |
|---|---|
${within.map((at) => `| ${at} s | ${times.filter((time) => time <= at).length} |`).join('\n')}

| generator of the first answer | solved |
|---|---|
${by.join('\n')}

Solved: ${right.map(({ task }) => task).join(', ')}

An answer fits all train pairs and is wrong: ${fit
    .filter(({ solved }) => solved !== true)
    .map(({ task }) => task)
    .join(', ')}
`;
}
