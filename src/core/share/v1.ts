/**
 * The payload of version 1: two bytes of checksum, one that says what follows, then task, solver and view.
 *
 * What follows: 3 the task (0 none, 1 by id, 2 by id and data set, 3 whole), 4 a solver, 8 a view. Higher bits are free
 * for what may be added: a reader that does not know them says so.
 */
import { ByteReader, ByteWriter } from './bytes.ts';
import {
  MAX_LINK_PAIRS,
  NO_VIEW,
  refuseLink,
  type LinkContent,
  type LinkTask,
  type LinkView,
} from './content.ts';
import { readSolver, writeSolver } from './v1-solver.ts';
import { readTaskAt, writeTask, type Layout } from './v1-task.ts';

const TASK = 3;
const SOLVER = 4;
const VIEW = 8;

const THEMES = [null, 'light', 'dark'] as const;

export function writeV1(content: LinkContent, layout: Layout): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  const { task, solver, view } = content;
  const hasView = view.pair !== null || view.theme !== null;
  out.byte(taskKind(task) | (solver === null ? 0 : SOLVER) | (hasView ? VIEW : 0));
  if (task !== null) out.name(task.id);
  if (task?.kind === 'known' && task.dataset !== '') out.name(task.dataset);
  if (task?.kind === 'whole') writeTask(out, task.task, layout);
  if (solver !== null) writeSolver(out, solver, task?.id ?? '');
  if (hasView) writeView(out, view);
  const body = out.done();
  const sum = checksum(body);
  const bytes = new Uint8Array(body.length + 2);
  bytes.set([sum >> 8, sum & 0xff]);
  bytes.set(body, 2);
  return bytes;
}

export function readV1(bytes: Uint8Array): LinkContent {
  const input = new ByteReader(bytes);
  const sum = input.byte() * 256 + input.byte();
  if (sum !== checksum(bytes.subarray(2))) {
    refuseLink('damaged', '', 'The link is damaged: its checksum is wrong. Was it cut when it was copied?');
  }
  const parts = input.byte();
  if (parts > (TASK | SOLVER | VIEW)) {
    refuseLink(
      'version',
      '',
      'The link holds something that this version of Batt does not know: reload the page for a newer one.',
    );
  }
  const task = readLinkTask(input, parts & TASK);
  const solver = (parts & SOLVER) === 0 ? null : readSolver(input, task?.id ?? '');
  const view = (parts & VIEW) === 0 ? NO_VIEW : readView(input);
  if (input.left > 0)
    refuseLink('damaged', '', 'The link is damaged: there is more in it than there should be.');
  return { task, solver, view };
}

function taskKind(task: LinkTask | null): number {
  if (task === null) return 0;
  return task.kind === 'whole' ? 3 : task.dataset === '' ? 1 : 2;
}

function readLinkTask(input: ByteReader, kind: number): LinkTask | null {
  if (kind === 0) return null;
  const id = input.name();
  if (kind === 3) return { kind: 'whole', id, task: readTaskAt(input, 'task') };
  return { kind: 'known', id, dataset: kind === 2 ? input.name() : '' };
}

/**
 * A byte of flags: 1 a pair, 2 a step, then the form (two bits) and the theme (two bits); pair and step follow. Nothing has
 * asked for a step or a form for long: they are not written, and passed over where an old link has them.
 */
function writeView(out: ByteWriter, { pair, theme }: LinkView): void {
  out.byte((pair === null ? 0 : 1) | (THEMES.indexOf(theme) << 4));
  if (pair !== null) out.count(pair);
}

function readView(input: ByteReader): LinkView {
  const flags = input.byte();
  const form = (flags >> 2) & 3;
  const theme = THEMES[(flags >> 4) & 3];
  if (flags > 0x3f || form > 2 || theme === undefined) {
    return refuseLink('view', 'view', 'The link asks for a view that is not known here.');
  }
  const pair = (flags & 1) === 0 ? null : input.count();
  if ((flags & 2) !== 0) input.count();
  if (pair !== null && pair >= MAX_LINK_PAIRS) refuseLink('view', 'view.pair', `There is no pair ${pair}.`);
  return { pair, theme };
}

/** The low half of FNV-1a over 32 bits, xor the high half. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash ^ (hash >>> 16)) & 0xffff;
}
