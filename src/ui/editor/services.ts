/** What the full editor asks of the page. */
import type { Editing, EditingVerb, GridRows, Picture, Span } from '../../protocol/index.ts';

/** What a variable holds on the pair that is shown. */
export interface NamedValue {
  /** The pair, for people. */
  readonly pair: string;
  readonly text: string;
  readonly picture: Picture | null;
  /** Of the pair: patches are drawn on it. */
  readonly input: GridRows;
}

export interface EditorServices {
  /** null where no answer came, or nobody waits for it any longer. */
  ask<K extends EditingVerb>(
    verb: K,
    args: Parameters<Editing[K]>,
    signal?: AbortSignal,
  ): Promise<ReturnType<Editing[K]> | null>;
  /** Tells the user something that the editor itself would keep to itself. */
  say(text: string): void;
  /** Makes a hole of the expression there, and searches for something better. */
  better(span: Span): void;
  /** null where nothing is known of it. */
  valueOf(name: string): NamedValue | null;
}
