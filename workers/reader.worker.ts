/** The worker that reads files. */
import { expose } from 'comlink';
import { readFile } from '../src/core/inspection/read-file.ts';
import { readerOf } from '../src/host/tasks/reader.ts';
import { holdLock } from './alive.ts';

holdLock();
expose(readerOf(async (source) => ({ ok: true, value: readFile(source) })));
