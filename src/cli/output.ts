/**
 * What the program says on standard output and standard error. Neither ever ends it: a reader that has seen enough
 * (`| head -1`) is no fault, and a device that takes nothing is told at the end, when all files are written.
 */
import { WrongCall } from './faults.ts';

/** Safe to share: a program has one standard output. */
let fault: NodeJS.ErrnoException | null = null;
let closed = false;

function refused(error: NodeJS.ErrnoException): void {
  closed = true;
  if (error.code !== 'EPIPE') fault ??= error;
}

process.stdout.on('error', refused);
process.stderr.on('error', () => {}); // there is nowhere left to tell it

/** Writes to standard output; what follows a refusal is dropped. */
export function print(text: string): void {
  if (closed) return;
  try {
    process.stdout.write(text);
  } catch (error) {
    refused(error as NodeJS.ErrnoException);
  }
}

/** Writes to standard error. */
export function remark(text: string): void {
  try {
    process.stderr.write(text);
  } catch {
    // there is nowhere left to tell it
  }
}

/** Waits until all is written; what standard output refused is a fault of the call. */
export async function flushed(): Promise<void> {
  if (!closed) await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
  if (fault !== null) throw new WrongCall(`standard output: cannot be written (${fault.code})`);
}
