/** What the desk worker tells of a solver's lines, as data that a page can draw. */
export type {
  Choice,
  Difference,
  Film,
  FilmAnswer,
  FilmApi,
  FilmLine,
  FilmPair,
  FilmRequest,
  Frame,
  Shown,
  Tie,
  Tied,
} from '../core/desk/film-types.ts';
export type { Drawn, GridPicture, PatchPicture, Picture } from '../core/desk/picture.ts';
export type { BattAnswer, BattLine, BattRequest } from '../core/desk/batt.ts';
export type {
  StressAnswer,
  StressFailure,
  StressPlace,
  StressReport,
  StressRequest,
} from '../core/desk/stress.ts';
export type { SimplifyAnswer, SimplifyRequest } from '../core/desk/simplify.ts';
export type { LineAnswer, LinePlan, LineRequest, ToldLine } from '../core/desk/line-types.ts';
