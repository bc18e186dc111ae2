/** All that is wrong with the solver in the editor, in the order of the text: faults of the code, then of its runs. */
import type { Diagnostic, SolverResult } from '../../protocol/index.ts';
import type { Marker } from '../editor/port.ts';
import { pairName, plural } from './sentences.ts';

export function markersOf(
  diagnostics: readonly Diagnostic[],
  result: SolverResult | null,
  stale: boolean,
): Marker[] {
  const markers = diagnostics.map(({ span, severity, message, code }): Marker => ({
    from: span.from,
    to: span.to,
    severity,
    message,
    code,
  }));
  return result && !stale ? [...markers, ...runFaults(result)] : markers;
}

/** Pairs that failed for one reason at one place are one marker. */
function runFaults({ pairs }: SolverResult): Marker[] {
  const groups = new Map<string, { marker: Omit<Marker, 'message'>; why: string; names: string[] }>();
  for (const pair of pairs) {
    if (!pair.fault?.span) continue;
    const { primitive, why, span } = pair.fault;
    const text = primitive ? `${primitive}: ${why}` : why;
    const key = `${span.from} ${text}`;
    const group = groups.get(key) ?? {
      marker: { ...span, severity: 'error' as const, code: '' },
      why: text,
      names: [],
    };
    group.names.push(pairName(pair));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ marker, why, names }) => ({
    ...marker,
    message: `${why} (${listed(names)})`,
  }));
}

function listed(names: readonly string[]): string {
  return names.length <= 3 ? names.join(', ') : `${names[0]} and ${plural(names.length - 1, 'more pair')}`;
}
