/** A tab that is killed: its unfinished transactions come to nothing, and it begins no others. */
import { vi } from 'vitest';

export class KilledTab {
  private readonly transactions = new Set<IDBTransaction>();
  killed = false;

  /** Watches over all transactions from now on; `vi.restoreAllMocks` ends that. */
  constructor() {
    const { transaction } = IDBDatabase.prototype;
    const { transactions } = this;
    const isKilled = (): boolean => this.killed;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      const isOpening = args[1] === ('versionchange' as string); // by the database itself, which may be under way
      if (isKilled() && !isOpening) throw new DOMException('the tab is gone', 'InvalidStateError');
      const begun = transaction.apply(this, args);
      if (isKilled()) queueMicrotask(() => begun.abort());
      transactions.add(begun);
      begun.addEventListener('complete', () => transactions.delete(begun));
      return begun;
    });
  }

  /** Gives how many transactions were open. */
  kill(): number {
    this.killed = true;
    const open = [...this.transactions];
    for (const one of open)
      try {
        one.abort();
      } catch {
        // It has just ended.
      }
    return open.length;
  }
}
