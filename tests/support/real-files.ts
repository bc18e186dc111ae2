/** Files of every kind that can be opened, small ones, as texts: what damaged ones are made from. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { buildSubmission, submissionText } from '../../src/core/formats/submission.ts';
import { starterSolvers, starterTasks } from './links.ts';

export interface RealFile {
  readonly name: string;
  readonly text: string;
}

const [one, two, three] = Object.keys(starterTasks);
const some = Object.fromEntries([one, two, three].map((id) => [id, starterTasks[id]]));
const json = (data: unknown): string => JSON.stringify(data);
const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

function submission(): string {
  const tasks = new Map(Object.entries(some));
  const answers = new Map([...tasks].map(([id, { test }]) => [id, test.map(({ output }) => [output])]));
  const built = buildSubmission(tasks, answers);
  if (!built.ok) throw new Error(json(built.fault));
  return submissionText(built.value.submission);
}

/** Files of which a set is opened together. */
export const KINDS: Readonly<Record<string, readonly RealFile[]>> = {
  task: [
    { name: 'a.json', text: json(starterTasks[one]) },
    { name: 'many.json', text: json(some) },
    { name: 'lines.jsonl', text: Object.values(some).map(json).join('\n') },
    ...cases(/\.jsonl?$/, 60_000),
  ],
  kaggle: [
    {
      name: 'x_challenges.json',
      text: json(
        Object.fromEntries(
          Object.entries(some).map(([id, { train, test }]) => [
            id,
            { train, test: test.map(({ input }) => ({ input })) },
          ]),
        ),
      ),
    },
    {
      name: 'x_solutions.json',
      text: json(
        Object.fromEntries(Object.entries(some).map(([id, { test }]) => [id, test.map((t) => t.output)])),
      ),
    },
  ],
  solvers: [
    { name: 'a.py', text: [one, two, three].map((id) => starterSolvers.get(id)).join('\n') },
    ...cases(/\.py$/, 20_000),
  ],
  library: ['v1.json', 'v2.json', 'v1.py', 'v2.py'].map((name) => ({
    name,
    text: read(`tests/library/${name}`),
  })),
  submission: [{ name: 'submission.json', text: submission() }],
  report: [{ name: 'report.json', text: report() }],
};

export const LINKS: readonly string[] = (
  JSON.parse(read('tests/links/v1.json')) as { readonly link: string }[]
).map(({ link }) => link);

/** Those beside the project, where they are. */
function cases(wanted: RegExp, most: number): RealFile[] {
  const folder = new URL('../../../shared/cases/', import.meta.url);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => wanted.test(name));
  const files = names.map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
  return files.filter(({ text }) => text.length <= most);
}

function report(): string {
  const results = [one, two].map((task) => ({
    task,
    solved: true,
    matched: 3,
    train: 3,
    accuracy: 1,
    test: [true],
    solver: starterSolvers.get(task),
    candidates: 12,
    seconds: 0.5,
    ended: 'solved',
    attempts: [[['012', '345']]],
  }));
  const options = { seed: 1, rounds: 2, perRound: 50, fuel: 1000, secondsPerTask: 9, leaveOwnOut: false };
  return json({ version: 1, dataset: 'starter', options, summary: { tasks: 3 }, results });
}
