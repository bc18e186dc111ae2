/** Writing a submission, and beside it what it was made on: Kaggle's form has no room for that. */
import * as fs from 'node:fs';
import { submissionText, type Submission } from '../core/formats/submission.ts';
import type { Identity } from './sweep-identity.ts';
import { writeWhole } from './written.ts';

/** Options, engine and inputs as sweep.json has them, and what the tasks are from. */
export interface About extends Identity {
  readonly dataset: string;
  /** Tasks. */
  readonly count: number;
}

/** submission.json, and submission.about.json beside it; a pipe or a device has no room beside it. */
export function writeSubmission(path: string, submission: Submission, about: About): void {
  writeWhole(path, submissionText(submission));
  if (fs.statSync(path).isFile()) writeWhole(aboutPath(path), `${JSON.stringify(about, null, 2)}\n`);
}

const aboutPath = (path: string): string => `${path.replace(/\.json$/i, '')}.about.json`;
