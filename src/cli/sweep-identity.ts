/** What sweep.json holds: of which sweep the results beside it are. */
import type { AnyOptions, SearchOptions, SweepOptions } from '../core/pipeline/sweep-record.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import { WrongCall } from './faults.ts';
import { inputsHash, type Plan } from './plan.ts';
import { placesOf, type Shard } from './shard.ts';

export interface Identity {
  readonly version: 1;
  /** Of the program that computes the results; folders of older programs do not tell. */
  readonly engine?: string;
  readonly options: AnyOptions;
  /** SHA-256 of tasks and solvers, of all parts. */
  readonly inputs: string;
  readonly shard?: ShardIdentity;
}

/** The part that a folder is, with all that joining parts takes. */
export interface ShardIdentity extends Shard {
  /** What the tasks are from, as the report tells. */
  readonly dataset: string;
  /** Tasks of all parts. */
  readonly count: number;
  /** The part's own tasks: their places among all, and ids. */
  readonly places: readonly number[];
  readonly ids: readonly string[];
}

/** The identity of a whole sweep, or of a part of one. */
export function identityOf(
  plan: Plan,
  dataset: string,
  shard: Shard | null,
  engine = ENGINE_VERSION,
): Identity {
  const whole: Identity = {
    version: 1,
    engine,
    options: plan.options,
    inputs: inputsHash(plan),
  };
  if (shard === null) return whole;
  const places = placesOf(plan.tasks, shard);
  const ids = places.map((place) => plan.tasks[place]?.id as string);
  return { ...whole, shard: { ...shard, dataset, count: plan.tasks.length, places, ids } };
}

/** The file. */
export const identityText = (identity: Identity): string => `${JSON.stringify(identity, null, 2)}\n`;

/** @param place the file, for the refusal */
export function readIdentity(text: string, place: string): Identity {
  try {
    const known = JSON.parse(text) as Partial<Identity> | null;
    if (known?.version === 1 && typeof known.options === 'object' && typeof known.inputs === 'string')
      return known as Identity;
  } catch {
    // refused below
  }
  throw new WrongCall(`${place}: not a sweep that this version of Batt can go on with`);
}

/** How the options are called on the command line. */
const WORDS: Readonly<Record<keyof SweepOptions | keyof SearchOptions, string>> = {
  seed: '--seed',
  rounds: '--rounds',
  perRound: '--per-round',
  fuel: '--fuel',
  secondsPerTask: '--seconds-per-task',
  leaveOwnOut: '--leave-own-out',
  search: 'search',
  searchSeconds: '--seconds',
  searchFuel: '--fuel',
  without: '--without',
};

/** What of `known` is not as wanted, in words; parts of one sweep do not differ in what they are parts of. */
export function differences(known: Identity, wanted: Identity): string[] {
  const [was, is] = [known.options, wanted.options] as unknown as Record<string, unknown>[];
  const differs = Object.entries(WORDS)
    .filter(([key]) => was?.[key] !== is?.[key])
    .map(([key, word]) => `${word} ${was?.[key] ?? 'none'}, not ${is?.[key] ?? 'none'}`);
  if (known.inputs !== wanted.inputs) differs.push('other tasks or solvers');
  if (known.engine !== undefined && known.engine !== wanted.engine)
    differs.push(`engine version ${known.engine}, not ${wanted.engine}`);
  return differs;
}

/** A part in words, as `2/3`. */
export const shardText = (shard: Shard | undefined | null): string =>
  shard === undefined || shard === null ? 'the whole' : `shard ${shard.part}/${shard.of}`;
