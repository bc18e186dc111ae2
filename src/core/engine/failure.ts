/** Failures of the arena as data, whose words are made when somebody asks for them. */
import type { FaultEnd } from '../values/ends.ts';
import type { Arena } from './arena.ts';
import { NAMES } from './codes.ts';
import { Reader } from './reader.ts';
import { endOfReason, REASONS } from './reasons.ts';

/** Why an evaluation has no value. */
export class Failure {
  readonly end: FaultEnd;
  /** The innermost primitive at work; '' for none. */
  readonly primitive: string;
  private readonly words: () => string;
  private text: string | null = null;

  constructor(end: FaultEnd, primitive: string, words: () => string) {
    this.end = end;
    this.primitive = primitive;
    this.words = words;
  }

  /** A clause in lower case. It speaks of values: to be asked for the first time before these go. */
  get why(): string {
    return (this.text ??= this.words());
  }

  /** Itself, once its words are made: what they speak of may go from then on. */
  said(): this {
    this.text ??= this.words();
    return this;
  }
}

/** The failure for `reason`, with the primitive at work by code (-1: none) and what comes with the reason. */
export function failureOf(
  arena: Arena,
  reason: number,
  atWork: number,
  a: number,
  b: number,
  cap: number,
): Failure {
  const { defect } = arena;
  const isCode = (handle: number): boolean => handle < NAMES.length;
  const reader = new Reader(arena);
  const words = (): string =>
    REASONS[reason]({
      a,
      b,
      cap,
      defect,
      describe: (handle) => reader.describe(handle),
      name: (handle) => (isCode(handle) ? NAMES[handle] : reader.name(handle)),
      arity: (handle) => (isCode(handle) ? arena.exports.arityOf(handle) : reader.arity(handle)),
    });
  return new Failure(endOfReason(reason), atWork < 0 ? '' : NAMES[atWork], words);
}
