/** Places in a text: line and column, both from 1; the column counts UTF-16 units. */

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds many places in one text, however long it is. */
export class Places {
  private readonly starts: readonly number[];

  constructor(text: string) {
    const breaks = text.matchAll(/\r\n|\r|\n/g);
    this.starts = [0, ...[...breaks].map(({ index, 0: end }) => index + end.length)];
  }

  at(offset: number): Place {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - this.starts[low] + 1 };
  }
}

/** The name that the selection is in or begins in; '' where it is at none. */
export function wordAt(text: string, { from, to }: { readonly from: number; readonly to: number }): string {
  const before = /\w*$/.exec(text.slice(0, from))![0];
  return before + /^\w*/.exec(text.slice(from))![0].slice(0, from === to ? undefined : to - from);
}
