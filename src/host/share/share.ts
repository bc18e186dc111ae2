/** Links made and opened. The format lives in a worker, with the language; here are the questions to it. */
import type { SharingApi } from '../../core/inspection/sharing.ts';
import type { LinkContent, LinkFault, LinkResult, LinkTask } from '../../core/share/content.ts';
import type { Outcome, Task } from '../../protocol/index.ts';
import { isLink } from './address.ts';

export type { LinkContent, LinkResult, LinkTask, LinkView } from '../../core/share/content.ts';

/** The verbs of the inspector that are needed here, as they answer across the worker's door. */
export type LinkInspector = {
  readonly [Verb in 'makeLink' | 'openLink']: (
    ...args: Parameters<SharingApi[Verb]>
  ) => Promise<Outcome<ReturnType<SharingApi[Verb]>>>;
};

/** `lost`: the worker gave no answer; everything else is as in the format. */
export type ShareFault = Omit<LinkFault, 'tag'> & { readonly tag: LinkFault['tag'] | 'lost' };
export type Shared<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: ShareFault };

/** The fragment that holds the content, such as `#v1.s2JgYW…`. */
export async function makeLink(content: LinkContent, inspector: LinkInspector): Promise<Shared<string>> {
  return settled(await inspector.makeLink(content));
}

/** What a fragment holds; null where it is no link at all. Nothing is stored and nothing starts. */
export async function openLink(hash: string, inspector: LinkInspector): Promise<Shared<LinkContent> | null> {
  return isLink(hash) ? settled(await inspector.openLink(hash)) : null;
}

function settled<T>(outcome: Outcome<LinkResult<T>>): Shared<T> {
  if (outcome.ok) return outcome.value;
  return {
    ok: false,
    fault: { tag: 'lost', path: '', message: `The link could not be worked on: ${outcome.why}.` },
  };
}

/** How a task goes into a link: by name where every receiver has it, such as the starter set, or else whole. */
export function taskForLink(id: string, dataset: string, task: Task, isKnown: boolean): LinkTask {
  return isKnown
    ? { kind: 'known', id, dataset }
    : { kind: 'whole', id, task: { train: task.train, test: task.test } };
}
