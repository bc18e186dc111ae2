/** The Python DSL of a checkout, in a process that stays for all rounds: loading is not timed. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { CorpusTask } from '../corpus.ts';
import runner from './runner.py?raw';

/** A solver by name and the id of the task it is run on, once on each pair. */
export type PeerJob = readonly [solver: string, task: string];

/** What a job took and came to. */
export interface PeerTime {
  /** Milliseconds; a call that was cut off counts as the limit by both clocks. */
  readonly wall: number;
  readonly cpu: number;
  /** Pairs that are right. */
  readonly right: number;
  /** Calls that were cut off. */
  readonly cut: number;
}

/** Seconds of the processor after which a call is cut off. */
export const LIMIT = 1;

interface Hello {
  readonly python: string;
  readonly solvers: readonly string[];
}

export class Peer {
  readonly version: string;
  readonly solvers: ReadonlySet<string>;
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly answers: AsyncIterator<string>;

  private constructor(process: ChildProcessWithoutNullStreams, answers: AsyncIterator<string>, hello: Hello) {
    this.process = process;
    this.answers = answers;
    this.version = hello.python;
    this.solvers = new Set(hello.solvers);
  }

  /** The peer, or why there is none. */
  static async start(folder: string): Promise<Peer | string> {
    const child = spawn('python3', ['-c', runner, folder], {
      env: { ...process.env, PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' },
    });
    const complaints: string[] = [];
    child.stderr.on('data', (text) => complaints.push(String(text)));
    child.stdin.on('error', () => {}); // told by the answer that does not come
    const missing = new Promise<string>((resolve) =>
      child.once('error', (error) => resolve(`python3 cannot be started (${error.message})`)),
    );
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
    const hello = await Promise.race([missing, answers.next()]);
    if (typeof hello === 'string') return hello;
    if (hello.done) return `its modules cannot be loaded (${complaints.join('').trim().split('\n').at(-1)})`;
    return new Peer(child, answers, JSON.parse(hello.value));
  }

  /** Hands over tasks for later runs. */
  async learn(tasks: Iterable<CorpusTask>): Promise<void> {
    const pairs = [...tasks].map((task) => [task.id, task.pairs.map(({ input, output }) => [input, output])]);
    await this.ask({ tasks: Object.fromEntries(pairs), jobs: [], limit: LIMIT });
  }

  /** Does the jobs in their order. */
  run(jobs: readonly PeerJob[]): Promise<PeerTime[]> {
    return this.ask({ jobs, limit: LIMIT });
  }

  close(): void {
    this.process.stdin.end();
    this.process.kill();
  }

  private async ask(request: object): Promise<PeerTime[]> {
    this.process.stdin.write(`${JSON.stringify(request)}\n`);
    const answer = await this.answers.next();
    if (answer.done) throw new Error('the Python process ended before its answer');
    return JSON.parse(answer.value);
  }
}
