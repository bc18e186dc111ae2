/** Versions and ranges as npm's advisories write them: comparators side by side hold together, `||` stands between ranges. */

const COMPARATOR = /^(<=|>=|<|>|=)?\s*v?(\d+\.\d+\.\d+(?:-[\w.-]+)?)$/;

/** Whether the version is in the range; a range that cannot be read is an error. */
export function isInRange(version: string, range: string): boolean {
  return range
    .split('||')
    .map((part) =>
      part
        .trim()
        .replace(/([<>=])\s+/g, '$1')
        .split(/\s+/),
    )
    .some((comparators) => comparators.every((comparator) => holds(version, comparator)));
}

function holds(version: string, comparator: string): boolean {
  const match = COMPARATOR.exec(comparator);
  if (match === null) throw new Error(`not a comparator: ${comparator}`);
  const order = compare(version, match[2]);
  switch (match[1]) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return order === 0;
  }
}

/** A release comes after all that was published ahead of it (1.0.0-beta.2 before 1.0.0). */
function compare(a: string, b: string): number {
  const [[left, leftAhead], [right, rightAhead]] = [parts(a), parts(b)];
  for (let i = 0; i < 3; i++) if (left[i] !== right[i]) return left[i] - right[i];
  if (leftAhead === rightAhead) return 0;
  if (leftAhead === '' || rightAhead === '') return leftAhead === '' ? 1 : -1;
  return leftAhead.localeCompare(rightAhead, 'en', { numeric: true });
}

function parts(version: string): [numbers: number[], ahead: string] {
  const [numbers, ...ahead] = version.split('-');
  return [numbers.split('.').map(Number), ahead.join('-')];
}
