/** Files that a call writes. What the file system refuses is a fault of the call, and told with its place. */
import * as fs from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { WrongCall } from './faults.ts';

/** Runs `work` on `path`; the refusals of the file system leave as one line for the user. */
export function guarded<T>(path: string, work: () => T, verb = 'written'): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new WrongCall(`${path}: cannot be ${verb} (${code})`);
  }
}

/** Writes a file so that there is never half of it. A device or a pipe is written as it stands. */
export function writeWhole(path: string, text: string): void {
  guarded(path, () => {
    const known = fs.statSync(path, { throwIfNoEntry: false });
    if (known !== undefined && !known.isFile()) return fs.writeFileSync(path, text);
    const place = known === undefined ? path : fs.realpathSync(path);
    try {
      fs.writeFileSync(`${place}.new`, text);
      fs.renameSync(`${place}.new`, place);
    } catch (error) {
      fs.rmSync(`${place}.new`, { force: true });
      throw error;
    }
  });
}

/** Refuses, before any work is done, a file that could not be written when it is. Nothing is left behind. */
export function checkWritable(option: string, path: string): void {
  const place = dirname(resolve(path));
  if (!fs.existsSync(place))
    throw new WrongCall(`--${option} ${path}: cannot be written, its folder is not there`);
  guarded(path, () => {
    const known = fs.statSync(path, { throwIfNoEntry: false });
    if (known?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    if (known !== undefined && !known.isFile()) return fs.accessSync(path, fs.constants.W_OK);
    const probe = resolve(place, `.${basename(path)}.probe`);
    fs.closeSync(fs.openSync(probe, 'w'));
    fs.rmSync(probe);
  });
}

/**
 * Makes a folder and those around it. One by one from the outermost: where a file system refuses a folder although
 * the one around it is there, as /proc does, Node's own way of making all of them never ends.
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let place = resolve(path); !fs.existsSync(place); place = dirname(place)) missing.unshift(place);
  if (missing.length === 0 && !fs.statSync(path).isDirectory())
    throw Object.assign(new Error(), { code: 'ENOTDIR' });
  for (const place of missing) fs.mkdirSync(place);
}
