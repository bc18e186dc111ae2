/** Workers of the pool that run in this thread and can be made to die, to keep silent or never to start. */
import type { Remote } from 'comlink';
import type { Hire, Hired } from '../../src/host/pool/supervisor.ts';
import type { EngineApi } from '../../src/protocol/engine.ts';
import { engineOn } from '../../workers/engine.ts';
import { newArena } from './arena.ts';

/** What becomes of a question. */
export type Fate =
  /** It is answered. */
  | 'answer'
  /** The worker dies before it has begun, or with the answer in its hand. */
  | 'die'
  | 'die-late'
  /** It is never answered. */
  | 'silence'
  /** The worker throws an error that is none of ours, as when memory is exhausted. */
  | 'throw';

export type Birth = 'live' | 'throw' | 'not-loaded';

export interface Asked {
  /** The job's name, or the verb. */
  readonly stage: string;
  readonly args: readonly unknown[];
}

export class FrailWorkers<Api extends object = EngineApi> {
  /** Workers that were started and neither died nor were terminated. */
  alive = 0;
  most = 0;
  started = 0;
  killed = 0;
  asked = 0;
  fate: (asked: Asked) => Fate = () => 'answer';
  birth: () => Birth = () => 'live';
  private readonly apiOf: () => Api;
  private readonly living = new Map<Hired<Remote<Api>>, (why: string) => void>();

  /** `apiOf` is called for each worker: what one keeps goes with it. */
  constructor(apiOf: () => Api) {
    this.apiOf = apiOf;
  }

  readonly hire: Hire<Remote<Api>> = (died) => {
    const birth = this.birth();
    if (birth === 'throw') throw new Error('workers are refused here');
    this.started++;
    this.most = Math.max(this.most, ++this.alive);
    const verbs = this.apiOf() as Record<string, (...given: unknown[]) => unknown>;
    let ended = false;
    const end = (): void => {
      if (ended) return;
      ended = true;
      this.alive--;
      this.living.delete(hired);
    };
    const die = (why: string): void => {
      if (ended) return;
      end();
      this.killed++;
      died(why);
    };
    const answer = async (verb: string, args: unknown[]): Promise<unknown> => {
      this.asked++;
      const fate = birth === 'live' ? this.fate({ stage: stageOf(verb, args), args }) : 'silence';
      await turn();
      if (fate === 'die') die('killed');
      if (fate === 'throw') throw new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded');
      if (ended || fate === 'die' || fate === 'silence') return new Promise(() => {});
      const value = structuredClone(await verbs[verb](...args));
      await turn();
      if (fate === 'die-late') die('killed');
      return ended ? new Promise(() => {}) : value;
    };
    const api = new Proxy(
      {},
      {
        get:
          (_api, verb) =>
          (...args: unknown[]) =>
            answer(String(verb), args),
      },
    );
    const hired = { api: api as Remote<Api>, terminate: end };
    this.living.set(hired, die);
    if (birth === 'not-loaded') void turn().then(() => die('the worker could not be loaded or broke down'));
    return hired;
  };

  /** Kills one that is alive, whatever it does. */
  killOne(choose: (count: number) => number): void {
    const dying = [...this.living.values()];
    if (dying.length > 0) dying[choose(dying.length)]('killed');
  }
}

/** Of real engines; one computes for all, since none keeps anything from one job of a run to the next. */
export function frailEngines(): FrailWorkers {
  const engine = engineOn(newArena);
  return new FrailWorkers(() => engine);
}

/** Of real engines, each with what it keeps: a search goes with its worker. */
export function frailSearchers(): FrailWorkers {
  return new FrailWorkers(() => engineOn(newArena));
}

const stageOf = (verb: string, [first]: readonly unknown[]): string =>
  verb === 'work' ? String(first) : verb;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
