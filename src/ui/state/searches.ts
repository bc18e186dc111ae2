/** The searches from nothing that runs do beside their rounds, and the one that a reload cut off. */
import { searchKey, SearchStore, type KeptSearch } from '../../host/kept-search.ts';
import type { SearchOrder } from '../../host/searching.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { Notices } from './notices.svelte.ts';
import { duration, plural } from './sentences.ts';
import type { Settings } from './settings.svelte.ts';

/** So long a pool is tried alone: most that it solves it solves in this time. */
const LEAD_MS = 300;

/** What it needs to know of the page. */
export interface SearchesHost {
  readonly tasks: readonly NamedTask[];
  readonly settings: Pick<Settings, 'searchUntil' | 'searchSeconds' | 'searchFuel'>;
  readonly solvers: { readonly list: readonly unknown[] };
  readonly workers: { searchers(): SearchOrder['supervisors'] };
  readonly notices: Pick<Notices, 'tell'>;
  open(named: NamedTask): void;
  run(kept: KeptSearch): Promise<void>;
}

export class Searches {
  private readonly host: SearchesHost;
  private readonly store = new SearchStore();
  private readonly cutOff = this.store.look();
  /** How far the last search of this visit came, of whatever task. */
  last: KeptSearch | null = null;

  constructor(host: SearchesHost) {
    this.host = host;
  }

  /** What is to be searched for on a task; null where the settings want none. `kept` is gone on with. */
  order({ dataset, id, task }: NamedTask, kept: KeptSearch | null): SearchOrder | null {
    const { limit, fuel } = kept ?? this.limits();
    if (limit === 0) return null;
    const burning = fuel === undefined ? {} : { fuel };
    const key = searchKey(task);
    return {
      supervisors: this.host.workers.searchers(),
      task,
      ms: limit,
      ...burning,
      delay: this.host.solvers.list.length > 0 ? LEAD_MS : 0,
      ...(kept === null ? {} : { trace: kept.trace }),
      onTrace: (trace) => {
        if (trace === null) return this.store.clear();
        this.last = { dataset, id, key, limit, ...burning, trace };
        this.store.put(this.last);
      },
    };
  }

  private limits(): { readonly limit: number; readonly fuel?: number } {
    const { searchUntil, searchSeconds, searchFuel } = this.host.settings;
    if (searchUntil === 'time') return { limit: searchSeconds * 1000 };
    return { limit: Infinity, ...(searchUntil === 'fuel' ? { fuel: searchFuel * 1e6 } : {}) };
  }

  /** Offers to go on with the search that was under way when the page went. */
  offer(): void {
    const kept = this.cutOff;
    if (kept === null) return;
    const named = this.host.tasks.find(({ dataset, id }) => dataset === kept.dataset && id === kept.id);
    if (named === undefined || searchKey(named.task) !== kept.key) return;
    const { ms, found } = kept.trace;
    const many = found.length > 0 ? `, with ${plural(found.length, 'program')} found` : '';
    this.host.notices.tell('info', `The search on ${named.title} was cut off after ${duration(ms)}${many}.`, {
      label: 'Continue',
      run: () => {
        this.host.open(named);
        void this.host.run(kept);
      },
    });
  }
}
