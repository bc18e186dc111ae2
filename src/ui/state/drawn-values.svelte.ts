/** What somebody wants a line to give: values drawn for some pairs. */
import type { Encoded } from '../../protocol/index.ts';

export interface DrawnValue {
  /** By which the bench counts its pairs. */
  readonly pair: number;
  readonly value: Encoded;
}

export class DrawnValues {
  /** The line that they are for. */
  line = $state('');
  list = $state.raw<readonly DrawnValue[]>([]);

  /** Of a line; those of another one are given up. */
  of(line: string): readonly DrawnValue[] {
    return this.line === line ? this.list : [];
  }

  put(line: string, drawn: DrawnValue): void {
    const others = this.of(line).filter(({ pair }) => pair !== drawn.pair);
    this.line = line;
    this.list = [...others, drawn].sort((a, b) => a.pair - b.pair);
  }

  remove(gone: DrawnValue): void {
    this.list = this.list.filter((each) => each !== gone);
  }

  set(line: string, list: readonly DrawnValue[]): void {
    this.line = line;
    this.list = list;
  }
}
