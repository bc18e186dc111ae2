/** The honest text of each state of a run. */
import type { Candidate } from '../../protocol/index.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import { poolText } from './run-plan.ts';
import { searchedText } from './search-sentence.ts';
import { duration, noTaskText, number, plural } from './sentences.ts';
import { searches, type Settings } from './settings.svelte.ts';
import type { Solvers } from './solvers.svelte.ts';
import type { TaskRun } from './task-run.svelte.ts';

export interface Sentence {
  readonly tone: 'plain' | 'ok' | 'bad' | 'warn';
  readonly text: string;
}

/** What it needs to know of the page. */
export interface RunSentenceHost {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly bench: { readonly named: NamedTask; readonly run: TaskRun } | null;
  readonly solvers: Pick<Solvers, 'status' | 'list' | 'own'>;
  readonly settings: Pick<Settings, 'searchUntil' | 'searchSeconds' | 'leaveOwnOut'>;
}

export function runSentence({ bench, status, solvers, settings }: RunSentenceHost): Sentence {
  if (status === 'loading' || !bench) {
    const text = noTaskText(status, ' Open a task file (.json).');
    return { tone: status === 'loading' ? 'plain' : 'bad', text };
  }
  const { run } = bench;
  const searched = searches(settings);
  switch (run.phase) {
    case 'idle':
      if (solvers.status === 'loading') return { tone: 'plain', text: 'Reading the solvers of the pool …' };
      if (solvers.list.length === 0)
        return searched
          ? { tone: 'plain', text: 'Ready: Run searches from nothing, since the pool holds no solvers.' }
          : { tone: 'bad', text: 'The pool holds no solvers. Open a solver file (.py).' };
      return {
        tone: 'plain',
        text: readyText(run, poolText(bench.named, solvers, settings, ' of the pool'), searched),
      };
    case 'preparing':
      return { tone: 'plain', text: 'Starting …' };
    case 'running':
      return { tone: 'plain', text: progressText(run) };
    case 'ended':
      return withLosses(endSentence(run, bench.named.task.train.length), run);
  }
}

function readyText({ top }: TaskRun, pool: string, searches: boolean): string {
  const ready = top.length > 0 ? 'Ready, with what the last run found' : 'Ready';
  const comma = pool.includes(',') ? ',' : '';
  return `${ready}: Run mutates ${pool}${comma} into candidates${searches ? ', and searches from nothing' : ''}.`;
}

function progressText({ round, rounds, done, jobs, solved, top, waiting, search }: TaskRun): string {
  const rounding = round > 0 ? `Round ${round} of ${rounds}` : 'Starting';
  const more =
    search?.phase === 'searching' ? `, ${duration(Math.max(0, search.limit - search.ms))} left` : '';
  const where = !waiting
    ? rounding
    : `${round > 0 ? 'The rounds are done, the search goes on' : 'Searching'}${more}`;
  const jobsText = jobs > 0 && !waiting ? ` · ${number(done)} of ${plural(jobs, 'job')}` : '';
  const found =
    solved > 0
      ? ` · ${plural(solved, 'solver')} found${waiting ? ', a surer one is looked for' : ''}`
      : top.length > 0
        ? ' · none solves yet'
        : '';
  return `${where}${jobsText}${found}`;
}

function endSentence(run: TaskRun, train: number): Sentence {
  const { reason, solved, top, stages, message } = run;
  if (reason === 'failed') return { tone: 'bad', text: message || 'The run failed.' };
  const stopped = reason === 'stopped' ? `Stopped after ${duration(run.elapsed)}. ` : '';
  if (solved > 0) {
    const verb = solved === 1 ? 'matches' : 'match';
    const text = `${plural(solved, 'behaviour')} ${verb} ${all(train)}`;
    return isWrong(run, train)
      ? { tone: 'warn', text: `${stopped}Not solved: ${text}, and none of them the test outputs.` }
      : { tone: 'ok', text: `${stopped}Solved: ${text}. ${foundText(top[0])}` };
  }
  const searched = run.search === null ? '' : searchedText(run.search);
  if (top.length === 0) {
    if (stopped) return { tone: 'plain', text: `${stopped}Nothing was scored yet.` };
    const made = stages.generate.out;
    if (made === 0 && run.search !== null) return { tone: 'warn', text: `No solver found. ${searched}` };
    return {
      tone: 'bad',
      text:
        made === 0
          ? 'No candidate could be made from this pool.'
          : `None of ${plural(made, 'candidate')} could be scored.`,
    };
  }
  if (top.every(({ pairs }) => pairs.every(({ end }) => end !== 'ok'))) {
    return { tone: 'bad', text: `${stopped}All candidates failed: none gives a grid on any pair.` };
  }
  const best = top[0].matched;
  const near = best > 0 ? `the best matches ${best} of ${train} train pairs` : 'none matches a whole pair';
  const advice = run.search === null ? 'Try another seed or more rounds.' : searched;
  return { tone: 'warn', text: `${stopped}No solver found: ${near}. ${advice}` };
}

/** Where the best came from: "Found in round 3 from flip_by_form, 19 calls." */
function foundText({ origin, round, length }: Candidate): string {
  const calls = plural(length, 'call');
  if (origin.kind === 'search') return `Found by the search from nothing, ${calls}.`;
  if (origin.kind === 'pool') return `It is ${origin.solver} of the pool, ${calls}.`;
  return `Found in round ${number(round + 1)} from ${origin.parent}, ${calls}.`;
}

/** Whether all that match the train pairs are known to be wrong on a test pair. */
function isWrong({ top }: TaskRun, train: number): boolean {
  const fitting = top.filter(({ matched }) => matched === train);
  return fitting.every(({ pairs }) => pairs.slice(train).some(({ match, cells }) => cells > 0 && !match));
}

function all(train: number): string {
  return train === 1 ? 'the train pair' : `all ${train} train pairs`;
}

function withLosses(sentence: Sentence, { lost, unreadable }: TaskRun): Sentence {
  const notes: string[] = [];
  if (lost.jobs > 0) {
    const unscored = lost.candidates > 0 ? ` with ${plural(lost.candidates, 'candidate')} unscored` : '';
    notes.push(`${plural(lost.jobs, 'worker')} lost${unscored} (${lost.why}), and replaced.`);
  }
  if (unreadable.length > 0) {
    notes.push(
      `${plural(unreadable.length, 'solver')} of the pool could not be read (${unreadable[0].solver}: ${unreadable[0].why}).`,
    );
  }
  return notes.length === 0 ? sentence : { ...sentence, text: `${sentence.text} ${notes.join(' ')}` };
}
