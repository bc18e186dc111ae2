/** Texts as they were parsed: a text is asked about by several, one after the other, and parsed once. */
import { parse } from './1-parse.ts';
import { Report } from './diagnostics.ts';
import type { Module } from './syntax.ts';

interface Parsed {
  readonly module: Module;
  readonly report: Report;
}

/** Texts that are kept: the one in hand, one that it is held against, and those before. */
const KEPT = 4;

/** By their text, the one parsed last at the end. Safe to share: what is parsed hangs on the text alone. */
const kept = new Map<string, Parsed>();

/** The module of a text, and its faults in a report of one's own, for whoever finds more. */
export function readText(source: string): Parsed {
  const { module, report } = kept.get(source) ?? parsed(source);
  return { module, report: report.copy() };
}

function parsed(source: string): Parsed {
  const report = new Report();
  const fresh = { module: parse(source, report), report };
  kept.set(source, fresh);
  const [oldest] = kept.keys();
  if (kept.size > KEPT) kept.delete(oldest);
  return fresh;
}
