/** A task as a file: one pair a line, so that it can be read, and equal tasks give equal files. */
import type { Pair, Task } from '../../protocol/index.ts';

export function taskText({ train, test }: Task): string {
  const lines = (pairs: readonly Pair[]) =>
    pairs
      .map(({ input, output }) => `  ${JSON.stringify(output === null ? { input } : { input, output })}`)
      .join(',\n');
  return `{"train": [\n${lines(train)}\n], "test": [\n${lines(test)}\n]}\n`;
}
