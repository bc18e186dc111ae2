/** What the last run of an earlier visit found, read back: another version may have written it, and what is shown is checked. */
import { searchKey, wholeOrigin } from '../../host/kept-search.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { Candidate } from '../../protocol/index.ts';

export interface KeptRun {
  /** How it went, for whoever shows that (kept-history.ts reads it). */
  readonly history: unknown;
  readonly top: readonly Candidate[];
  readonly behaviours: number;
  readonly scored: number;
}

type Check = (value: unknown) => boolean;
type Fields<T> = Readonly<Partial<Record<keyof T, Check>>>;
type Pair = Candidate['pairs'][number];
type Origin = Candidate['origin'];

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isAmount: Check = (value) => Number.isFinite(value) && (value as number) >= 0;
const listOf =
  (holds: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(holds);
const has =
  <T>(fields: Fields<T>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries<Check>(fields as Record<string, Check>).every(([key, holds]) =>
      holds((value as Record<string, unknown>)[key]),
    );

const ENDS: Readonly<Record<Pair['end'], true>> = {
  ok: true,
  nongrid: true,
  error: true,
  fuel: true,
  size: true,
};

const PAIR: Fields<Pair> = {
  match: isFlag,
  shape: isFlag,
  correct: isCount,
  cells: isCount,
  fuel: isAmount,
  end: (value) => isText(value) && Object.hasOwn(ENDS, value as string),
};

const ORIGINS: Readonly<Record<Origin['kind'], Check>> = {
  pool: has<Extract<Origin, { kind: 'pool' }>>({ solver: isText }),
  mutation: has<Extract<Origin, { kind: 'mutation' }>>({ parent: isText, change: isText }),
  search: has<Extract<Origin, { kind: 'search' }>>({
    generator: isText,
    cost: isAmount,
    steps: listOf(isText),
    words: isText,
    layers: isCount,
  }),
};

const isOrigin: Check = (value) => {
  if (!has<Origin>({ kind: isText })(value)) return false;
  const origin = wholeOrigin(value as Origin);
  return Object.hasOwn(ORIGINS, origin.kind) && ORIGINS[origin.kind](origin);
};

const CANDIDATE: Fields<Candidate> = {
  id: isCount,
  round: isCount,
  length: isCount,
  matched: isCount,
  alike: isCount,
  accuracy: isAmount,
  likeness: isAmount,
  fuel: isAmount,
  name: isText,
  hash: isText,
  behaviour: isText,
  origin: isOrigin,
  code: listOf(Number.isSafeInteger),
  pairs: listOf(has(PAIR)),
  duplicates: has<Candidate['duplicates']>({
    count: isCount,
    first: listOf(has<Candidate['duplicates']['first'][number]>({ id: isCount, origin: isOrigin })),
  }),
};

/** null where it is none, or one on another number of pairs. */
function readCandidate(kept: unknown, pairs: number): Candidate | null {
  if (!has(CANDIDATE)(kept)) return null;
  const candidate = kept as Candidate;
  if (candidate.pairs.length !== pairs) return null;
  const { code, origin } = candidate;
  return { ...candidate, code: Int32Array.from(code), origin: wholeOrigin(origin), peers: [] };
}

/** null where it is of another task, or nothing that can be used. */
export function readRun(
  record: Readonly<Record<string, unknown>>,
  { id, dataset, task }: NamedTask,
): KeptRun | null {
  const { top, behaviours, scored, history } = record;
  if (record.id !== id || record.dataset !== dataset || record.key !== searchKey(task)) return null;
  if (!Array.isArray(top) || typeof behaviours !== 'number' || typeof scored !== 'number') return null;
  const pairs = task.train.length + task.test.length;
  const read = top.map((one) => readCandidate(one, pairs));
  const best = read.filter((one) => one !== null);
  if (best.length === 0 || best.length < read.length) return null;
  return { top: best, behaviours, scored, history };
}
