/** How data of unknown origin is refused: thrown where the fault is seen, given back as data where reading began. */
import { legible } from './legible.ts';

/** Where and why data is not what it should be; `path` as in `train[0].input[3]`, '' for the whole. */
export interface FormatFault {
  readonly path: string;
  readonly message: string;
}

export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: FormatFault };

class Refused {
  readonly fault: FormatFault;
  constructor(path: string, message: string) {
    this.fault = { path, message };
  }
}

/** Ends a reader; `attempt` gives the reason back. */
export function refuse(path: string, message: string): never {
  throw new Refused(path, message);
}

/** Runs a reader and gives its refusals back as data. */
export function attempt<T>(read: () => T): Read<T> {
  try {
    return { ok: true, value: read() };
  } catch (thrown) {
    if (thrown instanceof Refused) return { ok: false, fault: thrown.fault };
    throw thrown;
  }
}

/** One line for people: the path, then what is wrong there. */
export function faultText(fault: FormatFault): string {
  return legible(fault.path === '' ? fault.message : `${fault.path}: ${fault.message}`);
}
