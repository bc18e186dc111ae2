import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Notices } from '../../src/ui/state/notices.svelte.ts';

describe('notices', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const texts = (notices: Notices) => notices.list.map(({ text }) => text);

  it('lets good news go by itself, and what needs attention stay', () => {
    const notices = new Notices();
    notices.tell('info', 'good');
    notices.tell('warn', 'odd');
    notices.tell('bad', 'lost');
    vi.advanceTimersByTime(60_000);
    expect(texts(notices)).toEqual(['odd', 'lost']);
  });

  it('lets nothing go while somebody is at it, and soon after', () => {
    const notices = new Notices();
    notices.tell('info', 'good');
    notices.hold();
    vi.advanceTimersByTime(60_000);
    expect(texts(notices)).toEqual(['good']);
    notices.release();
    vi.advanceTimersByTime(1_000);
    expect(texts(notices)).toEqual(['good']);
    vi.advanceTimersByTime(2_000);
    expect(texts(notices)).toEqual([]);
  });

  it('says the same words once, and no more than three things', () => {
    const notices = new Notices();
    for (const text of ['a', 'b', 'a', 'c', 'd']) notices.tell('bad', text);
    expect(texts(notices)).toEqual(['a', 'c', 'd']);
    notices.dismissNewest();
    expect(texts(notices)).toEqual(['a', 'c']);
  });

  it('are shown at the place that was opened last, whichever closes first', () => {
    const notices = new Notices();
    const [page, dialog, inner] = ['page', 'dialog', 'inner'].map((name) => Symbol(name));
    notices.enter(page);
    const leaveDialog = notices.enter(dialog);
    const leaveInner = notices.enter(inner);
    const at = () => [page, dialog, inner].map((place) => notices.isAt(place));
    expect(at()).toEqual([false, false, true]);
    leaveDialog();
    expect(at()).toEqual([false, false, true]);
    leaveInner();
    expect(at()).toEqual([true, false, false]);
  });
});
