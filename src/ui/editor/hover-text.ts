/** A hover as markdown; values are drawn. */
import type { Encoded, Example, GridRows, Hover, Picture } from '../../protocol/index.ts';
import { drawValue, svgOf } from '../film/drawing.ts';
import { encodedText, pictureOf } from '../film/from-encoded.ts';
import { LANGUAGE } from './language-id.ts';
import type { NamedValue } from './services.ts';

const BOX = 96;
const LARGE_BOX = 160;

export function hoverText(hover: Hover, held: NamedValue | null): string {
  const parts = ['```' + LANGUAGE, hover.title, '```'];
  if (hover.generic.length > 0) parts.push('', hover.generic.map((text) => `\`${text}\``).join(' · '));
  if (hover.doc !== '') parts.push('', hover.doc);
  if (hover.example) parts.push('', exampleText(hover.name, hover.example));
  if (hover.value !== null && typeof hover.value === 'object') parts.push('', shown(hover.value, null));
  if (held) {
    parts.push('', `${held.pair}: ${escaped(held.text)}`);
    const picture = held.picture ? drawn(held.picture, held.input, LARGE_BOX) : null;
    if (picture) parts.push('', picture);
  }
  return parts.join('\n');
}

function exampleText(name: string, { args, then, result }: Example): string {
  // Patches are drawn on the grid that the call is given, if there is one.
  const grid = args.map(({ value }) => pictureOf(value)).find(({ kind }) => kind === 'grid');
  const ground = grid?.kind === 'grid' ? grid.rows : null;
  const list = (values: readonly Encoded[]) => values.map((value) => shown(value, ground)).join(' , ');
  const inputs = list(args.map(({ value }) => value));
  const called = then.length > 0 ? `${inputs} ) ( ${list(then)}` : inputs;
  return `**${name}** ( ${called} ) = ${shown(result, ground)}`;
}

function shown(value: Encoded, ground: GridRows | null): string {
  return drawn(pictureOf(value), ground, BOX) ?? `\`${encodedText(value)}\``;
}

function drawn(picture: Picture, ground: GridRows | null, box: number): string | null {
  if (picture.kind === 'vector') return `\`(${picture.row}, ${picture.column})\``;
  if ((picture.kind === 'tuple' || picture.kind === 'set') && picture.members.length > 0) {
    const members = picture.members.slice(0, 4).map((member) => drawn(member, ground, box));
    if (members.includes(null)) return null;
    return members.join(' ') + (picture.count > 4 ? ` … ${picture.count} in all` : '');
  }
  const drawing = drawValue(picture, box, ground);
  return drawing ? `![](data:image/svg+xml;base64,${btoa(svgOf(drawing))})` : null;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>]/g, '\\$&');
}
