/** What opened files are found to be. */
import type { Submission } from '../../core/formats/submission.ts';
import type { FileReport } from '../../protocol/index.ts';
import type { DataSet } from '../datasets/catalogue.ts';
import type { SetFile } from '../datasets/recognise.ts';
import type { ReportFile } from '../sweep/report-file.ts';
import type { NamedTask } from './named-task.ts';

export type FileRead =
  | {
      readonly kind: 'tasks';
      readonly file: string;
      readonly tasks: readonly NamedTask[];
      /** What the file does not say by itself and was decided for it, in sentences. */
      readonly remarks: readonly string[];
    }
  | { readonly kind: 'solvers'; readonly file: string; readonly source: string; readonly report: FileReport }
  | { readonly kind: 'submission'; readonly file: string; readonly submission: Submission }
  /** A public data set, file for file. `texts` are by task id. */
  | {
      readonly kind: 'dataset';
      readonly file: string;
      readonly set: DataSet;
      readonly texts: Record<string, string>;
    }
  /** What a sweep came to, here or on other machines. */
  | { readonly kind: 'report'; readonly file: string; readonly swept: ReportFile }
  /** What the library exports, as JSON or with its remarks in Python. */
  | { readonly kind: 'library'; readonly file: string; readonly text: string }
  | { readonly kind: 'refused'; readonly file: string; readonly why: string };

/** A file, or an entry of a zip. */
export interface Item extends SetFile {
  readonly name: string;
  /** What the tasks in it are said to come from. */
  readonly origin: string;
  readonly size: number;
}

export function refused({ name }: { readonly name: string }, why: string): FileRead {
  return { kind: 'refused', file: name, why };
}
