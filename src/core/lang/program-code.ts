/** Programs as flat integers, the form in which they cross between threads: op, number of arguments, arguments. */
import { codesOf, type ProgramBatch } from './program-batch.ts';
import { OP_COUNT, type Node, type Program } from './program.ts';

export function encodeProgram(program: Program): Int32Array<ArrayBuffer> {
  let length = 0;
  for (const node of program.nodes) length += 2 + node.args.length;
  const code = new Int32Array(length);
  let at = 0;
  for (const { op, args } of program.nodes) {
    code[at++] = op;
    code[at++] = args.length;
    for (const arg of args) code[at++] = arg;
  }
  return code;
}

/** Undoes `encodeProgram`. Throws a RangeError for integers that are no program. */
export function decodeProgram(code: Int32Array): Program {
  const nodes: Node[] = [];
  for (let at = 0; at < code.length;) {
    const op = code[at++];
    const count = code[at++];
    if (!(op >= 0 && op < OP_COUNT) || !(count >= 0 && at + count <= code.length))
      throw new RangeError('not the code of a program');
    const args = new Array<number>(count);
    for (let i = 0; i < count; i++) {
      const arg = code[at++];
      if (arg < 0 || arg >= nodes.length) throw new RangeError('not the code of a program');
      args[i] = arg;
    }
    nodes.push({ op, args });
  }
  if (nodes.length === 0) throw new RangeError('not the code of a program');
  return { nodes };
}

/** The last batch decoded: jobs for the other pairs of a batch follow each other. Safe to share: it is compared. */
let last: { readonly batch: ProgramBatch; readonly programs: readonly Program[] } | null = null;

/** The programs of a batch; the same list where the batch before was the same. */
export function decodeBatch(batch: ProgramBatch): readonly Program[] {
  if (last === null || !areSame(last.batch, batch)) {
    last = { batch, programs: codesOf(batch).map(decodeProgram) };
  }
  return last.programs;
}

function areSame(a: ProgramBatch, b: ProgramBatch): boolean {
  return areEqual(a.starts, b.starts) && areEqual(a.code, b.code);
}

function areEqual(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
