/** How a found program came about, in words: the steps that it takes, from the input on. */
/** Steps of a chain that are said; of a longer one the first and the last ones. */
const MOST = 5;
/** Calls within one macro that are said. */
const MOST_WITHIN = 3;

/** "objects → largest → subgrid"; '' for no step. */
export function chainText(steps: readonly string[]): string {
  const words = steps.map(stepWords).filter((word, i, all) => word !== all[i - 1]);
  if (words.length <= MOST) return words.join(' → ');
  return [...words.slice(0, MOST - 2), '…', ...words.slice(-1)].join(' → ');
}

/** A macro in words: its calls from the inside out, as far as they take the value in its hole. */
export function stepWords(macro: string): string {
  const said: string[] = [];
  for (let text = macro; ;) {
    const call = callOf(text);
    if (call === null || said.length === MOST_WITHIN) break;
    said.unshift(wordsOf(call));
    const inner = call.args.find((arg) => arg.includes('(') && /\b[xyI]\b/.test(arg));
    if (inner === undefined || COMBINING.has(call.name)) break;
    text = inner;
  }
  return said.length === 0 ? macro : said.join(' → ');
}

interface Call {
  readonly name: string;
  readonly args: readonly string[];
}

/** What takes functions apart says no more than its own name. */
const COMBINING = new Set([
  'sfilter',
  'mfilter',
  'extract',
  'argmax',
  'argmin',
  'mapply',
  'apply',
  'papply',
  'order',
]);

/** What is said in place of a primitive's own name. */
const WORDS: Readonly<Record<string, string>> = {
  objects: 'objects',
  partition: 'objects by colour',
  fgpartition: 'objects by colour',
  merge: 'all together',
  argmax: 'the most',
  argmin: 'the least',
  extract: 'the one that fits',
  sfilter: 'those that fit',
  mfilter: 'those that fit',
  colorfilter: 'those of a colour',
  sizefilter: 'those of a size',
  mapply: 'for each',
  apply: 'for each',
  papply: 'pair by pair',
  mpapply: 'pair by pair',
  prapply: 'all pairs',
  remove: 'without',
  difference: 'without',
  ofcolor: 'cells of a colour',
  asindices: 'all cells',
  asobject: 'whole grid',
  toobject: 'cells with colours',
  backdrop: 'its box, filled',
  delta: 'inside its box',
  box: 'its outline',
  inbox: 'inner outline',
  outbox: 'outer outline',
  replace: 'recolour',
  switch: 'swap colours',
  recolor: 'recolour',
  hmirror: 'mirror',
  vmirror: 'mirror',
  dmirror: 'mirror',
  cmirror: 'mirror',
  rot90: 'turn',
  rot180: 'turn',
  rot270: 'turn',
  hconcat: 'side by side',
  vconcat: 'one over the other',
  upscale: 'enlarge',
  hupscale: 'enlarge',
  vupscale: 'enlarge',
  downscale: 'reduce',
  mostcolor: 'its most colour',
  leastcolor: 'its least colour',
  mostcommon: 'the most common',
  leastcommon: 'the least common',
  tophalf: 'top half',
  bottomhalf: 'bottom half',
  lefthalf: 'left half',
  righthalf: 'right half',
  gravitate: 'move up to',
  cellwise: 'cell by cell',
};

/** Of the greatest and the least of something. */
const EXTREMES: Readonly<Record<string, readonly [most: string, least: string]>> = {
  size: ['largest', 'smallest'],
  height: ['tallest', 'lowest'],
  width: ['widest', 'narrowest'],
  leftmost: ['the one farthest right', 'leftmost'],
  rightmost: ['rightmost', 'the one farthest left'],
  uppermost: ['the one farthest down', 'topmost'],
  lowermost: ['bottom one', 'the one farthest up'],
  numcolors: ['most colours', 'fewest colours'],
};

function wordsOf({ name, args }: Call): string {
  if (name === 'argmax' || name === 'argmin') {
    const pair = EXTREMES[args[1]] as readonly [string, string] | undefined;
    if (pair !== undefined) return pair[name === 'argmax' ? 0 : 1];
  }
  return (WORDS[name] as string | undefined) ?? name;
}

/** The outermost call of an expression, with the texts of its arguments; null for a mere name. */
function callOf(text: string): Call | null {
  const open = text.indexOf('(');
  if (open < 0) return null;
  const args: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let at = open; at < text.length; at++) {
    const letter = text[at];
    if (letter === '(') depth++;
    else if (letter === ')') depth--;
    if ((letter === ',' && depth === 1) || depth === 0) {
      args.push(text.slice(from, at).trim());
      from = at + 1;
    }
    if (depth === 0) break;
  }
  return { name: text.slice(0, open), args };
}
