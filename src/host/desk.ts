/** The desk: a worker of its own for the solver in hand, so that editing never waits for a run. */
import type { Remote } from 'comlink';
import type { DeskApi } from '../protocol/desk.ts';
import type { Outcome } from '../protocol/outcome.ts';
import { Lane } from './pool/lane.ts';
import { hireDesk } from './pool/spawn.ts';

/** Milliseconds; the fuel ends an evaluation long before. */
const DEADLINE = 10_000;
/** A question that was lost with its worker is put to the next one. */
const ATTEMPTS = 2;

type Verb = keyof DeskApi;

interface Waiting {
  readonly verb: Verb;
  readonly question: (api: Remote<DeskApi>) => Promise<unknown>;
  readonly settle: (outcome: Outcome<unknown>) => void;
}

export class Desk {
  private readonly lane = new Lane<Remote<DeskApi>>(hireDesk);
  private waiting: Waiting[] = [];

  /** Starts the worker ahead of the first question. */
  warm(): void {
    this.lane.warm();
  }

  /** Scores a solver text. Of several that wait only the newest is done; the others settle as `stopped`. */
  inspect(request: Parameters<DeskApi['inspect']>[0]): Promise<Outcome<ReturnType<DeskApi['inspect']>>> {
    this.waiting = this.waiting.filter(({ verb, settle }) => {
      if (verb === 'inspect') settle({ ok: false, tag: 'stopped', why: 'a newer text came' });
      return verb !== 'inspect';
    });
    return this.ask('inspect', (api) => api.inspect(request));
  }

  outputs(request: Parameters<DeskApi['outputs']>[0]): Promise<Outcome<ReturnType<DeskApi['outputs']>>> {
    return this.ask('outputs', (api) => api.outputs(request));
  }

  print(request: Parameters<DeskApi['print']>[0]): Promise<Outcome<ReturnType<DeskApi['print']>>> {
    return this.ask('print', (api) => api.print(request));
  }

  readFile(source: string): Promise<Outcome<ReturnType<DeskApi['readFile']>>> {
    return this.ask('readFile', (api) => api.readFile(source));
  }

  makeLink(content: Parameters<DeskApi['makeLink']>[0]): Promise<Outcome<ReturnType<DeskApi['makeLink']>>> {
    return this.ask('makeLink', async (api): Promise<ReturnType<DeskApi['makeLink']>> =>
      api.makeLink(content),
    );
  }

  openLink(hash: string): Promise<Outcome<ReturnType<DeskApi['openLink']>>> {
    return this.ask('openLink', async (api): Promise<ReturnType<DeskApi['openLink']>> => api.openLink(hash));
  }

  digest(source: string): Promise<Outcome<ReturnType<DeskApi['digest']>>> {
    return this.ask('digest', (api) => api.digest(source));
  }

  dispose(): void {
    for (const { settle } of this.waiting.splice(0)) settle({ ok: false, tag: 'stopped', why: 'closed' });
    this.lane.close();
  }

  private ask<T>(verb: Verb, question: (api: Remote<DeskApi>) => Promise<T>): Promise<Outcome<T>> {
    return new Promise((resolve) => {
      this.waiting.push({ verb, question, settle: resolve as (outcome: Outcome<unknown>) => void });
      void this.serve();
    });
  }

  /** Inspections first: somebody is typing. */
  private async serve(): Promise<void> {
    if (this.lane.busy) return;
    const urgent = this.waiting.findIndex(({ verb }) => verb === 'inspect');
    const [next] = this.waiting.splice(Math.max(0, urgent), 1);
    if (next === undefined) return;
    next.settle(await this.lane.ask(next.question, DEADLINE, ATTEMPTS));
    void this.serve();
  }
}
