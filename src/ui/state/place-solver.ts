/** Solvers from elsewhere on their way into the editor. What the user wrote there goes only by their own hand. */
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { Notices } from './notices.svelte.ts';

/** As much of a bench as the way needs. */
export interface PlacedBench {
  readonly named: NamedTask;
  /** What was typed here in an earlier visit, as long as it is on offer. */
  draft: string | null;
  readonly solver: {
    readonly text: string;
    readonly empty: boolean;
    readonly automatic: boolean;
    write(text: string): void;
  };
}

export interface PlaceHost {
  readonly notices: Pick<Notices, 'tell'>;
  open(named: NamedTask): void;
}

/** @param from what brings it, for people: "link", "library" */
export function placeSolver(host: PlaceHost, bench: PlacedBench, source: string, from: string): void {
  const { solver, named } = bench;
  if (bench.draft === source) bench.draft = null;
  if (solver.text === source) return;
  if (solver.empty || solver.automatic) {
    solver.write(source);
    return;
  }
  host.notices.tell('warn', `The ${from} brings a solver for ${named.title}. Yours is still in the editor.`, {
    label: `Open the ${from}’s`,
    run: () => {
      const mine = solver.text;
      host.open(named);
      solver.write(source);
      host.notices.tell('info', 'Your solver was replaced.', {
        label: 'Take it back',
        run: () => solver.write(mine),
      });
    },
  });
}
