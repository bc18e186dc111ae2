/** What the inspector worker knows of the language, for an editor. */
export type { Editing, EditingApi, EditingQuestion, EditingVerb } from '../core/inspection/editing.ts';
export type {
  Change,
  Completion,
  CompletionKind,
  Edit,
  Encoded,
  Entry,
  Example,
  Fit,
  Fix,
  Fold,
  Hover,
  Inlay,
  SignatureHelp,
  Span,
} from '../core/service/types.ts';
