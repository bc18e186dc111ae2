/** Program codes bundled for the way between threads. Knows nothing of what the codes mean, so the tab can use it. */

/** Several programs end to end: program i is `code` from `starts[i]` to `starts[i + 1]`. */
export interface ProgramBatch {
  readonly code: Int32Array<ArrayBuffer>;
  readonly starts: Int32Array<ArrayBuffer>;
}

export function encodeBatch(codes: readonly Int32Array[]): ProgramBatch {
  const starts = new Int32Array(codes.length + 1);
  codes.forEach((code, i) => (starts[i + 1] = starts[i] + code.length));
  const joined = new Int32Array(starts[codes.length]);
  codes.forEach((code, i) => joined.set(code, starts[i]));
  return { code: joined, starts };
}

/** The codes of a batch, as views of it. */
export function codesOf(batch: ProgramBatch): Int32Array[] {
  return Array.from({ length: batch.starts.length - 1 }, (_, i) =>
    batch.code.subarray(batch.starts[i], batch.starts[i + 1]),
  );
}
