/** Encoded values as people write them. */
import type { Encoded } from '../values/codec.ts';

/** `(1, 2)`, `{3}`, `T`, `compose(size, first)`; a grid is its rows, `010/111`. */
export function valueText(value: Encoded): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  if (typeof value === 'number') return String(value);
  if ('g' in value) return value.g.join('/');
  if ('t' in value) return `(${value.t.map(valueText).join(', ')}${value.t.length === 1 ? ',' : ''})`;
  if ('s' in value) return `{${value.s.map(valueText).join(', ')}}`;
  if ('f' in value) return value.f;
  const [name, ...parts] = value.call;
  return `${name}(${parts.map(valueText).join(', ')})`;
}
