/** Which task a record is about. Ids are unique within a data set only, so a task is named by both. */

export interface TaskRef {
  /** The key of its data set; `OWN` for files and own tasks, `UNPLACED` where nobody knows. */
  readonly set: string;
  /** Its id there. */
  readonly task: string;
}

export const OWN = 'own';
/** Of solvers that came by name alone, when no task of that name was at hand. */
export const UNPLACED = '';

export function refOf({ dataset, id }: { readonly dataset: string; readonly id: string }): TaskRef {
  return { set: dataset === '' ? OWN : dataset, task: id };
}

/** For maps. Keys of data sets have no blanks. */
export function keyOf({ set, task }: TaskRef): string {
  return `${set} ${task}`;
}
