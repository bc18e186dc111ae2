/** Puts a shorter solver that does the same in place of the one in the editor, and says what it is based on. */
import type { FilmInspector } from '../../host/film.ts';
import { STARTER } from '../../host/tasks/starter.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { Notices } from './notices.svelte.ts';
import { number, plural } from './sentences.ts';

export interface SimplifyHost {
  readonly notices: Pick<Notices, 'tell'>;
  readonly settings: { readonly fuel: number };
}

export interface SimplifyBench {
  readonly named: NamedTask;
  readonly filming: Pick<FilmInspector, 'ask'>;
  readonly solver: { readonly text: string; write(text: string): void };
}

export async function simplify({ notices, settings }: SimplifyHost, bench: SimplifyBench): Promise<void> {
  const { solver, named } = bench;
  const source = solver.text;
  const generator = named.dataset === STARTER ? named.id : null;
  const request = { source, task: named.task, generator, fuel: settings.fuel };
  const outcome = await bench.filming.ask('simplify', request);
  if (!outcome.ok) return notices.tell('warn', `The solver could not be simplified: ${outcome.why}.`);
  const answer = outcome.value;
  if (!answer.ok) return notices.tell('warn', answer.why);
  const { steps, before, after, tried } = answer;
  const where = `${plural(answer.pairs, 'pair')} of the task${answer.drawn > 0 ? ` and ${plural(answer.drawn, 'drawn pair')}` : ''}`;
  if (steps === null) {
    notices.tell(
      'info',
      `Nothing shorter was found: ${plural(before, 'step')}, ${number(tried)} programs tried.`,
    );
    return;
  }
  if (solver.text !== source)
    return notices.tell('info', 'The solver has changed meanwhile: simplify it again.');
  solver.write(steps);
  const saved = `${plural(before - after, 'step')} saved: ${number(before)} before, ${number(after)} now.`;
  notices.tell('info', `${saved} It gives the same on ${where}.`, {
    label: 'Take it back',
    run: () => solver.write(source),
  });
}
