/** What a number field allows. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** The nearest allowed whole number; the old one where the text is not a number. */
export function within(range: Range, text: string, old: number): number {
  const value = Math.round(Number(text));
  if (text.trim() === '' || !Number.isFinite(value)) return old;
  return Math.min(range.max, Math.max(range.min, value));
}
