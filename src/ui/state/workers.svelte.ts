/** The worker pool as the page shows it. */
import type { Remote } from 'comlink';
import type { EnginePool } from '../../host/pool/executor.ts';
import { Supervisor } from '../../host/pool/supervisor.ts';
import { TRACKS } from '../../host/pool/search.ts';
import { Pool } from '../../host/pool/pool.ts';
import { defaultPoolSize, MAX_POOL } from '../../host/pool/size.ts';
import { hireEngine } from '../../host/pool/spawn.ts';
import type { EngineApi } from '../../protocol/engine.ts';

export { MAX_POOL };

export class Workers {
  readonly pool: EnginePool;
  size = $state(0);
  busy = $state(0);
  queued = $state(0);
  /** Workers that died or were ended for being stuck, and were replaced. */
  lost = $state(0);

  constructor() {
    this.pool = new Pool({ size: defaultPoolSize(navigator.hardwareConcurrency), hire: hireEngine });
    this.pool.onChange = () => this.read();
    this.read();
  }

  /** Starts the workers before they are needed. */
  warm(): void {
    this.pool.warm();
  }

  /** Workers of its own for a search, as many as the pool leaves room for; they start with the first question. */
  searchers(): Supervisor<Remote<EngineApi>>[] {
    return Array.from({ length: this.size < 4 ? 1 : TRACKS }, () => new Supervisor(hireEngine));
  }

  resize(size: number): void {
    this.pool.resize(size);
    this.read();
  }

  private read(): void {
    ({ size: this.size, busy: this.busy, queued: this.queued, lost: this.lost } = this.pool.stats);
  }

  dispose(): void {
    this.pool.onChange = null;
    this.pool.close();
  }
}
