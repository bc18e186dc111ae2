/** Keeps what was used last, up to a bound. */
export class Recent<Key, Item> {
  private readonly bound: number;
  private readonly items = new Map<Key, Item>();

  constructor(bound: number) {
    this.bound = bound;
  }

  get all(): readonly Item[] {
    return [...this.items.values()];
  }

  /** The item of the key, made where there is none; it counts as just used. */
  use(key: Key, make: () => Item): Item {
    const item = this.items.get(key) ?? make();
    this.items.delete(key);
    this.items.set(key, item);
    if (this.items.size > this.bound) this.items.delete(this.items.keys().next().value!);
    return item;
  }
}
