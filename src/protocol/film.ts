/** What the inspector worker tells of a solver's lines, as data that a page can draw. */
export type * from '../core/inspection/film-types.ts';
export type * from '../core/inspection/line-types.ts';
export type * from '../core/inspection/picture.ts';
export type { BattAnswer, BattLine, BattRequest } from '../core/inspection/batt.ts';
export type {
  StressAnswer,
  StressFailure,
  StressPlace,
  StressReport,
  StressRequest,
} from '../core/inspection/stress.ts';
export type { SimplifyAnswer, SimplifyRequest } from '../core/inspection/simplify.ts';
