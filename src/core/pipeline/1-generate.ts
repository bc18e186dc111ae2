/** Stage 1: candidates. The pool's own solvers first, then mutations; candidate k depends on the plan and k alone. */
import { bodyHash } from '../lang/body-hash.ts';
import { canonicalise } from '../lang/3-canonical.ts';
import { compile } from '../lang/compile.ts';
import { codesOf, encodeBatch } from '../lang/program-batch.ts';
import { decodeProgram, encodeProgram } from '../lang/program-code.ts';
import type { Program } from '../lang/program.ts';
import { Random } from '../random.ts';
import { colourHints } from '../search/colours.ts';
import { DonorIndex, type Donor } from '../search/donors.ts';
import { Mutator } from '../search/mutate.ts';
import type { Clock, GenerateJob, Generated, LoadJob, Loaded, Parents } from './jobs.ts';

/** A solver text as it was read: what a pool needs of it, or why it could not be read. */
type ReadSolver =
  | { readonly ok: true; readonly code: Int32Array; readonly hash: string }
  | { readonly ok: false; readonly why: string };

/** The parents of a round as programs, and their parts by type. */
interface Bred {
  readonly parents: Parents;
  readonly donors: readonly Donor[];
  readonly index: DonorIndex;
}

const MOST_KEPT = 5000;

/** What a worker keeps from one job to the next: the pool as it was read, and the parents of the round. */
export class Stock {
  /** By text: one run after the other reads the same pool. */
  private readonly read = new Map<string, ReadSolver>();
  private last: Bred | null = null;

  solver(source: string): ReadSolver {
    let read = this.read.get(source);
    if (read === undefined) {
      const { solvers, diagnostics } = compile(source);
      const program = solvers.find((solver) => solver.program !== null)?.program;
      read = program
        ? { ok: true, code: encodeProgram(program), hash: bodyHash(program) }
        : { ok: false, why: diagnostics[0]?.message ?? 'it holds no solver' };
      if (this.read.size >= MOST_KEPT) this.read.clear();
      this.read.set(source, read);
    }
    return read;
  }

  /** null for the parents that it was given last. */
  bred(parents: Parents | null): Bred {
    if (this.last !== null && (parents === null || parents === this.last.parents)) return this.last;
    if (parents === null) throw new Error('this worker was given no parents yet');
    const donors = codesOf(parents.programs).map((code, i): Donor => {
      return { name: parents.names[i], program: decodeProgram(code) };
    });
    return (this.last = { parents, donors, index: new DonorIndex(donors) });
  }
}

/** Reads the pool. What cannot be read is named with its first fault. */
export function loadPool({ pool }: LoadJob, stock: Stock, now: Clock): Loaded {
  const started = now();
  const names: string[] = [];
  const codes: Int32Array[] = [];
  const hashes: string[] = [];
  const unreadable: { solver: string; why: string }[] = [];
  for (const { name, source } of pool) {
    const read = stock.solver(source);
    if (read.ok) {
      names.push(name);
      codes.push(read.code);
      hashes.push(read.hash);
    } else {
      unreadable.push({ solver: name, why: read.why });
    }
  }
  return { programs: encodeBatch(codes), names, hashes, unreadable, ms: now() - started };
}

/** Candidates `from` to `from + count - 1` of the round, with their body hashes. */
export function generate(job: GenerateJob, stock: Stock, now: Clock): Generated {
  const started = now();
  const { task, seed, round, from, count } = job;
  const { parents, donors, index } = stock.bred(job.parents);
  const mutator = new Mutator(colourHints(task), index);
  const made: Program[] = [];
  const origins = new Int32Array(count);
  const changes: string[] = [];
  for (let k = from; k < from + count; k++) {
    const plain = round === 0 && k < parents.pool;
    const random = new Random(`${seed}/${round}/${k}`);
    const parent = plain ? k : drawParent(donors.length, parents.pool, random);
    const { program } = donors[parent];
    const mutation = plain ? null : mutator.mutate(program, random);
    made.push(mutation?.program ?? program);
    origins[k - from] = parent;
    changes.push(mutation?.change ?? '');
  }
  const generated = now();
  const canonical = made.map(canonicalise);
  const hashes = canonical.map(bodyHash);
  const hashed = now();
  return {
    programs: encodeBatch(canonical.map(encodeProgram)),
    hashes: hashes.join(''),
    origins: { parents: origins, changes: changes.join('\n') },
    generateMs: generated - started,
    hashMs: hashed - generated,
  };
}

/** Half of the draws go to the solvers found so far, the better ones more often; the others to the pool. */
function drawParent(donors: number, pool: number, random: Random): number {
  const found = donors - pool;
  if (found === 0 || random.bool()) return random.int(0, pool - 1);
  return pool + Math.min(random.int(0, found - 1), random.int(0, found - 1));
}
