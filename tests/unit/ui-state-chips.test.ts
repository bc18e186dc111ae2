import { describe, expect, test } from 'vitest';
import { completion } from '../../src/core/service/completion.ts';
import { chipsOf } from '../../src/ui/state/chips.ts';

/** The chips at `|`. */
function chips(marked: string): string[] {
  const offset = marked.indexOf('|');
  const source = marked.replace('|', '');
  return chipsOf(completion(source, offset), source, offset).map(({ label }) => label);
}

describe('the chips of completion', () => {
  test('begin with what was typed, names with it inside come after', () => {
    const found = chips('def solve_x(I):\n    x1 = mirr|\n');
    expect(found.length).toBeGreaterThan(2);
    expect(found.every((label) => label.includes('mirr'))).toBe(true);
    expect(chips('def solve_x(I):\n    x1 = cm|\n')[0]).toBe('cmirror');
  });

  test('begin with what fits where nothing was typed', () => {
    expect(chips('def solve_x(I):\n    x1 = vmirror(|)\n')[0]).toBe('I');
    expect(chips('def solve_x(I):\n    |\n')[0]).toBe('x1 = ');
  });

  test('are not what stands there, are few, and no snippets', () => {
    expect(chips('def solve_x(I):\n    x1 = vmirror|(I)\n')).not.toContain('vmirror');
    expect(chips('def solve_x(I):\n    x1 = |\n').length).toBeLessThanOrEqual(16);
    expect(chips('|')).toEqual([]);
  });

  test('begin a call, where none stands there', () => {
    const text = (source: string, at: number) =>
      chipsOf(completion(source, at), source, at).find(({ label }) => label === 'vmirror');
    expect(text('def solve_x(I):\n    x1 = vm\n', 27)).toMatchObject({
      text: 'vmirror(',
      span: { from: 25, to: 27 },
    });
    expect(text('def solve_x(I):\n    x1 = vm(I)\n', 27)?.text).toBe('vmirror');
  });
});
