/** Waiting until something has happened. */
export class Bell {
  private waiting: (() => void)[] = [];

  /** Settles when it is rung next, or after so many milliseconds. */
  heard(ms?: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting = this.waiting.filter((other) => other !== done);
        resolve();
      };
      const timer = ms === undefined ? undefined : setTimeout(done, ms);
      this.waiting.push(done);
    });
  }

  ring(): void {
    for (const done of this.waiting) done();
  }
}
