/** Work that comes one piece after the other, each in a task of its own: between them the browser draws, and listens. */

/** Settles in a task of its own, as soon as the page has time. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A row of those that wait for something, and then for each other. */
export class Turns {
  /** The first has its turn now. */
  begin = (): void => {};
  private last: Promise<unknown> = new Promise<void>((resolve) => (this.begin = resolve));

  /** Settles when those that asked before have had their turns, in a task of its own. */
  next(): Promise<void> {
    const mine = this.last.then(turn);
    this.last = mine;
    return mine;
  }
}
