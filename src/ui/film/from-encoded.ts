/** Encoded values, as the language service gives them, as pictures. */
import type { Encoded, PatchPicture, Picture } from '../../protocol/index.ts';

type Members = readonly Encoded[];

export function pictureOf(value: Encoded): Picture {
  if (value === null) return { kind: 'none' };
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if ('g' in value) return gridOf(value.g);
  if ('f' in value || 'call' in value) return { kind: 'function', signature: '', text: encodedText(value) };
  if ('s' in value) return patchOf(value.s) ?? membersOf('set', value.s);
  const [first, second] = value.t;
  if (value.t.length === 2 && isInteger(first)) {
    if (isInteger(second)) return { kind: 'vector', row: first, column: second };
    const place = placeOf(second);
    if (place) return { kind: 'cell', colour: first, row: place[0], column: place[1] };
  }
  return membersOf('tuple', value.t);
}

function gridOf(digits: readonly string[]): Picture {
  const rows = digits.map((row) => Array.from(row, Number));
  return { kind: 'grid', height: rows.length, width: rows[0].length, rows, colours: true, left: 0 };
}

function membersOf(kind: 'tuple' | 'set', items: Members): Picture {
  const members = items.map(pictureOf);
  const patches = members.filter(isPatch);
  const count = items.length;
  if (count > 0 && patches.length === count)
    return { kind: 'objects', ordered: kind === 'tuple', patches, count, left: 0 };
  return { kind, members, count, left: 0 };
}

/** The members as cells or as indices; null where they are neither. */
function patchOf(items: Members): Picture | null {
  const cells: number[] = [];
  const kinds = new Set<'object' | 'indices'>();
  for (const item of items) {
    const index = placeOf(item);
    const [colour, where] = index === null ? partsOf(item) : [];
    const place = index ?? placeOf(where);
    if (place === null || (index === null && !isInteger(colour))) return null;
    kinds.add(index === null ? 'object' : 'indices');
    cells.push(...(isInteger(colour) ? [colour] : []), ...place);
  }
  if (kinds.size !== 1) return null;
  return { kind: [...kinds][0], cells, count: items.length, left: 0 };
}

function partsOf(item: Encoded | undefined): Members {
  return typeof item === 'object' && item !== null && 't' in item ? item.t : [];
}

function placeOf(item: Encoded | undefined): [number, number] | null {
  const parts = partsOf(item);
  const [row, column] = parts;
  return parts.length === 2 && isInteger(row) && isInteger(column) ? [row, column] : null;
}

function isPatch(picture: Picture): picture is PatchPicture {
  return picture.kind === 'object' || picture.kind === 'indices';
}

function isInteger(value: Encoded | undefined): value is number {
  return typeof value === 'number';
}

/** As people write it. */
export function encodedText(value: Encoded): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  if (typeof value === 'number') return String(value);
  if ('g' in value) return value.g.join('/');
  if ('f' in value) return value.f;
  if ('call' in value) return `${value.call[0]}(${value.call.slice(1).map(part).join(', ')})`;
  if ('t' in value) return `(${value.t.map(encodedText).join(', ')}${value.t.length === 1 ? ',' : ''})`;
  return value.s.length === 0 ? '{ }' : `{${value.s.map(encodedText).join(', ')}}`;
}

const part = (value: Encoded | string) => encodedText(value as Encoded);
