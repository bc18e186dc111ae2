/** What is compared: calls and programs, with what Batt makes of them. */
import { pairsOf, type GridRows } from '../../src/core/task/task.ts';
import { starterPool, starterPrograms, starterTasks } from '../support/starter.ts';
import { outcomeOf } from '../unit/reference.ts';
import { outcomesOf, type Outcome } from './format.ts';
import type { DrawnCall, DrawnProgram } from './harvest.ts';
import type { End } from './tally.ts';

/** Everything that is compared: what CPython is asked, Batt's end, and what to do where both are alike. */
export interface Case {
  readonly about: string;
  readonly call?: DrawnCall;
  readonly program?: { readonly source: string; readonly input: GridRows };
  readonly ours: End;
}

/** By starter solver, task (by ascending id) and pair. */
export function starterCases(): Case[][][] {
  const tasks = [...starterTasks].sort(([a], [b]) => (a < b ? -1 : 1));
  const inputs = tasks.map(([, task]) => pairsOf(task).map(({ input }) => input));
  const programs = starterPool.map(({ name }) => starterPrograms.get(name)!);
  const outcomes = inputs.map((grids) => outcomesOf(programs, grids));
  return starterPool.map(({ name, source }, s) =>
    inputs.map((grids, t) =>
      grids.map((input, i): Case => {
        const about = `${name} on pair ${i} of ${tasks[t][0]}`;
        return { about, program: { source, input }, ours: endOfOutcome(outcomes[t][s][i]) };
      }),
    ),
  );
}

export function caseOfCall(call: DrawnCall): Case {
  return { about: JSON.stringify(call), call, ours: endOfCall(call) };
}

export function caseOfProgram({ program, source, input }: DrawnProgram): Case {
  const [[ours]] = outcomesOf([program], [input]);
  return {
    about: `${source} on ${JSON.stringify(input)}`,
    program: { source, input },
    ours: endOfOutcome(ours),
  };
}

export function endOfCall({ name, ...call }: DrawnCall): End {
  const outcome = outcomeOf(name, call);
  if ('result' in outcome) return { value: outcome.result };
  return outcome.fault === 'error' ? 'error' : 'none';
}

/** Where a limit was met there is nothing to compare: CPython has none. */
function endOfOutcome(outcome: Outcome): End {
  if (outcome === 'fuel' || outcome === 'size') return 'none';
  return outcome === 'error' ? 'error' : { value: outcome };
}

export function outcomeOfCase({ ours }: Case): Outcome {
  return typeof ours === 'string' ? ours : (ours.value as Outcome);
}
