/** What is said of where a candidate came from. */
import type { Candidate, Origin } from '../../protocol/index.ts';
import { number, plural } from './sentences.ts';

type Search = Extract<Origin, { kind: 'search' }>;

/** What it goes by in a list: the solver that it is or was made from, or the way in which the search made it. */
export function originHead(origin: Origin): string {
  if (origin.kind === 'search') return searchHead(origin);
  return origin.kind === 'pool' ? origin.solver : `from ${origin.parent}`;
}

/** How it came about, without what `originHead` says. */
export function originText(origin: Origin): string {
  if (origin.kind === 'search') return origin.words || 'the input as it is';
  return origin.kind === 'pool' ? 'from the pool, as it is' : `mutated: ${changeText(origin.change)}`;
}

/** Both, in one line. */
export function originLine(origin: Origin): string {
  if (origin.kind === 'mutation') return `from ${origin.parent}, ${changeText(origin.change)}`;
  if (origin.kind === 'pool') return `${origin.solver} of the pool`;
  return `${searchHead(origin)}: ${originText(origin)}`;
}

/** The whole story, where there is room for it. */
export function originTitle({ origin, round }: Candidate): string {
  if (origin.kind === 'search')
    return `searched from nothing, round ${number(origin.round)}, cost ${number(origin.cost)}: ${originLine(origin)}`;
  const from =
    origin.kind === 'pool' ? `solver ${origin.solver} of the pool` : `mutation ${originLine(origin)}`;
  return `${from} (round ${number(round + 1)})`;
}

function searchHead({ generator, layers }: Search): string {
  if (generator === 'blocks') return 'Blocks side by side';
  if (generator === 'pieces')
    return layers === 1 ? '1 piece laid over' : `${plural(layers, 'piece')} laid over`;
  return generator === 'goals' ? 'Expression and last step' : 'Expression';
}

const changeText = (change: string) => change.replaceAll('->', '→');
