/** What the page needs of a code editor, whichever it is. */

export interface Marker {
  /** UTF-16 units, `to` not included. */
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export interface EditorPort {
  readonly text: string;
  /** Called with the text when the user has changed it, not when the page has. */
  onChange: (text: string) => void;
  /** Shows a document: each key has a text, an undo history and a cursor of its own. */
  open(key: object, text: string): void;
  /** Puts another text into the open document; the user can undo it. */
  replace(text: string): void;
  setMarkers(markers: readonly Marker[]): void;
  /** Brings a place into view and puts the cursor there. */
  reveal(offset: number): void;
  focus(): void;
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

export const EDITOR_LABEL = 'Solver code';
