/** What the page needs of a code editor, whichever it is. */
import type { Edit } from '../../protocol/index.ts';

export type { Edit };

export interface Marker {
  /** UTF-16 units, `to` not included. */
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** Of the fault; '' where it has none. */
  readonly code: string;
}

export interface EditorPort {
  readonly text: string;
  /** Called with the text when the user has changed it, not when the page has. */
  onChange: (text: string) => void;
  /** Called with the place of the cursor when it has moved. */
  onCursor: (offset: number) => void;
  /** Called when the user wants the other form of the solver. */
  onToggle: () => void;
  /** Shows a document: each key has a text, an undo history and a cursor of its own. */
  open(key: object, text: string): void;
  /** Puts another text into the open document; the user can undo it. */
  replace(text: string): void;
  /** Changes parts of the text as if the user had; the user can undo it. */
  apply(edits: readonly Edit[]): void;
  /** Puts a text in place of the selection. */
  insert(text: string): void;
  /** Types behind the names of variables, where the editor can. */
  showTypes(shown: boolean): void;
  setMarkers(markers: readonly Marker[]): void;
  /** Brings a place into view and puts the cursor there; the focus, too, unless told otherwise. */
  reveal(offset: number, focus?: boolean): void;
  focus(): void;
  /** How many characters are selected: a paste takes their place. */
  readonly selected: number;
  /** Whether the cursor is in it, and where, so that another editor can take over. */
  readonly state: EditorState;
  restore(state: EditorState): void;
  dispose(): void;
}

export interface EditorState {
  readonly focused: boolean;
  readonly from: number;
  readonly to: number;
}

/** Whether there is room for the full editor, and a mouse to use it with; else the plain one stays. */
export const isRoomy = (): boolean => matchMedia('(min-width: 720px) and (pointer: fine)').matches;

export const EDITOR_LABEL = 'Solver code';
