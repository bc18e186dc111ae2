/** Remakes calls.json and programs.json with a checkout of arc-dsl; `node scripts/record.mjs --peer DIR` starts it. */
import { writeFileSync } from 'node:fs';
import type { Encoded } from '../../src/core/values/codec.ts';
import { starterPool } from '../support/starter.ts';
import { caseOfCall, caseOfProgram, endOfCall, outcomeOfCase, starterCases, type Case } from './cases.ts';
import {
  digestOf,
  type RecordedCall,
  type RecordedCalls,
  type RecordedProgram,
  type RecordedPrograms,
} from './format.ts';
import { drawCalls, drawPrograms, type DrawnCall } from './harvest.ts';
import { askPython, digits } from './python.ts';
import { Tally, type End } from './tally.ts';

/** Calls of a primitive that are kept: how many, the characters of all (but of the least many), and of one. */
const KEPT = { least: 8, most: 14, characters: 1700, longest: 1500 };
const PROGRAMS = { drawn: 1500, kept: 150, others: 15, characters: 600 };

export function record(folder: string): string {
  const calls = drawCalls();
  const random = drawPrograms(PROGRAMS.drawn);
  const starter = starterCases();
  const cases: Case[] = [...calls.map(caseOfCall), ...random.map(caseOfProgram), ...starter.flat(2)];
  const { python, ends } = askPython(folder, cases);
  const tally = new Tally();
  const alike = cases.map(({ ours }, i) => tally.alike(ends[i], ours));
  const open = cases.flatMap((one, i) => (Tally.differ(ends[i], one.ours) ? [{ one, theirs: ends[i] }] : []));
  const inOrder = askPython(
    folder,
    open.map(({ one }) => one),
    'ordered',
  ).ends;
  const ordered = new Set(
    open.flatMap(({ one, theirs }, i) =>
      tally.explain(one.about, theirs, one.ours, inOrder[i]) ? [one] : [],
    ),
  );
  if (tally.unexplained.length > 0)
    throw new Error(`Batt and CPython differ, and it is not known why:\n${tally.unexplained.join('\n')}`);

  const about = `Made by scripts/record.mjs with CPython ${python} and arc-dsl. Compared: ${tally.text()}. Kept is what is alike; where a digest has a star, sets iterate in canonical order, CPython being the same otherwise.`;
  const isAlike = new Set(cases.filter((_, i) => alike[i]));
  const keptCalls = chosenCalls(calls.filter((_, i) => alike[i]).map((call) => [call, endOfCall(call)]));
  const keptPrograms = [
    ...chosenPrograms(
      cases.slice(calls.length, calls.length + random.length).filter((one) => isAlike.has(one)),
    ),
    ...starter
      .flatMap((tasks, s) => tasks.flatMap(([first], t) => ((s + t) % tasks.length === 1 ? first : [])))
      .filter((one) => isAlike.has(one)),
  ];
  const digestOfCases = (pairs: readonly Case[]): string => {
    const known = pairs.every((one) => isAlike.has(one) || ordered.has(one));
    const star = pairs.some((one) => ordered.has(one)) ? '*' : '';
    return known ? digestOf(pairs.map(outcomeOfCase)) + star : '-';
  };
  const digests = starter.map((tasks) => tasks.map(digestOfCases).join(' '));
  write('calls', { about, calls: keptCalls } satisfies RecordedCalls);
  write('programs', {
    about,
    programs: keptPrograms.map(recordedProgram),
    starter: Object.fromEntries(starterPool.map(({ name }, s) => [name, digests[s]])),
  } satisfies RecordedPrograms);
  return `${Object.values(keptCalls).flat().length} calls, ${keptPrograms.length} programs, ${digests.length} starter solvers. Compared: ${tally.text()}`;
}

/** Short ones that make something of the grid, and a few that do not. */
function chosenPrograms(cases: readonly Case[]): Case[] {
  const short = cases.filter(
    ({ program, ours }) => JSON.stringify([program, ours]).length < PROGRAMS.characters,
  );
  const makes = (one: Case): boolean => {
    const outcome = outcomeOfCase(one);
    return typeof outcome !== 'string' && outcome.join() !== digits(one.program!.input).join();
  };
  const others = short.filter((one) => !makes(one) && outcomeOfCase(one) !== 'nongrid');
  return [...short.filter(makes).slice(0, PROGRAMS.kept), ...others.slice(0, PROGRAMS.others)];
}

function recordedProgram(one: Case): RecordedProgram {
  const { source, input } = one.program!;
  return { source, input: digits(input), outcome: outcomeOfCase(one) };
}

/** For each primitive some calls that differ in what they come to. */
function chosenCalls(calls: readonly (readonly [DrawnCall, End])[]): RecordedCalls['calls'] {
  const kept: Record<string, RecordedCall[]> = {};
  const rooms = new Map<string, { characters: number; results: Map<string, number> }>();
  for (const [{ name, ...call }, end] of calls) {
    const list = (kept[name] ??= []);
    const room = rooms.get(name) ?? { characters: 0, results: new Map<string, number>() };
    rooms.set(name, room);
    const entry: RecordedCall =
      end === 'error' ? call : { ...call, result: (end as { value: Encoded }).value };
    const size = JSON.stringify(entry).length;
    const key = JSON.stringify(entry.result) ?? 'error';
    const seen = room.results.get(key) ?? 0;
    const few = typeof entry.result === 'boolean' ? 5 : 2;
    const full =
      list.length >= KEPT.most || (list.length >= KEPT.least && room.characters + size > KEPT.characters);
    if (full || seen >= few || size > KEPT.longest) continue;
    list.push(entry);
    room.characters += size;
    room.results.set(key, seen + 1);
  }
  return Object.fromEntries(Object.entries(kept).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A line an entry, so that two versions of a file can be compared. */
function write(name: string, data: object): void {
  const lines = Object.entries(data).map(([key, value]) => {
    if (typeof value === 'string') return ` ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const list = Array.isArray(value);
    const entries = list
      ? value.map((item) => `  ${JSON.stringify(item)}`)
      : Object.entries(value as object).map(([id, items]) =>
          Array.isArray(items)
            ? `  ${JSON.stringify(id)}: [\n${items.map((item) => `   ${JSON.stringify(item)}`).join(',\n')}\n  ]`
            : `  ${JSON.stringify(id)}: ${JSON.stringify(items)}`,
        );
    return ` ${JSON.stringify(key)}: ${list ? '[' : '{'}\n${entries.join(',\n')}\n ${list ? ']' : '}'}`;
  });
  writeFileSync(new URL(`./${name}.json`, import.meta.url), `{\n${lines.join(',\n')}\n}\n`);
}
