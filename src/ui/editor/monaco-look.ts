/** The dialect's colours in Monaco, taken from the page's own. */
import * as monaco from 'monaco-editor/editor';
import { isDark } from '../state/theme.ts';
import { LANGUAGE } from './language-id.ts';
import { TOKENS } from './tokens.ts';

monaco.languages.register({ id: LANGUAGE });
monaco.languages.setMonarchTokensProvider(LANGUAGE, {
  tokenizer: { root: TOKENS.map(([pattern, kind]): [RegExp, string] => [pattern, kind]) },
});
monaco.languages.setLanguageConfiguration(LANGUAGE, {
  comments: { lineComment: '#' },
  brackets: [['(', ')']],
  autoClosingPairs: [{ open: '(', close: ')' }],
  surroundingPairs: [{ open: '(', close: ')' }],
});

export function defineTheme(): void {
  const style = getComputedStyle(document.documentElement);
  // Style sheets may write one colour in many ways; the context of a canvas gives it back as #rrggbb.
  const brush = document.createElement('canvas').getContext('2d')!;
  const colour = (name: string) => {
    brush.fillStyle = style.getPropertyValue(name).trim();
    return String(brush.fillStyle);
  };
  const token = (name: string) => colour(name).slice(1);
  monaco.editor.defineTheme('batt', {
    base: isDark() ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: token('--ink') },
      { token: 'keyword', foreground: token('--code-keyword') },
      { token: 'function', foreground: token('--code-function') },
      { token: 'constant', foreground: token('--code-constant') },
      { token: 'number', foreground: token('--code-constant') },
      { token: 'string', foreground: token('--code-constant') },
      { token: 'variable', foreground: token('--ink') },
      { token: 'comment', foreground: token('--code-comment') },
    ],
    colors: {
      'editor.background': colour('--panel'),
      'editor.foreground': colour('--ink'),
      'editorLineNumber.foreground': colour('--mute'),
      'editorLineNumber.activeForeground': colour('--ink'),
      'editor.lineHighlightBackground': colour('--hover'),
      'editor.lineHighlightBorder': '#00000000',
      'editorCursor.foreground': colour('--accent'),
      'editorWidget.background': colour('--panel'),
      'editorWidget.border': colour('--line-strong'),
      'editorBracketHighlight.foreground1': colour('--mute'),
      'editorBracketHighlight.foreground2': colour('--mute'),
      'editorBracketHighlight.foreground3': colour('--mute'),
      'editorInlayHint.background': '#00000000',
      'editorInlayHint.foreground': colour('--mute'),
      'editorSuggestWidget.background': colour('--panel'),
      'editorSuggestWidget.foreground': colour('--ink'),
      'editorSuggestWidget.selectedBackground': colour('--accent-soft'),
      'editorSuggestWidget.selectedForeground': colour('--ink'),
      'editorSuggestWidget.highlightForeground': colour('--accent'),
      'editorSuggestWidget.focusHighlightForeground': colour('--accent'),
      'editorHoverWidget.background': colour('--panel'),
      'editorHoverWidget.foreground': colour('--ink'),
      'editorHoverWidget.border': colour('--line-strong'),
      'menu.background': colour('--panel'),
      'menu.foreground': colour('--ink'),
      'menu.selectionBackground': colour('--accent-soft'),
      'menu.selectionForeground': colour('--ink'),
      'menu.separatorBackground': colour('--line'),
      'menu.border': colour('--line-strong'),
      'textCodeBlock.background': colour('--hover'),
      focusBorder: '#00000000',
    },
  });
  monaco.editor.setTheme('batt');
}
