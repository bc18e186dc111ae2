/** How Monaco is set up. */
import * as monaco from 'monaco-editor/editor';
import { LANGUAGE } from './language-id.ts';
import { EDITOR_LABEL } from './port.ts';

export const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  acceptSuggestionOnCommitCharacter: false,
  acceptSuggestionOnEnter: 'smart',
  ariaLabel: EDITOR_LABEL,
  autoIndent: 'none',
  automaticLayout: true,
  autoDetectHighContrast: true,
  contextmenu: true,
  editContext: false,
  fixedOverflowWidgets: true,
  folding: true,
  foldingHighlight: false,
  fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--mono').trim(),
  fontSize: 13,
  fontLigatures: false,
  glyphMargin: false,
  guides: { indentation: false },
  hover: { delay: 250, above: false },
  inlayHints: { enabled: 'off', fontSize: 12 },
  language: LANGUAGE,
  lineDecorationsWidth: 16,
  lineHeight: 24,
  lineNumbersMinChars: 3,
  links: false,
  minimap: { enabled: false },
  occurrencesHighlight: 'singleFile',
  overviewRulerLanes: 0,
  padding: { top: 8, bottom: 16 },
  parameterHints: { enabled: true, cycle: false },
  quickSuggestions: { other: true, comments: false, strings: false },
  quickSuggestionsDelay: 60,
  renderLineHighlightOnlyWhenFocus: false,
  scrollBeyondLastLine: false,
  scrollbar: {
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
  },
  showFoldingControls: 'mouseover',
  stickyScroll: { enabled: false },
  suggest: {
    snippetsPreventQuickSuggestions: false,
    showStatusBar: false,
    preview: false,
    showWords: false,
    shareSuggestSelections: false,
  },
  suggestOnTriggerCharacters: true,
  suggestSelection: 'first',
  tabFocusMode: true,
  tabSize: 4,
  theme: 'batt',
  unicodeHighlight: { ambiguousCharacters: false },
  wordBasedSuggestions: 'off',
};

/** Tab leaves the editor unless told otherwise. Monaco's own command cannot overrule the option that says so. */
export function tabSwitch(editor: monaco.editor.IStandaloneCodeEditor): monaco.editor.IActionDescriptor {
  const { KeyCode, KeyMod } = monaco;
  const mac = /Mac|iP(hone|ad)/.test(navigator.platform);
  return {
    id: 'batt.tab',
    label: 'Let Tab indent, or leave the editor',
    keybindings: [mac ? KeyMod.WinCtrl | KeyMod.Shift | KeyCode.KeyM : KeyMod.CtrlCmd | KeyCode.KeyM],
    run() {
      const tabFocusMode = !editor.getOption(monaco.editor.EditorOption.tabFocusMode);
      editor.updateOptions({ tabFocusMode });
    },
  };
}
