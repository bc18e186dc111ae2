/** What a link carries, and what can be wrong with one. */
import type { Task } from '../task/task.ts';

/** A task by its name where the receiver can be expected to know it, the whole of it otherwise. */
export type LinkTask =
  | {
      readonly kind: 'known';
      readonly id: string;
      /** Of the data set; '' for any. */ readonly dataset: string;
    }
  | { readonly kind: 'whole'; readonly id: string; readonly task: Task };

/** How the receiver sees it; what is null is left to the receiver's own settings. */
export interface LinkView {
  /** Which pair, counted over train and test in the order of `pairsOf`. */
  readonly pair: number | null;
  readonly theme: 'light' | 'dark' | null;
}

export interface LinkContent {
  readonly task: LinkTask | null;
  /** The source as written, to the letter. */
  readonly solver: string | null;
  readonly view: LinkView;
}

export const NO_VIEW: LinkView = { pair: null, theme: null };

/**
 * `not-a-link`: nothing of ours; `version`: of another version of the format; `too-large`: over a limit below;
 * `damaged`: cut or changed on the way; `task`, `solver`, `view`: this part is not what it should be.
 */
export type LinkFaultTag = 'not-a-link' | 'version' | 'too-large' | 'damaged' | 'task' | 'solver' | 'view';

export interface LinkFault {
  readonly tag: LinkFaultTag;
  /** As in `task.train[0].input[3]` or `solver:4:9` (line and column); '' for the whole link. */
  readonly path: string;
  /** A sentence for people. */
  readonly message: string;
}

export type LinkResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: LinkFault };

/** Bytes of the payload, compressed. */
export const MAX_PAYLOAD = 65_536;
/** Bytes after decompression. */
export const MAX_CONTENT = 1_000_000;
/** UTF-16 units of the solver: what the grammar reads in time, whatever it is (500 lines of steps are 15,000). */
export const MAX_LINK_SOURCE = 20_000;
/** Train and test pairs together. */
export const MAX_LINK_PAIRS = 200;
/** UTF-16 units of an id or of the name of a data set. */
export const MAX_NAME = 200;

/** How a fault travels inside of the codec; `linkResult` makes data of it. */
class LinkRefusal {
  readonly fault: LinkFault;
  constructor(tag: LinkFaultTag, path: string, message: string) {
    this.fault = { tag, path, message };
  }
}

export function refuseLink(tag: LinkFaultTag, path: string, message: string): never {
  throw new LinkRefusal(tag, path, message);
}

/** Runs a part of the codec and gives its refusal back as data. */
export function linkResult<T>(run: () => T): LinkResult<T> {
  try {
    return { ok: true, value: run() };
  } catch (thrown) {
    if (thrown instanceof LinkRefusal) return { ok: false, fault: thrown.fault };
    throw thrown;
  }
}
