/** What the inspector does for links and the library: the parts that need the language. */
import { bodyHash } from '../lang/body-hash.ts';
import { compile } from '../lang/compile.ts';
import { placesIn } from '../lang/diagnostics.ts';
import { isLeaf } from '../lang/program.ts';
import type { LinkContent, LinkResult } from '../share/content.ts';
import { decodeLink, encodeLink } from '../share/link.ts';

/** One function of a solver file, by what identifies it. */
export interface SolverDigest {
  /** What follows `solve_`. */
  readonly name: string;
  /** Its text, with the remarks right above it. */
  readonly source: string;
  /** Of its `def`, from 1. */
  readonly line: number;
  /** Body hash and number of calls; null where it cannot run. */
  readonly body: { readonly hash: string; readonly length: number } | null;
  /** Why it cannot, with the line; '' where it can. */
  readonly why: string;
}

export interface FileDigest {
  readonly solvers: readonly SolverDigest[];
  /** Errors outside of any solver. */
  readonly faults: readonly { readonly line: number; readonly why: string }[];
}

/** Verbs of the inspector worker. Plain data in and out, nothing is thrown on purpose. */
export interface SharingApi {
  /** The fragment of an address, with its #. */
  makeLink(content: LinkContent): LinkResult<string>;
  openLink(hash: string): LinkResult<LinkContent>;
  digest(source: string): FileDigest;
}

export const sharing: SharingApi = { makeLink: encodeLink, openLink: decodeLink, digest };

function digest(source: string): FileDigest {
  const { solvers, diagnostics } = compile(source);
  const inside = new Set(solvers.flatMap((solver) => solver.diagnostics));
  const placeOf = placesIn(source);
  const lineOf = (offset: number): number => placeOf(offset).line;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return {
    solvers: solvers.map(({ name, span, program, diagnostics: own }) => {
      const fault = program === null ? own.find(({ severity }) => severity === 'error') : undefined;
      const body =
        program === null
          ? null
          : { hash: bodyHash(program), length: program.nodes.filter(({ op }) => !isLeaf(op)).length };
      const why =
        body !== null
          ? ''
          : fault === undefined
            ? own.some(({ code }) => code === 'hole')
              ? 'It has a hole.'
              : 'It cannot be read.'
            : `line ${lineOf(fault.span.from)}: ${fault.message}`;
      return {
        name,
        source: source.slice(remarksAbove(source, span.from), span.to),
        line: lineOf(span.from),
        body,
        why,
      };
    }),
    faults: errors
      .filter((error) => !inside.has(error))
      .map(({ span, message }) => ({ line: lineOf(span.from), why: message })),
  };
}

/** Where the unbroken block of remarks begins that ends on the line above `offset`, the start of a line. */
function remarksAbove(source: string, offset: number): number {
  let start = offset;
  for (;;) {
    const above = /(?:^|\n|\r)(#[^\n\r]*(?:\r\n|\n|\r))$/.exec(
      source.slice(Math.max(0, start - 1000), start),
    );
    if (above === null) return start;
    start -= above[1].length;
  }
}
