/** All that can be done by name: actions, settings, tasks, candidates and primitives. */
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { Entry } from '../../protocol/index.ts';
import { PALETTE_NAMES, type PaletteName } from '../parts/palettes.ts';
import { FaultyMarks } from './faulty-marks.svelte.ts';
import type { Playground } from './playground.svelte.ts';
import { originHead } from './origin-sentences.ts';
import { marksText, taskLabel } from './sentences.ts';
import { duplicate, newTask } from './task-actions.ts';
import type { Theme } from './theme.ts';
import { wordsIn } from './words-in.ts';

export type CommandKind = 'action' | 'setting' | 'task' | 'candidate' | 'primitive';

export interface Command {
  readonly kind: CommandKind;
  readonly label: string;
  /** Beside the label: what it is, or the key that does the same. */
  readonly hint: string;
  run(): void;
}

/** In the order in which they are listed; the reference is asked for elsewhere, since that takes a moment. */
export function commandsOf(page: Playground, entries: readonly Entry[]): readonly Command[] {
  return [
    ...actions(page),
    ...settings(page),
    ...tasks(page),
    ...candidates(page),
    ...primitives(page, entries),
  ];
}

function actions(page: Playground): readonly Command[] {
  const action = (label: string, hint: string, run: () => unknown): Command => ({
    kind: 'action',
    label,
    hint,
    run: () => void run(),
  });
  const open = (name: NonNullable<Playground['dialog']>) => () => (page.dialog = name);
  const { bench } = page;
  const share = () => {
    page.dialog = 'share';
    return page.sharing.share();
  };
  return [
    page.running ? action('Stop', 'Esc', () => page.stop()) : action('Run', 'Ctrl Enter', () => page.run()),
    action('Next task', '', () => page.step(1)),
    action('Previous task', '', () => page.step(-1)),
    action('Share', 'a link to this task and this solver', share),
    action('Simplify', 'a shorter solver that does the same', () => page.simplify()),
    action('Search something better here', 'at the cursor', () => page.side.better()),
    action('Explain', 'where this solver came from', () => (page.side.open = 'explain')),
    action('Stress', 'the solver on fresh pairs', () => (page.side.open = 'stress')),
    action('Merged program', 'all candidates of the run in one', () => (page.side.open = 'batt')),
    action('Charts of the run', 'how it went, in lines and in numbers', () => page.panels.toggleCharts()),
    action('Reference', 'all primitives and constants', () => page.side.look('')),
    action('Large grids', 'Enter on a grid', open('grid')),
    action('Presentation', 'for an audience, line by line', open('presentation')),
    action('Browse tasks', '', open('tasks')),
    action('Library', 'solvers that were found and kept', open('library')),
    action('Sweep', 'a run over a whole data set', open('sweep')),
    action('Arrange the pairs', '', open('arrange')),
    action('Figure', 'SVG, PNG', open('figure')),
    action('Guide', 'five short pages', open('guide')),
    action('Keyboard help', '?', open('keys')),
    action('About', 'licences, version', open('about')),
    action('Draw a new task', '', () => newTask(page)),
    action('Duplicate the task', '', () => duplicate(page)),
    ...(bench === null ? [] : [faulty(page, bench.named)].map((each) => action(...each))),
  ].filter(({ label }) => bench !== null || label === 'Browse tasks' || label === 'Library');
}

function faulty(
  { memory, notices }: Playground,
  named: NamedTask,
): [label: string, hint: string, run: () => void] {
  const marks = new FaultyMarks(memory);
  const is = marks.has(named);
  const said = `${named.title} is ${is ? 'no longer ' : ''}marked as faulty, in the task browser and in reports of sweeps.`;
  return [
    is ? 'Take the mark as faulty off the task' : 'Mark the task as faulty',
    is ? marks.said(named) : 'a slip in its pairs; shown in the task browser and in sweeps',
    () => {
      marks.toggle(named);
      notices.tell('info', said);
    },
  ];
}

function settings({ settings: set, look }: Playground): readonly Command[] {
  const setting = (label: string, on: boolean, run: () => void): Command => ({
    kind: 'setting',
    label,
    hint: on ? 'on' : 'off',
    run,
  });
  const palettes = Object.entries(PALETTE_NAMES) as [PaletteName, string][];
  const themes: readonly (readonly [Theme, string])[] = [
    ['system', 'Theme as the system'],
    ['light', 'Light theme'],
    ['dark', 'Dark theme'],
  ];
  const toggle = (key: 'leaveOwnOut' | 'stopWhenSolved') => () => (set[key] = !set[key]);
  return [
    setting('Leave this task’s own solver out', set.leaveOwnOut, toggle('leaveOwnOut')),
    setting('Stop when solved', set.stopWhenSolved, toggle('stopWhenSolved')),
    setting('Digits on cells', look.digits, () => look.change({ digits: !look.digits })),
    ...palettes.map(([palette, label]) =>
      setting(`Colours: ${label.toLowerCase()}`, look.palette === palette, () => look.change({ palette })),
    ),
    ...themes.map(([theme, label]) => setting(label, look.theme === theme, () => look.change({ theme }))),
  ];
}

function tasks(page: Playground): readonly Command[] {
  return page.tasks.map((named) => ({
    kind: 'task',
    label: taskLabel(named),
    hint: named.theme || named.origin,
    run: () => page.open(named),
  }));
}

function candidates({ bench }: Playground): readonly Command[] {
  if (!bench) return [];
  const train = bench.named.task.train.length;
  return bench.run.top.map((candidate, i) => ({
    kind: 'candidate',
    label: `Candidate ${i + 1}, ${originHead(candidate.origin)}`,
    hint: marksText(candidate.pairs, train),
    run: () => void bench.solver.choose(candidate, true),
  }));
}

function primitives(page: Playground, entries: readonly Entry[]): readonly Command[] {
  return entries.map(({ name, doc }) => ({
    kind: 'primitive',
    label: name,
    hint: doc,
    run: () => page.side.look(name),
  }));
}

/** Those that have all words; of a kind alone where nothing is looked for but the kind, as in "task quilt". */
export function findCommands(all: readonly Command[], query: string): readonly Command[] {
  if (query.trim() === '') return all;
  const has = wordsIn(query);
  const found = all.filter(({ kind, label, hint }) => has(`${kind} ${label} ${hint}`));
  const start = query.trim().toLowerCase();
  const rank = ({ label }: Command) => (label.toLowerCase().startsWith(start) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}
