/** What the page remembers between visits beside its databases: a few small records by name. */

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** Where the browser keeps nothing, nothing is remembered. */
export class Memory {
  private readonly store: () => Store;

  constructor(store: () => Store = () => localStorage) {
    this.store = store;
  }

  /** {} where there is nothing, or nothing that can be read. */
  read(name: string): Readonly<Record<string, unknown>> {
    try {
      const kept: unknown = JSON.parse(this.store().getItem(`batt-${name}`) ?? '{}');
      return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
    } catch {
      return {};
    }
  }

  write(name: string, record: object): void {
    try {
      this.store().setItem(`batt-${name}`, JSON.stringify(record));
    } catch {
      // No room, or none at all: it holds until the tab closes.
    }
  }
}
