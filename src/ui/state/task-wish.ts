/** What somebody looks for among the tasks; the page remembers it while the browser of tasks is closed. */

export interface TaskWish {
  readonly text: string;
  /** Key of a data set, `own` for files and own tasks, '' for any. */
  readonly dataset: string;
  readonly state: '' | 'solved' | 'tried' | 'unsolved' | 'faulty';
  /** The longest side, at most; 0 for any. */
  readonly side: number;
  /** All of these colours occur. */
  readonly colours: number;
  /** Train pairs; 0 for any, 5 for five or more. */
  readonly pairs: number;
  readonly theme: string;
  /** A primitive that a solver of it uses. */
  readonly primitive: string;
}

export const ANY_TASK: TaskWish = {
  text: '',
  dataset: '',
  state: '',
  side: 0,
  colours: 0,
  pairs: 0,
  theme: '',
  primitive: '',
};
