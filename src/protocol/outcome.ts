/** What becomes of something asked of a worker. */

/** Why no answer came: the worker died, ran over its deadline, or the caller took the question back. */
export type LossTag = 'crash' | 'deadline' | 'stopped' | 'queue-full';

export interface Loss {
  readonly ok: false;
  readonly tag: LossTag;
  readonly why: string;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | Loss;

/** What a worker says by itself once it has begun: the name of a lock that it holds as long as it lives, null for none. */
export interface SignOfLife {
  readonly lock: string | null;
}
