/** `batt merge`: the folders of shards become the folder that one call for all tasks would have made. */
import { dirname, join, resolve } from 'node:path';
import { resultsAgree, type TaskResult } from '../core/pipeline/sweep-record.ts';
import type { Task } from '../core/task/task.ts';
import { WrongCall } from './faults.ts';
import { readOptions, needed } from './options.ts';
import { print, remark } from './output.ts';
import { readLines, textOf, writeResults } from './sweep-folder.ts';
import {
  differences,
  identityText,
  readIdentity,
  shardText,
  type Identity,
  type ShardIdentity,
} from './sweep-identity.ts';
import { submit } from './sweep-output.ts';
import { checkWritable, guarded, makeFolder, writeWhole } from './written.ts';

export const MERGE_HELP = `batt merge DIR… --out DIR [--submission FILE]

Joins the folders that batt sweep --shard I/N or batt solve --shard I/N left, any number of them, into one such as a call
for all tasks makes. They must be of one plan and one engine version. What is missing or double is told; exit code 1 where
tasks are missing or two results of a task differ.
`;

/** A folder of a shard, read. */
interface Part {
  readonly path: string;
  readonly identity: Identity;
  readonly shard: ShardIdentity;
  readonly results: readonly TaskResult[];
}

export async function merge(words: readonly string[]): Promise<number> {
  const { folders, rest } = split(words);
  const options = readOptions(rest, { values: ['out', 'submission'] });
  if (folders.length === 0) throw new WrongCall('folders of shards are needed: batt merge DIR… --out DIR');
  const out = needed('out', options.out);
  const submission = options.submission === undefined ? null : needed('submission', options.submission);
  if (submission !== null && dirname(resolve(submission)) !== resolve(out))
    checkWritable('submission', submission);
  const parts = folders.map(readPart);
  const [{ shard, identity }] = parts as [Part, ...Part[]];
  for (const part of parts) checkAgreement(parts[0] as Part, part);

  const ids = new Map(
    parts.flatMap((part) => part.shard.places.map((p, i) => [p, part.shard.ids[i] as string])),
  );
  const joined = joinResults(parts, identity);
  const ordered = [...ids].sort(([a], [b]) => a - b).flatMap(([, id]) => joined.results.get(id) ?? []);
  const missing = shard.count - ordered.length;
  for (const line of [...missingText(parts, joined.results), ...joined.remarks]) remark(`batt: ${line}\n`);

  const { shard: _, ...whole } = identity;
  const swept = { dataset: shard.dataset, count: shard.count };
  writeOut(out, whole, swept, ordered);
  const about = missing === 0 ? 'none is missing' : `${missing} missing`;
  print(`${out}: ${ordered.length} of ${shard.count} tasks from ${parts.length} folders, ${about}\n`);
  if (submission !== null && missing === 0)
    submit(ordered, testsOf(ordered), submission, { ...whole, ...swept }, false);
  if (submission !== null && missing > 0) remark('batt: no submission: it needs every task\n');
  return missing > 0 || joined.differing ? 1 : 0;
}

/** Folders stand alone, options have their value behind them. */
function split(words: readonly string[]): { folders: string[]; rest: string[] } {
  const folders: string[] = [];
  const rest: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (!word.startsWith('--')) folders.push(word);
    else rest.push(word, ...(word.includes('=') ? [] : words.slice(++i, i + 1)));
  }
  return { folders, rest };
}

function readPart(path: string): Part {
  const file = join(path, 'sweep.json');
  const text = guarded(file, () => textOf(file), 'read');
  if (text === null) throw new WrongCall(`${path}: is no folder of a sweep: it holds no sweep.json`);
  const identity = readIdentity(text, file);
  const { shard } = identity;
  if (shard === undefined) throw new WrongCall(`${path}: holds a whole sweep, not a shard of one`);
  const lines = join(path, 'results.jsonl');
  const { results, torn } = readLines(textOf(lines) ?? '', lines, new Set(shard.ids));
  if (torn) remark(`batt: ${lines}: the last line is torn and left out\n`);
  return { path, identity, shard, results };
}

function checkAgreement(first: Part, part: Part): void {
  const differs = differences(part.identity, first.identity);
  const [a, b] = [part.shard, first.shard];
  if (a.of !== b.of || a.count !== b.count)
    differs.push(`a part of ${a.of} of ${a.count} tasks, not of ${b.of} of ${b.count}`);
  if (a.dataset !== b.dataset) differs.push(`tasks from ${a.dataset}, not from ${b.dataset}`);
  if (differs.length > 0)
    throw new WrongCall(`${part.path}: does not go with ${first.path} (${differs.join('; ')})`);
}

interface Joined {
  readonly results: ReadonlyMap<string, TaskResult>;
  readonly remarks: readonly string[];
  /** Two results of one task are not as they must be. */
  readonly differing: boolean;
}

/** The first result of a task stays; a second one is told. */
function joinResults(parts: readonly Part[], { options }: Identity): Joined {
  const results = new Map<string, TaskResult>();
  const remarks: string[] = [];
  let differing = false;
  for (const { path, results: own } of parts)
    for (const result of own) {
      const known = results.get(result.task);
      if (known === undefined) {
        results.set(result.task, result);
      } else if (resultsAgree(options, known, result)) {
        remarks.push(`${result.task} is in ${path} once more`);
      } else {
        differing = true;
        remarks.push(
          `ALARM: ${result.task} has another result in ${path}; equal work must give equal results`,
        );
      }
    }
  return { results, remarks, differing };
}

function missingText(parts: readonly Part[], results: ReadonlyMap<string, TaskResult>): string[] {
  const [{ shard }] = parts as [Part, ...Part[]];
  const absent = Array.from({ length: shard.of }, (_, i) => ({ part: i + 1, of: shard.of })).filter(
    ({ part }) => !parts.some((other) => other.shard.part === part),
  );
  const open = parts.flatMap((part) => {
    const ids = part.shard.ids.filter((id) => !results.has(id));
    const named = `${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ' …' : ''}`;
    return ids.length === 0 ? [] : [`${part.path} (${shardText(part.shard)}) lacks ${ids.length}: ${named}`];
  });
  return [...absent.map((one) => `${shardText(one)} is missing`), ...open];
}

/** Tasks as far as their results tell of them: so many test inputs, whose outputs are not known. */
function testsOf(results: readonly TaskResult[]): Map<string, Task> {
  const blank = { input: [[0]], output: null };
  return new Map(results.map(({ task, test }) => [task, { train: [], test: test.map(() => blank) }]));
}

function writeOut(
  out: string,
  whole: Identity,
  swept: { readonly dataset: string; readonly count: number },
  results: readonly TaskResult[],
): void {
  guarded(out, () => makeFolder(out));
  const file = join(out, 'sweep.json');
  const known = textOf(file);
  if (known !== null) {
    const differs = differences(readIdentity(known, file), whole);
    if (differs.length > 0) throw new WrongCall(`${out}: holds another sweep (${differs.join('; ')})`);
  }
  writeWhole(file, identityText(whole));
  writeResults(out, swept, whole.options, results);
}
