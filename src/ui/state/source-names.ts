/** What the generators of candidates are called. */
import type { SourceName } from '../../protocol/index.ts';

/** In the order in which they are listed. */
export const SOURCE_NAMES: Readonly<Record<SourceName, string>> = {
  pool: 'Pool',
  mutation: 'Mutation',
  bank: 'Expressions',
  goals: 'Last step',
  blocks: 'Blocks',
  pieces: 'Pieces',
};
