/** Links for tests. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { sharing } from '../../src/core/inspection/sharing.ts';
import { toBase64url } from '../../src/core/share/base64url.ts';
import { NO_VIEW, type LinkContent, type LinkFault } from '../../src/core/share/content.ts';
import { compress } from '../../src/core/share/deflate.ts';
import { decodeLink, encodeLink } from '../../src/core/share/link.ts';
import { V1_DICTIONARY } from '../../src/core/share/v1-dictionary.ts';
import type { Task } from '../../src/core/task/task.ts';

export const root = new URL('../../', import.meta.url);
export const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

export const starterTasks: Record<string, Task> = JSON.parse(read('public/tasks/starter.json')).tasks;
/** The reference solvers by task id, one function each. */
export const starterSolvers = new Map(
  sharing
    .digest(read('public/tasks/starter.py'))
    .solvers.map(({ name, source }) => [name, `${source.replace(/^#.*\n/gm, '')}\n`]),
);
export const plain = (task: Task): Task => ({
  train: task.train.map(({ input, output }) => ({ input, output })),
  test: task.test.map(({ input, output }) => ({ input, output: output ?? null })),
});

export function made(content: LinkContent): string {
  const link = encodeLink(content);
  if (!link.ok) throw new Error(JSON.stringify(link.fault));
  return link.value;
}

export function returns(content: LinkContent): string {
  const link = made(content);
  expect(decodeLink(link)).toEqual({ ok: true, value: content });
  return link;
}

export const solverOnly = (solver: string): LinkContent => ({ task: null, solver, view: NO_VIEW });

export function faultOf(hash: string): LinkFault {
  const opened = decodeLink(hash);
  if (opened.ok) throw new Error('it opened');
  return opened.fault;
}

export const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1];

export const codes = (text: string) => Array.from(text, (char) => char.charCodeAt(0));

/** A link with a payload that no encoder has made, its checksum right. */
export function forged(body: readonly number[]): string {
  let hash = 0x811c9dc5;
  for (const byte of body) hash = Math.imul(hash ^ byte, 0x01000193);
  const sum = (hash ^ (hash >>> 16)) & 0xffff;
  return `#v1.${toBase64url(compress(Uint8Array.from([sum >> 8, sum & 0xff, ...body]), V1_DICTIONARY))}`;
}

/** The payload of a solver as text. */
export function asText(source: string): number[] {
  const { length } = source;
  return [
    4,
    0,
    (length % 128) | 128,
    (Math.floor(length / 128) % 128) | 128,
    Math.floor(length / 16384),
    ...codes(source),
  ];
}
