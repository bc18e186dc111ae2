/** The reference: asked for once, and searched by name, meaning and type. */
import type { Entry, PoolSolver } from '../../protocol/index.ts';
import type { Language } from '../../host/language.ts';

/** Safe to share: the reference is the same whoever asks. */
let entries: Promise<readonly Entry[]> | null = null;

/** [] where no answer came; the next question asks again. */
export function referenceFrom(language: Pick<Language, 'ask'>): Promise<readonly Entry[]> {
  entries ??= language.ask('reference', []).then((found) => {
    if (found === null) entries = null;
    return found ?? [];
  });
  return entries;
}

/** Words that people look for, and the words of the catalogue that mean it. */
const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  flip: ['mirror', 'swapped'],
  reflect: ['mirror', 'swapped'],
  mirror: ['swapped', 'mirrored'],
  rotate: ['turn'],
  biggest: ['largest', 'greatest', 'most'],
  largest: ['greatest', 'most', 'maximum', 'argmax', 'valmax'],
  smallest: ['least', 'fewest', 'minimum', 'argmin', 'valmin'],
  size: ['number', 'height', 'width'],
  count: ['number'],
  color: ['colour'],
  colors: ['colours'],
  paint: ['fill', 'painted', 'colour'],
  move: ['shift', 'moved', 'shifted'],
  zoom: ['upscale', 'repeated'],
  scale: ['upscale', 'downscale', 'factor'],
  cut: ['crop', 'part'],
  join: ['concat', 'side by side', 'below'],
  loop: ['apply', 'each'],
  filter: ['keep', 'members', 'sfilter'],
  box: ['bounding'],
  line: ['ray', 'connect', 'shoot'],
  shape: ['object', 'patch'],
};

/** Those that have all words, by name first, then by meaning and by type; `a -> b` asks for types in that order. */
export function findEntries(all: readonly Entry[], query: string): readonly Entry[] {
  const words = query
    .toLowerCase()
    .split(/[\s,()]+/)
    .filter((word) => word !== '' && word !== '->');
  if (words.length === 0) return all;
  const ranked = all.flatMap((entry) => {
    const ranks = words.map((word) => rankOf(entry, word));
    return ranks.includes(0) ? [] : [{ entry, rank: ranks.reduce((sum, rank) => sum + rank, 0) }];
  });
  return ranked.toSorted((a, b) => b.rank - a.rank).map(({ entry }) => entry);
}

/** 0 where the word has nothing to do with it. */
function rankOf({ name, doc, family, types, title }: Entry, word: string): number {
  const called = name.toLowerCase();
  if (called === word) return 6;
  if (called.startsWith(word)) return 5;
  if (called.includes(word)) return 4;
  const text = `${doc} ${family}`.toLowerCase();
  if (text.includes(word)) return 3;
  if (types.some((type) => type.toLowerCase() === word)) return 2;
  const meant = MEANINGS[word] ?? [];
  if (meant.some((other) => called.includes(other))) return 4;
  if (meant.some((other) => text.includes(other))) return 2;
  return title.toLowerCase().includes(word) ? 1 : 0;
}

/** What stands for an argument of a type when a primitive is tried: something of the input, or a small constant. */
const TRIED: Readonly<Record<string, string>> = {
  Any: 'I',
  Boolean: 'T',
  Container: 'I',
  Element: 'I',
  FrozenSet: 'asindices(I)',
  Grid: 'I',
  Integer: 'TWO',
  IntegerSet: 'palette(I)',
  IntegerTuple: 'UNITY',
  Numerical: 'TWO',
  Object: 'first(objects(I, T, F, T))',
  Objects: 'objects(I, T, F, T)',
  Patch: 'ofcolor(I, leastcolor(I))',
  Piece: 'I',
  Tuple: 'UNITY',
};

/** A solver of one line that shows a primitive or constant at work; null where it needs a function, which says little. */
export function tryText({ name, family, types }: Pick<Entry, 'name' | 'family' | 'types'>): string | null {
  const args = types.slice(0, -1).map((type) => TRIED[type]);
  if (args.includes(undefined as never)) return null;
  const line = family === 'constant' ? name : `${name}(${args.join(', ')})`;
  return `def solve(I):\n    x1 = ${line}\n    return x1\n`;
}

/** The solvers that call it, or use it as a function. */
export function usersOf(name: string, pool: readonly PoolSolver[]): readonly PoolSolver[] {
  const word = new RegExp(`\\b${name}\\b`);
  return pool.filter(({ source }) => word.test(source.slice(source.indexOf('\n') + 1)));
}
