/** How the outputs of a task differ from its inputs, as short sentences. */
import type { Difference } from '../../host/tasks/differs.ts';
import { COLOUR_NAMES } from '../parts/colour-names.ts';
import { plural } from './sentences.ts';

/** "Every output has its input’s size." "Red appears." */
export function differenceTexts(differences: readonly Difference[]): string[] {
  return differences.map(textOf).filter((text) => text !== '');
}

function textOf(difference: Difference): string {
  switch (difference.kind) {
    case 'size':
      return sizeText(difference);
    case 'appear':
    case 'vanish':
      return coloursText(difference);
    case 'moved':
      return 'There are as many cells of each colour as before.';
    case 'cells':
      return cellsText(difference.least, difference.most);
    case 'from':
      return `All of these were ${COLOUR_NAMES[difference.colour]}.`;
    case 'to':
      return `All of these become ${COLOUR_NAMES[difference.colour]}.`;
    case 'objects':
      return OBJECTS[difference.change];
  }
}

const OBJECTS = {
  same: 'As many objects as before.',
  fewer: 'Fewer objects than before.',
  more: 'More objects than before.',
  one: 'One object is left.',
};

function sizeText(size: Extract<Difference, { kind: 'size' }>): string {
  switch (size.rule) {
    case 'same':
      return 'Every output has its input’s size.';
    case 'turned':
      return 'Every output is as high as its input is wide.';
    case 'varies':
      return 'The size of the outputs follows no simple rule.';
    case 'constant':
      return `Every output is ${size.rows} × ${size.columns}.`;
    case 'times':
      return `Every output is ${timesText(size.rows, size.columns)} as large as its input.`;
    case 'part':
      return `Every input is ${timesText(size.rows, size.columns)} as large as its output.`;
  }
}

const timesText = (rows: number, columns: number) => `${rows} × ${columns} times`;

/** More colours, of which each appears or vanishes on some pairs only, tell nothing. */
const MOST_COLOURS = 3;

const SINGULAR = { appear: 'appears', vanish: 'vanishes' };

function coloursText({ kind, always, colours }: Extract<Difference, { kind: 'appear' | 'vanish' }>): string {
  if (!always && colours.length > MOST_COLOURS) return `Which colours ${kind} differs from pair to pair.`;
  const names = colours.map((colour) => COLOUR_NAMES[colour]);
  const last = names.at(-1) as string;
  const list =
    names.length === 1 ? last : `${names.slice(0, -1).join(', ')} ${always ? 'and' : 'or'} ${last}`;
  const verb = names.length === 1 || !always ? SINGULAR[kind] : kind;
  const text = always ? `${list} ${verb}.` : `${list} ${verb} on some pairs.`;
  return `${text[0].toUpperCase()}${text.slice(1)}`;
}

function cellsText(least: number, most: number): string {
  if (most === 0) return 'No cell changes.';
  return least === most
    ? `${plural(most, 'cell')} ${most === 1 ? 'changes' : 'change'}.`
    : `${least} to ${most} cells change.`;
}
