/** The inspector: what is asked about the solver in hand and about texts, on a worker of its own or, if it is little, here. */
import type { InspectorApi, Inspection, InspectRequest } from '../protocol/inspection.ts';
import type { Outcome } from '../protocol/outcome.ts';
import { Helper, type AnswerTo, type HireHelper } from './helper.ts';
import { Near } from './near.ts';
import { inspectHere } from './pool/spawn.ts';

/** Milliseconds. */
const DEADLINE = 10_000;

type Asked<V extends keyof InspectorApi> = Promise<Outcome<AnswerTo<V>>>;

export class Inspector {
  private readonly helper: Helper;
  private readonly near = new Near();

  constructor(hire?: HireHelper) {
    this.helper = new Helper(DEADLINE, hire);
  }

  /** Starts the worker ahead of the first question. */
  warm(): void {
    this.helper.warm();
  }

  /** Makes ready to answer in this thread. Where that cannot be, the worker answers all. */
  async comeNear(): Promise<void> {
    try {
      const compiled = await this.helper.ask('compiled', []);
      if (compiled.ok) this.near.begin(await inspectHere(compiled.value));
    } catch {
      // Not loaded, or refused by the browser.
    }
  }

  /** Scores a solver text, in its turn. */
  inspect(request: InspectRequest): Asked<'inspect'> {
    return this.helper.ask('inspect', [request]);
  }

  /** As somebody types: of several that wait only the newest is done; the others settle as `stopped`. */
  async inspectTyped(request: InspectRequest): Promise<Outcome<Inspection>> {
    const here = this.near.inspect(request);
    if (here !== null) return { ok: true, value: here };
    const outcome = await this.helper.ask('inspect', [request], { newest: true });
    if (outcome.ok) this.near.learn(outcome.value);
    return outcome;
  }

  outputs(request: Parameters<InspectorApi['outputs']>[0]): Asked<'outputs'> {
    return this.helper.ask('outputs', [request]);
  }

  pictures(request: Parameters<InspectorApi['pictures']>[0]): Asked<'pictures'> {
    return this.helper.ask('pictures', [request]);
  }

  print(request: Parameters<InspectorApi['print']>[0]): Asked<'print'> {
    return this.helper.ask('print', [request]);
  }

  readFile(source: string): Asked<'readFile'> {
    return this.helper.ask('readFile', [source]);
  }

  makeLink(content: Parameters<InspectorApi['makeLink']>[0]): Asked<'makeLink'> {
    return this.helper.ask('makeLink', [content]);
  }

  openLink(hash: string): Asked<'openLink'> {
    return this.helper.ask('openLink', [hash]);
  }

  digest(source: string): Asked<'digest'> {
    return this.helper.ask('digest', [source]);
  }

  dispose(): void {
    this.helper.dispose();
  }
}
