/** Completion in a row of chips, for an editor that has no list of its own. */
import type { Completion, Edit } from '../../protocol/index.ts';

export interface Chip extends Edit {
  readonly label: string;
  /** A signature, or a type. */
  readonly detail: string;
  /** It goes with what is asked for there. */
  readonly likely: boolean;
}

/** More than these nobody scrolls through. */
const MOST = 16;

/**
 * What goes on with the word before `offset`, the likeliest first: names that begin with it, then names that have it in
 * them. Nothing that stands there already, and no whole shapes of lines, whose places a plain text cannot have.
 */
export function chipsOf(completions: readonly Completion[], source: string, offset: number): readonly Chip[] {
  const matching = (fits: (name: string, typed: string) => boolean) =>
    completions.filter(({ label, kind, replace }) => {
      const typed = source.slice(replace.from, offset).toLowerCase();
      const standing = source.slice(replace.from, replace.to).toLowerCase();
      const name = label.toLowerCase();
      return kind !== 'snippet' && name !== standing && fits(name, typed);
    });
  const begun = matching((name, typed) => name.startsWith(typed));
  const within = matching(
    (name, typed) => typed.length > 1 && !name.startsWith(typed) && name.includes(typed),
  );
  return [...begun, ...within]
    .slice(0, MOST)
    .map(({ label, detail, fit, insertText, isSnippet, replace }) => ({
      label,
      detail,
      likely: fit === 'fits',
      span: replace,
      // A call is begun, and its arguments are asked for next.
      text: isSnippet ? `${label}(` : insertText,
    }));
}
