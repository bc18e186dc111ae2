/** What is presented of a solver: its input, and after every line what that line has made of it. */
import type { Film, FilmLine, Picture } from '../../protocol/index.ts';

export interface Step {
  /** The variable; '' before the first line. */
  readonly name: string;
  /** The line as it is written. */
  readonly code: string;
  /** null where the line failed or was not reached. */
  readonly picture: Picture | null;
  readonly why: string;
}

const START: Step = { name: '', code: 'Before the first line', picture: null, why: '' };

/** The steps on the pair at that place of the film, the first being before the first line. Dead lines show nothing new. */
export function presentedSteps(film: Film | null, source: string, at: number): readonly Step[] {
  if (film === null || at < 0) return [START];
  const lines = film.lines.filter(({ name, dead }) => !dead && name !== 'return');
  return [START, ...lines.map((line) => stepOf(line, source, at))];
}

function stepOf({ name, span, frames }: FilmLine, source: string, at: number): Step {
  const shown = frames[at]?.shown;
  const picture = shown?.kind === 'value' ? shown.picture : null;
  const why = shown?.kind === 'fault' ? shown.why : picture === null ? 'not reached' : '';
  return { name, code: source.slice(span.from, span.to).trim(), picture, why };
}
