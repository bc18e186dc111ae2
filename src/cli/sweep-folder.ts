/**
 * The folder of a sweep: sweep.json tells what is swept, results.jsonl gets a line for each task as it ends, and the
 * report comes last. A line that was torn by a crash is dropped, so at most that one task is done again.
 */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { reportCsv, reportJson } from '../core/pipeline/sweep-report.ts';
import { readResult, type SweepOptions, type TaskResult } from '../core/pipeline/sweep-record.ts';
import type { SweepPlan } from '../core/pipeline/sweep.ts';
import { WrongCall } from './faults.ts';
import { guarded, makeFolder, writeWhole } from './written.ts';

/** What sweep.json holds. */
interface Identity {
  readonly version: 1;
  readonly options: SweepOptions;
  /** SHA-256 of tasks and solvers. */
  readonly inputs: string;
}

/** How the options are called on the command line. */
const WORDS: Readonly<Record<keyof SweepOptions, string>> = {
  seed: '--seed',
  rounds: '--rounds',
  perRound: '--per-round',
  fuel: '--fuel',
  secondsPerTask: '--seconds-per-task',
  leaveOwnOut: '--leave-own-out',
};

export class SweepFolder {
  /** By task, what earlier calls have done. */
  readonly results = new Map<string, TaskResult>();
  /** Whether a torn line was dropped. */
  torn = false;
  private readonly path: string;
  private readonly plan: SweepPlan;
  private readonly lines: number;

  /** Makes the folder, or goes on with one; one of another sweep is refused and left as it is. */
  constructor(path: string, plan: SweepPlan) {
    this.path = path;
    this.plan = plan;
    const identity: Identity = { version: 1, options: plan.options, inputs: inputsHash(plan) };
    this.lines = guarded(path, () => {
      makeFolder(path);
      const known = textOf(this.at('sweep.json'));
      if (known !== null) this.compare(known, identity);
      else if (fs.existsSync(this.at('results.jsonl')))
        throw new WrongCall(`${path}: holds results.jsonl, but no sweep.json that tells what it is of`);
      else writeWhole(this.at('sweep.json'), `${JSON.stringify(identity, null, 2)}\n`);
      this.read();
      return fs.openSync(this.at('results.jsonl'), 'a');
    });
  }

  /** Keeps a result; it is on the disk when this returns. */
  add(result: TaskResult): void {
    guarded(this.at('results.jsonl'), () => {
      fs.appendFileSync(this.lines, `${JSON.stringify(result)}\n`);
      fs.fsyncSync(this.lines);
    });
    this.results.set(result.task, result);
  }

  /** In the order of the tasks. */
  get ordered(): TaskResult[] {
    return this.plan.tasks.flatMap(({ id }) => this.results.get(id) ?? []);
  }

  /** @param dataset what the tasks are from */
  writeReport(dataset: string): void {
    const { options, tasks } = this.plan;
    const swept = { dataset, count: tasks.length };
    writeWhole(this.at('report.csv'), reportCsv(swept, this.ordered));
    writeWhole(this.at('report.json'), reportJson(swept, options, this.ordered));
  }

  close(): void {
    fs.closeSync(this.lines);
  }

  private at(name: string): string {
    return join(this.path, name);
  }

  private compare(text: string, wanted: Identity): void {
    let known: Partial<Identity> | null = null;
    try {
      known = JSON.parse(text);
    } catch {
      // refused below
    }
    if (known?.version !== 1 || typeof known.options !== 'object')
      throw new WrongCall(`${this.at('sweep.json')}: not a sweep that this version of Batt can go on with`);
    const differs = (Object.keys(WORDS) as (keyof SweepOptions)[]).filter(
      (key) => known.options?.[key] !== wanted.options[key],
    );
    const was = differs.map((key) => `${WORDS[key]} ${known.options?.[key]}, not ${wanted.options[key]}`);
    if (known.inputs !== wanted.inputs) was.push('other tasks or solvers');
    if (was.length > 0) throw new WrongCall(`${this.path}: holds another sweep (${was.join('; ')})`);
  }

  private read(): void {
    const file = this.at('results.jsonl');
    const text = textOf(file) ?? '';
    const ids = new Set(this.plan.tasks.map(({ id }) => id));
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    this.torn = whole.length < text.length;
    whole.split('\n').forEach((line, i) => {
      if (line === '') return;
      const result = resultIn(line);
      if (result === null || !ids.has(result.task))
        throw new WrongCall(`${file}: line ${i + 1} is not a result of this sweep`);
      this.results.set(result.task, result);
    });
    if (this.torn) writeWhole(file, whole);
  }
}

function resultIn(line: string): TaskResult | null {
  try {
    const read = readResult(JSON.parse(line));
    return read.ok ? read.value : null;
  } catch {
    return null;
  }
}

function inputsHash({ tasks, pool }: SweepPlan): string {
  return createHash('sha256').update(JSON.stringify({ tasks, pool })).digest('hex');
}

function textOf(path: string): string | null {
  return fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : null;
}
