import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { onDeadline } from '../../src/host/pool/deadline.ts';

/** Of a page: its timers, and a clock that goes on while it sleeps. */
class Page {
  private slept = 0;
  private readonly began = Date.now();

  now = (): number => Date.now() - this.began + this.slept;

  /** Timers stand still, and those that are due come right after. */
  sleep(ms: number): void {
    this.slept += ms;
    vi.runOnlyPendingTimers();
  }
}

describe('a deadline', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function started(ms: number): { page: Page; passed: () => boolean; callOff: () => void } {
    const page = new Page();
    let isOver = false;
    const callOff = onDeadline(ms, () => (isOver = true), page.now);
    return { page, callOff, passed: () => isOver };
  }

  test('passes in its time', () => {
    const { passed } = started(30_000);
    vi.advanceTimersByTime(29_999);
    expect(passed()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(passed()).toBe(true);
  });

  test('can be called off, whenever', () => {
    for (const after of [0, 1, 7_500, 29_999]) {
      const { passed, callOff } = started(30_000);
      vi.advanceTimersByTime(after);
      callOff();
      vi.advanceTimersByTime(120_000);
      expect(passed()).toBe(false);
      expect(vi.getTimerCount()).toBe(0);
    }
  });

  test.each([0, 5_000, 14_000, 22_000, 29_000])(
    'leaves time for an answer after a night of sleep at %s ms',
    (at) => {
      const { page, passed } = started(30_000);
      vi.advanceTimersByTime(at);
      page.sleep(8 * 3_600_000);
      expect(passed()).toBe(false);
      vi.advanceTimersByTime(7_000);
      expect(passed()).toBe(false);
      vi.advanceTimersByTime(30_000);
      expect(passed()).toBe(true);
    },
  );

  test('passes even where every timer comes late, as in a hidden tab', () => {
    const { page, passed } = started(30_000);
    for (let minute = 0; minute < 5; minute++) page.sleep(60_000);
    expect(passed()).toBe(true);
  });
});
