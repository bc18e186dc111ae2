/** A bounded queue: higher priority first, then in order of arrival. */

interface Entry<T> {
  readonly item: T;
  readonly priority: number;
  readonly arrival: number;
}

export class PriorityQueue<T> {
  private readonly bound: number;
  /** A binary heap: the entry at i goes before those at 2i + 1 and 2i + 2. */
  private readonly heap: Entry<T>[] = [];
  private arrivals = 0;

  constructor(bound: number) {
    this.bound = bound;
  }

  get length(): number {
    return this.heap.length;
  }

  /** False, and nothing changed, where the queue is full. */
  push(item: T, priority: number): boolean {
    if (this.heap.length >= this.bound) return false;
    this.heap.push({ item, priority, arrival: this.arrivals++ });
    this.rise(this.heap.length - 1);
    return true;
  }

  shift(): T | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (last !== undefined && this.heap.length > 0) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first?.item;
  }

  /** Empties the queue and gives what was in it. */
  clear(): T[] {
    return this.heap.splice(0).map(({ item }) => item);
  }

  private rise(at: number): void {
    for (let child = at; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!this.before(child, parent)) return;
      this.exchange(child, parent);
      child = parent;
    }
  }

  private sink(at: number): void {
    for (let parent = at; ;) {
      const left = 2 * parent + 1;
      const right = left + 1;
      let least = parent;
      if (left < this.heap.length && this.before(left, least)) least = left;
      if (right < this.heap.length && this.before(right, least)) least = right;
      if (least === parent) return;
      this.exchange(parent, least);
      parent = least;
    }
  }

  private before(i: number, j: number): boolean {
    const a = this.heap[i] as Entry<T>;
    const b = this.heap[j] as Entry<T>;
    return a.priority > b.priority || (a.priority === b.priority && a.arrival < b.arrival);
  }

  private exchange(i: number, j: number): void {
    const entry = this.heap[i] as Entry<T>;
    this.heap[i] = this.heap[j] as Entry<T>;
    this.heap[j] = entry;
  }
}
