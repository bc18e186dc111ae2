/** Monaco behind the port: the one place that knows it. Loaded only when an editor is wanted. */
import * as monaco from 'monaco-editor/editor';
import './monaco-features.ts';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import { LANGUAGE } from './language-id.ts';
import { tellIfMissing } from '../../host/versions.ts';
import { onThemeChange } from '../state/theme.ts';
import { defineTheme } from './monaco-look.ts';
import { OPTIONS, tabSwitch } from './monaco-options.ts';
import { textEdits } from './monaco-places.ts';
import type { Edit, EditorPort, EditorState, Marker } from './port.ts';
import { provideChanges } from './providers-change.ts';
import { provideReading } from './providers-read.ts';
import { provideWriting } from './providers-write.ts';
import type { EditorServices } from './services.ts';

self.MonacoEnvironment = {
  getWorker() {
    const worker = new EditorWorker();
    // Monaco would throw the event. The editor goes on without what the worker finds (characters that are not seen).
    worker.addEventListener('error', (event) => {
      if (tellIfMissing(event)) event.stopImmediatePropagation();
    });
    return worker;
  },
};

interface OpenText {
  readonly model: monaco.editor.ITextModel;
  view: monaco.editor.ICodeEditorViewState | null;
}

const KEPT_TEXTS = 24;
const SEVERITIES = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const;
const OWNER = 'batt';

export class MonacoEditor implements EditorPort {
  onChange: (text: string) => void = () => {};
  onCursor: (offset: number) => void = () => {};
  onToggle: () => void = () => {};
  private readonly box = document.createElement('div');
  private readonly editor: monaco.editor.IStandaloneCodeEditor;
  private readonly texts = new Map<object, OpenText>();
  private readonly undoTheme: () => void;
  private readonly providers: readonly monaco.IDisposable[];
  private current: OpenText | null = null;
  /** Set while the page, not the user, changes the text. */
  private quiet = false;

  constructor(host: HTMLElement, services: EditorServices) {
    defineTheme();
    this.providers = [...provideWriting(services), ...provideReading(services), ...provideChanges(services)];
    this.undoTheme = onThemeChange(defineTheme);
    // An element of its own: Monaco must not take the focus of the text area beside it for its own.
    // Menus hang in it, and take their colours from a component.
    this.box.className = 'monaco-box monaco-component';
    host.append(this.box);
    this.editor = monaco.editor.create(this.box, { ...OPTIONS, model: null });
    // Indents on the key alone: text that arrives in one piece (dictation, a script) is taken as it is.
    this.editor.addCommand(
      monaco.KeyCode.Enter,
      () => this.breakLine(),
      'editorTextFocus && !suggestWidgetVisible && !renameInputVisible',
    );
    this.editor.addAction({
      id: 'batt.toggle',
      label: 'Between steps and one expression',
      keybindings: [monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyO],
      contextMenuGroupId: '1_modification',
      run: () => this.onToggle(),
    });
    this.editor.addAction({
      id: 'batt.better',
      label: 'Search something better here',
      contextMenuGroupId: '1_modification',
      run: () => services.better(this.state),
    });
    this.editor.addAction(tabSwitch(this.editor));
    monaco.editor.addKeybindingRule({
      keybinding: monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF,
      command: 'editor.action.formatDocument',
      when: 'editorTextFocus',
    });
    // Its usual chord begins with Ctrl+K, which opens the commands of the page.
    monaco.editor.addKeybindingRule({
      keybinding: monaco.KeyMod.Shift | monaco.KeyCode.F1,
      command: 'editor.action.showHover',
      when: 'editorTextFocus',
    });
    // The editor has a command of its own on Ctrl+Enter; on this page it runs.
    monaco.editor.addKeybindingRule({
      keybinding: monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter,
      command: null,
    });
    this.editor.onDidChangeModelContent(() => {
      if (!this.quiet) this.onChange(this.text);
    });
    this.editor.onDidChangeCursorPosition(({ position }) => {
      const model = this.current?.model;
      if (model) this.onCursor(model.getOffsetAt(position));
    });
  }

  get text(): string {
    return this.current?.model.getValue() ?? '';
  }

  open(key: object, text: string): void {
    if (this.current) this.current.view = this.editor.saveViewState();
    const opened = this.texts.get(key) ?? {
      model: monaco.editor.createModel(text, LANGUAGE),
      view: null,
    };
    this.texts.delete(key);
    this.texts.set(key, opened);
    this.current = opened;
    this.editor.setModel(opened.model);
    if (opened.view) this.editor.restoreViewState(opened.view);
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

  apply(edits: readonly Edit[]): void {
    const model = this.current?.model;
    if (!model) return;
    this.editor.pushUndoStop();
    this.editor.executeEdits('batt', textEdits(model, edits));
    this.editor.pushUndoStop();
  }

  insert(text: string): void {
    this.editor.pushUndoStop();
    this.editor.executeEdits('batt', [{ range: this.editor.getSelection()!, text }]);
    this.editor.pushUndoStop();
  }

  showTypes(shown: boolean): void {
    this.editor.updateOptions({ inlayHints: { enabled: shown ? 'on' : 'off', fontSize: 12 } });
  }

  setMarkers(markers: readonly Marker[]): void {
    const model = this.current?.model;
    if (!model) return;
    const data = markers.map(({ from, to, severity, message, code }) => {
      const start = model.getPositionAt(from);
      const end = model.getPositionAt(Math.max(to, from + 1));
      return {
        startLineNumber: start.lineNumber,
        startColumn: start.column,
        endLineNumber: end.lineNumber,
        endColumn: end.column,
        severity: SEVERITIES[severity],
        message,
        code,
      };
    });
    monaco.editor.setModelMarkers(model, OWNER, data);
  }

  reveal(offset: number, focus = true): void {
    const position = this.current?.model.getPositionAt(offset);
    if (!position) return;
    this.editor.setPosition(position);
    this.editor.revealPositionInCenterIfOutsideViewport(position);
    if (focus) this.editor.focus();
  }

  focus(): void {
    this.editor.focus();
  }

  get selected(): number {
    const model = this.current?.model;
    const selections = this.editor.getSelections() ?? [];
    return selections.reduce((sum, selection) => sum + (model?.getValueLengthInRange(selection) ?? 0), 0);
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
    for (const provider of this.providers) provider.dispose();
    this.editor.dispose();
    this.box.remove();
    for (const { model } of this.texts.values()) model.dispose();
  }

  private breakLine(): void {
    const position = this.editor.getPosition();
    if (!position || !this.current) return;
    const before = this.current.model.getLineContent(position.lineNumber).slice(0, position.column - 1);
    const indent = /^ */.exec(before)![0] + (before.trimEnd().endsWith(':') ? '    ' : '');
    this.editor.trigger('keyboard', 'type', { text: `\n${indent}` });
  }

  /** Lets the texts go that were not looked at for the longest. */
  private forget(): void {
    for (const [key, { model }] of this.texts) {
      if (this.texts.size <= KEPT_TEXTS) return;
      this.texts.delete(key);
      model.dispose();
    }
  }
}
