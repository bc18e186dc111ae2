/** The plan of docs/scale.md, played through: how far its formulas hold. */
import type { Bench } from '../bench.ts';
import { calculated, played, type Fleet } from '../fleet.ts';
import { plainRow, type Section } from '../row.ts';

const PLAN: Omit<Fleet, 'machines' | 'tasks'> = {
  ...{ threads: 16, seconds: 60, spread: 1, lease: 30 },
  ...{ lives: 86_400, absent: 300 },
};

export async function fleet({ corpus, scale }: Bench): Promise<Section> {
  const plan: Fleet = { ...PLAN, ...scale.fleet };
  const [play, calc] = [played(plan, corpus.seed), calculated(plan)];
  const hours = (seconds: number): number => seconds / 3600;
  return {
    id: 'fleet',
    title: 'A fleet, played through',
    notes: [
      `${plan.machines} machines with ${plan.threads} threads, ${plan.tasks} tasks of ${plan.seconds} s on average (the logarithm spread by ${plan.spread}), each machine dying once a day; lease ${plan.lease} s, seed ${corpus.seed}.`,
      `Calculated: ${hours(calc.makespan).toFixed(2)} h, ${calc.lost.toFixed(0)} attempts lost, ${(100 * calc.waste).toFixed(3)} % for nothing, ${calc.givenUp.toFixed(2)} given up at most, ${calc.silence.toFixed(1)} s of silence, ${(calc.tail / 60).toFixed(0)} min of tail.`,
    ],
    rows: [
      plainRow('from the first task to the last result', 'hours', [hours(play.makespan)]),
      plainRow('attempts that died with their machines', 'attempts', [play.lost]),
      plainRow('working time for nothing', '%', [100 * play.waste]),
      plainRow('tasks given up by bad luck', 'tasks', [play.givenUp]),
      plainRow('a death until its tasks are free', 's', [play.silence]),
      plainRow('the last tasks, fewer than threads', 'min', [play.tail / 60]),
    ],
  };
}
