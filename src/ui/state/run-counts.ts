/** The counts of a run that has not begun. */
import type { SourceCounts, StageCounts } from '../../protocol/index.ts';

const NOTHING = { out: 0, ms: 0 };

export const NO_COUNTS: StageCounts = {
  generate: NOTHING,
  dedupe: NOTHING,
  inline: NOTHING,
  validate: NOTHING,
  score: NOTHING,
  rank: NOTHING,
};

const NONE_MADE = { made: 0, distinct: 0, useful: 0, best: 0 };

export const NO_SOURCES: SourceCounts = {
  pool: NONE_MADE,
  mutation: NONE_MADE,
  bank: NONE_MADE,
  goals: NONE_MADE,
  blocks: NONE_MADE,
  pieces: NONE_MADE,
};
