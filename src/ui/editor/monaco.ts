/** Monaco behind the port: the one place that knows it. Loaded only when an editor is wanted. */
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import { defineTheme, LANGUAGE, onThemeChange } from './monaco-look.ts';
import { EDITOR_LABEL, type EditorPort, type EditorState, type Marker } from './port.ts';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

interface Document {
  readonly model: monaco.editor.ITextModel;
  view: monaco.editor.ICodeEditorViewState | null;
}

const KEPT_DOCUMENTS = 24;
const OWNER = 'batt';

export class MonacoEditor implements EditorPort {
  onChange: (text: string) => void = () => {};
  private readonly editor: monaco.editor.IStandaloneCodeEditor;
  private readonly documents = new Map<object, Document>();
  private readonly undoTheme: () => void;
  private current: Document | null = null;
  /** Set while the page, not the user, changes the text. */
  private quiet = false;

  constructor(host: HTMLElement) {
    defineTheme();
    this.undoTheme = onThemeChange(defineTheme);
    this.editor = monaco.editor.create(host, { ...OPTIONS, model: null });
    // Indents on the key alone: text that arrives in one piece (dictation, a script) is taken as it is.
    this.editor.addCommand(
      monaco.KeyCode.Enter,
      () => this.breakLine(),
      'editorTextFocus && !suggestWidgetVisible',
    );
    // The editor has a command of its own on Ctrl+Enter; on this page it runs.
    monaco.editor.addKeybindingRule({
      keybinding: monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter,
      command: null,
    });
    this.editor.onDidChangeModelContent(() => {
      if (!this.quiet) this.onChange(this.text);
    });
  }

  get text(): string {
    return this.current?.model.getValue() ?? '';
  }

  open(key: object, text: string): void {
    if (this.current) this.current.view = this.editor.saveViewState();
    const document = this.documents.get(key) ?? {
      model: monaco.editor.createModel(text, LANGUAGE),
      view: null,
    };
    this.documents.delete(key);
    this.documents.set(key, document);
    this.current = document;
    this.editor.setModel(document.model);
    if (document.view) this.editor.restoreViewState(document.view);
    this.replace(text);
    this.forget();
  }

  replace(text: string): void {
    const model = this.current?.model;
    if (!model || model.getValue() === text) return;
    this.quiet = true;
    this.editor.pushUndoStop();
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
    this.editor.pushUndoStop();
    this.editor.setPosition({ lineNumber: 1, column: 1 });
    this.editor.setScrollPosition({ scrollTop: 0, scrollLeft: 0 });
    this.quiet = false;
  }

  setMarkers(markers: readonly Marker[]): void {
    const model = this.current?.model;
    if (!model) return;
    const data = markers.map(({ from, to, severity, message }) => {
      const start = model.getPositionAt(from);
      const end = model.getPositionAt(Math.max(to, from + 1));
      return {
        startLineNumber: start.lineNumber,
        startColumn: start.column,
        endLineNumber: end.lineNumber,
        endColumn: end.column,
        severity: severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
        message,
      };
    });
    monaco.editor.setModelMarkers(model, OWNER, data);
  }

  reveal(offset: number): void {
    const position = this.current?.model.getPositionAt(offset);
    if (!position) return;
    this.editor.setPosition(position);
    this.editor.revealPositionInCenterIfOutsideViewport(position);
    this.editor.focus();
  }

  focus(): void {
    this.editor.focus();
  }

  get state(): EditorState {
    const model = this.current?.model;
    const selection = this.editor.getSelection();
    if (!model || !selection) return { focused: false, from: 0, to: 0 };
    const from = model.getOffsetAt(selection.getStartPosition());
    return { focused: this.editor.hasTextFocus(), from, to: model.getOffsetAt(selection.getEndPosition()) };
  }

  restore({ focused, from, to }: EditorState): void {
    const model = this.current?.model;
    if (!model) return;
    this.editor.setSelection(monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to)));
    if (focused) this.editor.focus();
  }

  dispose(): void {
    this.undoTheme();
    this.editor.dispose();
    for (const { model } of this.documents.values()) model.dispose();
  }

  private breakLine(): void {
    const position = this.editor.getPosition();
    if (!position || !this.current) return;
    const before = this.current.model.getLineContent(position.lineNumber).slice(0, position.column - 1);
    const indent = /^ */.exec(before)![0] + (before.trimEnd().endsWith(':') ? '    ' : '');
    this.editor.trigger('keyboard', 'type', { text: `\n${indent}` });
  }

  /** Lets the documents go that were not looked at for the longest. */
  private forget(): void {
    for (const [key, { model }] of this.documents) {
      if (this.documents.size <= KEPT_DOCUMENTS) return;
      this.documents.delete(key);
      model.dispose();
    }
  }
}

const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  ariaLabel: EDITOR_LABEL,
  autoIndent: 'none',
  automaticLayout: true,
  autoDetectHighContrast: true,
  contextmenu: true,
  editContext: false,
  fixedOverflowWidgets: true,
  folding: false,
  fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--mono').trim(),
  fontSize: 13,
  fontLigatures: false,
  glyphMargin: false,
  guides: { indentation: false },
  language: LANGUAGE,
  lineDecorationsWidth: 16,
  lineHeight: 24,
  lineNumbersMinChars: 4,
  minimap: { enabled: false },
  occurrencesHighlight: 'singleFile',
  overviewRulerLanes: 0,
  padding: { top: 8, bottom: 16 },
  quickSuggestions: false,
  renderLineHighlightOnlyWhenFocus: true,
  scrollBeyondLastLine: false,
  scrollbar: {
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
  },
  stickyScroll: { enabled: false },
  suggestOnTriggerCharacters: false,
  tabFocusMode: true,
  tabSize: 4,
  theme: 'batt',
  unicodeHighlight: { ambiguousCharacters: false },
  wordBasedSuggestions: 'off',
};
