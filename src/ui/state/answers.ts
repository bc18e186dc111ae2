/** Known test answers, which may be hidden until somebody asks for them. */
import { STARTER } from '../../host/tasks/starter.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';

/** When they are hidden: of tasks that are no starters, never, always. */
export const ANSWERS = {
  others: 'Hidden, but for starter tasks',
  shown: 'Shown',
  hidden: 'Hidden',
} as const;
export type Answers = keyof typeof ANSWERS;

/** Whether the pair of that number has a known answer that is not to be seen unasked. */
export function answerHidden({ pairs, dataset }: NamedTask, index: number, answers: Answers): boolean {
  const pair = pairs.at(index);
  if (pair?.set !== 'test' || pair.output === null) return false;
  return answers === 'hidden' || (answers === 'others' && dataset !== STARTER);
}
