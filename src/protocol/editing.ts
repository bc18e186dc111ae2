/** What the inspector worker knows of the language, for an editor. */
export type { Editing, EditingApi, EditingQuestion, EditingVerb } from '../core/inspection/editing.ts';
export type * from '../core/service/types.ts';
