/**
 * The words that links of version 1 know by number. FROZEN: a changed or moved word would change the meaning of links
 * that are out in the world. What the dialect gains later is written as text by version 1; see `v1-solver.ts`.
 */

const split = (text: string): string[] => text.trim().split(/\s+/);

const CONSTANTS = split(`
  T F ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN NEG_ONE NEG_TWO ORIGIN UNITY DOWN RIGHT UP LEFT
  NEG_UNITY UP_RIGHT DOWN_LEFT TWO_BY_TWO THREE_BY_THREE ZERO_BY_TWO TWO_BY_ZERO`);

const OF_ONE = split(`
  size color first merge identity width shape asobject leastcolor ulcorner vmirror lefthalf righthalf delta mostcommon
  increment positive totuple mostcolor fgpartition rot90 hmirror dmirror dedupe tojvec asindices square palette
  numcolors rot180 rot270 corners trim inbox outbox compress invert even flip maximum leastcommon last height portrait
  lrcorner toindices normalize ineighbors neighbors leftmost hline cmirror center tophalf vfrontier hfrontier backdrop
  box hperiod vperiod double halve minimum initset decrement crement sign toivec urcorner llcorner dneighbors partition
  uppermost lowermost rightmost vline centerofmass bottomhalf frontiers`);

const OF_TWO = split(`
  mapply paint rbind ofcolor compose recolor apply lbind subgrid cover hconcat vconcat mfilter colorcount shift order
  argmin difference argmax remove colorfilter canvas multiply astuple sizefilter underpaint shoot intersection repeat
  sfilter extract matcher toobject upscale index subtract valmin bordering downscale connect gravitate add equality
  combine greater both other product power hmatching manhattan adjacent hupscale vupscale hsplit vsplit position
  occurrences divide contained valmax either insert pair rapply vmatching`);

const OF_THREE = split(`
  fill fork replace interval branch chain switch mpapply crop underfill cellwise move papply prapply`);

const OF_FOUR = split('objects');

export const V1_CONSTANTS: readonly string[] = CONSTANTS;

/** Primitives with their number of arguments. */
export const V1_PRIMITIVES: readonly (readonly [name: string, arity: number])[] = [
  ...OF_FOUR.map((name) => [name, 4] as const),
  ...OF_THREE.map((name) => [name, 3] as const),
  ...OF_TWO.map((name) => [name, 2] as const),
  ...OF_ONE.map((name) => [name, 1] as const),
];
