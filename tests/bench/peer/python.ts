/** The Python DSL of a checkout, in a process that stays for all rounds: loading is not timed. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { CorpusTask } from '../corpus.ts';
import runner from './runner.py?raw';

/** A solver by name and the id of the task it is run on. */
export type PeerJob = readonly [solver: string, task: string];

/** Milliseconds by both clocks, and how many pairs each job got right; jobs are missing where the time was over. */
export interface PeerRun {
  readonly wall: number;
  readonly cpu: number;
  readonly right: readonly number[];
  readonly inTime: boolean;
}

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
    await this.ask({ tasks: Object.fromEntries(pairs), jobs: [], limit: 60 });
  }

  /** `limit` in seconds, for all jobs together. */
  run(jobs: readonly PeerJob[], limit: number): Promise<PeerRun> {
    return this.ask({ jobs, limit });
  }

  close(): void {
    this.process.stdin.end();
    this.process.kill();
  }

  private async ask(request: object): Promise<PeerRun> {
    this.process.stdin.write(`${JSON.stringify(request)}\n`);
    const answer = await this.answers.next();
    if (answer.done) throw new Error('the Python process ended before its answer');
    return JSON.parse(answer.value);
  }
}
