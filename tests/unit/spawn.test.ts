/** How the tab learns that one of its workers is gone, whatever it was doing. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hireEngine } from '../../src/host/pool/spawn.ts';

class QuietWorker extends EventTarget {
  static last: QuietWorker;
  terminated = false;
  constructor() {
    super();
    QuietWorker.last = this;
  }
  postMessage(): void {}
  terminate(): void {
    this.terminated = true;
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

/** Locks that are held until they are told to be free. */
const free = new Map<string, () => void>();
const died = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', QuietWorker);
  vi.stubGlobal('navigator', {
    locks: {
      request: (name: string, { signal }: { signal: AbortSignal }, granted: () => void) =>
        new Promise((_, refuse) => {
          free.set(name, granted);
          signal.addEventListener('abort', () => {
            free.delete(name);
            refuse(new Error('aborted'));
          });
        }),
    },
  });
  died.mockReset();
  free.clear();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('one that ends before it has said a word is given up after a while', () => {
  hireEngine(died);
  vi.advanceTimersByTime(15_000);
  expect(died).not.toHaveBeenCalled();
  vi.advanceTimersByTime(15_000);
  expect(died.mock.calls).toEqual([['the worker did not begin']]);
});

test('one that has begun is left in peace, and missed when its lock is free', () => {
  hireEngine(died);
  QuietWorker.last.say({ id: 'an answer' });
  QuietWorker.last.say({ lock: 'mine' });
  vi.advanceTimersByTime(600_000);
  expect(died).not.toHaveBeenCalled();
  free.get('mine')!();
  expect(died.mock.calls).toEqual([['the worker ended without a word']]);
});

test('where there are no locks it has begun all the same', () => {
  hireEngine(died);
  QuietWorker.last.say({ lock: null });
  vi.advanceTimersByTime(600_000);
  expect(died).not.toHaveBeenCalled();
});

test('one that was ended here is not missed', () => {
  const early = hireEngine(died);
  early.terminate();
  const late = hireEngine(died);
  QuietWorker.last.say({ lock: 'mine' });
  late.terminate();
  vi.advanceTimersByTime(600_000);
  expect([died.mock.calls.length, free.size, QuietWorker.last.terminated]).toEqual([0, 0, true]);
});
