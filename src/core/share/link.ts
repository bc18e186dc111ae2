/**
 * Links: `#v1.` and the payload, base64url of raw deflate. Reading never throws and never takes long; what it gives has
 * been checked: the task within the bounds of all tasks, the solver within the language.
 */
import { lineColumn } from '../lang/diagnostics.ts';
import { readText } from '../lang/read-text.ts';
import { readTask } from '../task/read.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import {
  linkResult,
  MAX_CONTENT,
  MAX_LINK_SOURCE,
  MAX_NAME,
  MAX_PAYLOAD,
  refuseLink,
  type LinkContent,
  type LinkResult,
} from './content.ts';
import { compress, decompress } from './deflate.ts';
import { V1_DICTIONARY } from './v1-dictionary.ts';
import { readingsOf } from './mangled.ts';
import { LAYOUTS } from './v1-task.ts';
import { readV1, writeV1 } from './v1.ts';

/** The readers of all versions there ever were; the last one writes, too. */
const READERS: Readonly<Record<string, (payload: Uint8Array) => LinkContent>> = {
  v1: (payload) => readV1(decompress(payload, V1_DICTIONARY)),
};

/** The fragment of the address, with its #. */
export function encodeLink(content: LinkContent): LinkResult<string> {
  return linkResult(() => {
    checkContent(content);
    const layouts = content.task?.kind === 'whole' ? LAYOUTS : LAYOUTS.slice(0, 1);
    const payloads = layouts.map((layout) => {
      const bytes = writeV1(content, layout);
      if (bytes.length > MAX_CONTENT) tooLarge();
      return compress(bytes, V1_DICTIONARY);
    });
    const payload = payloads.reduce((best, other) => (other.length < best.length ? other : best));
    if (payload.length > MAX_PAYLOAD) tooLarge();
    return `#v1.${toBase64url(payload)}`;
  });
}

/** @param hash the fragment of an address, with or without its #, and what became of it on the way */
export function decodeLink(hash: string): LinkResult<LinkContent> {
  const readings = readingsOf(hash);
  let first: LinkResult<LinkContent> | null = null;
  for (const payload of readings?.payloads ?? ['']) {
    const read = linkResult(() => decodePayload(readings?.version ?? '', payload));
    if (read.ok || read.fault.tag !== 'damaged') return read;
    first ??= read;
  }
  return first ?? linkResult(() => decodePayload('', ''));
}

function decodePayload(version: string, text: string): LinkContent {
  if (version === '') refuseLink('not-a-link', '', 'This is no link to a task or a solver.');
  if (!Object.hasOwn(READERS, version)) {
    refuseLink(
      'version',
      '',
      `The link is of version ${version.slice(1)}, which is not known here: reload the page for a newer Batt.`,
    );
  }
  if (text.length > Math.ceil((MAX_PAYLOAD * 4) / 3)) tooLarge();
  const payload =
    fromBase64url(text) ??
    refuseLink('damaged', '', 'The link is damaged: characters are missing. Was it cut when it was copied?');
  const content = READERS[version](payload);
  if (content.solver !== null) checkSolver(content.solver);
  return content;
}

/** What may not leave, told before it does. */
function checkContent({ task, solver }: LinkContent): void {
  if (task !== null) {
    const names = task.kind === 'known' ? [task.id, task.dataset] : [task.id];
    if (names.some((name) => name.length > MAX_NAME))
      refuseLink('too-large', 'task', `The name of the task is over ${MAX_NAME} characters long.`);
    if (names.some((name) => !isText(name)))
      refuseLink('task', 'task.id', 'The name of the task holds characters that are no text.');
  }
  if (task?.kind === 'whole') {
    const read = readTask(task.task);
    if (!read.ok) refuseLink('task', `task.${read.fault.path}`, read.fault.message);
  }
  if (solver !== null) checkSolver(solver);
}

/** UTF-8 can say it and the reader gives it back: no lone surrogates, NUL, or byte order mark. */
function isText(name: string): boolean {
  return !/^\ufeff|\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(name);
}

/** A source that the parser accepts: its names and types are for the editor to judge. */
function checkSolver(source: string): void {
  if (source.length > MAX_LINK_SOURCE) {
    refuseLink(
      'too-large',
      'solver',
      `The solver is over ${MAX_LINK_SOURCE} characters long: send it as a file.`,
    );
  }
  if (source.startsWith('\ufeff'))
    refuseLink('solver', 'solver:1:1', 'The solver begins with a byte order mark: delete it.');
  const { diagnostics } = readText(source).module;
  const fault = diagnostics.find(({ severity }) => severity === 'error');
  if (fault === undefined) return;
  const { line, column } = lineColumn(source, fault.span.from);
  refuseLink('solver', `solver:${line}:${column}`, fault.message);
}

function tooLarge(): never {
  return refuseLink(
    'too-large',
    '',
    `A link holds at most ${MAX_PAYLOAD / 1024} KiB: send the task and the solver as files.`,
  );
}
