/** The scores of a batch in flat form. */

/**
 * Scores of programs on pairs in flat form, the entry of program p on the i-th pair at p x pairs + i.
 * Typed arrays cross to another thread without being copied.
 */
export interface ScoreTable {
  readonly pairs: number;
  /** Index into ENDS of values/ends.ts. */
  readonly ends: Uint8Array<ArrayBuffer>;
  /** 1 where the output is exactly the expected one. */
  readonly match: Uint8Array<ArrayBuffer>;
  /** 1 where height and width are the expected ones. */
  readonly shape: Uint8Array<ArrayBuffer>;
  /** Right cells; 0 where the shape differs. */
  readonly correct: Uint16Array<ArrayBuffer>;
  /** Where the shape differs: thousandths of the cells of both, one laid over the other, that agree. */
  readonly shared: Uint16Array<ArrayBuffer>;
  readonly fuel: Float64Array<ArrayBuffer>;
  /** Two words each: equal where two programs behave alike on the pair. */
  readonly digest: Uint32Array<ArrayBuffer>;
}
