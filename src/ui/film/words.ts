/** What a value is, in a few words. */
import type { Picture } from '../../protocol/index.ts';
import { number } from '../parts/number.ts';

function some(many: number, noun: string, plural = `${noun}s`): string {
  return `${number(many)} ${many === 1 ? noun : plural}`;
}

export function wordsOf(picture: Picture): string {
  switch (picture.kind) {
    case 'grid':
      return `${picture.height} × ${picture.width}${picture.colours ? '' : ' numbers'}`;
    case 'object':
      return some(picture.count, 'cell');
    case 'indices':
      return some(picture.count, 'index', 'indices');
    case 'objects':
      return patchWords(picture);
    case 'number':
      return String(picture.value);
    case 'boolean':
      return picture.value ? 'True' : 'False';
    case 'none':
      return 'None';
    case 'vector':
      return `(${picture.row}, ${picture.column})`;
    case 'cell':
      return `colour ${picture.colour} at (${picture.row}, ${picture.column})`;
    case 'function':
      return picture.text;
    case 'undrawn':
      return picture.text;
    default:
      return containerWords(picture);
  }
}

function patchWords({ patches, count: many, ordered }: Picture & { kind: 'objects' }): string {
  const words = patches[0]?.kind === 'object' ? some(many, 'object') : some(many, 'patch', 'patches');
  return ordered ? `${words} in order` : words;
}

function containerWords(picture: Picture & { kind: 'tuple' | 'set' }): string {
  const { kind, members } = picture;
  if (picture.count === 0) return kind === 'set' ? 'empty set' : 'empty tuple';
  const kinds = new Set(members.map((member) => member.kind));
  const flat = [...kinds].every((each) => ['number', 'boolean', 'vector', 'none'].includes(each));
  if (flat) {
    const text = members.slice(0, 12).map(wordsOf).join(', ');
    const more = picture.count > 12 ? ', …' : '';
    return kind === 'set' ? `{${text}${more}}` : `(${text}${more})`;
  }
  const noun = kinds.size === 1 ? NOUNS[[...kinds][0]] : undefined;
  const what = noun ? some(picture.count, ...noun) : some(picture.count, 'value');
  return kind === 'tuple' ? `${what} in order` : what;
}

const NOUNS: Partial<Record<Picture['kind'], readonly [string, string]>> = {
  grid: ['grid', 'grids'],
  object: ['object', 'objects'],
  indices: ['patch', 'patches'],
  objects: ['set of objects', 'sets of objects'],
  tuple: ['tuple', 'tuples'],
  set: ['set', 'sets'],
  function: ['function', 'functions'],
  cell: ['cell', 'cells'],
};

/** The members that can be drawn one by one; [] where there are none. */
export function membersOf(picture: Picture): readonly Picture[] {
  if (picture.kind === 'objects') return picture.patches;
  if (picture.kind === 'tuple' || picture.kind === 'set') return picture.members;
  return [];
}

const DRAWN: readonly Picture['kind'][] = ['grid', 'object', 'indices', 'objects', 'cell'];

/** Whether it is shown as a picture, or its members are. */
export function isDrawn(picture: Picture): boolean {
  if (picture.kind === 'grid') return picture.colours && picture.width > 0;
  return DRAWN.includes(picture.kind) || membersOf(picture).some(isDrawn);
}
