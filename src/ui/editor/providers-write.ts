/** While somebody writes: completion and signature help. */
import * as monaco from 'monaco-editor/editor';
import type { CompletionKind } from '../../protocol/index.ts';
import { LANGUAGE } from './language-id.ts';
import { rangeOf, signalOf } from './monaco-places.ts';
import type { EditorServices } from './services.ts';

const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;

const KINDS: Record<CompletionKind, monaco.languages.CompletionItemKind> = {
  variable: CompletionItemKind.Variable,
  constant: CompletionItemKind.Constant,
  primitive: CompletionItemKind.Function,
  argument: CompletionItemKind.Property,
  keyword: CompletionItemKind.Keyword,
  snippet: CompletionItemKind.Snippet,
};

export function provideWriting(services: EditorServices): monaco.IDisposable[] {
  return [
    monaco.languages.registerCompletionItemProvider(LANGUAGE, {
      triggerCharacters: ['(', ',', ' ', '='],
      async provideCompletionItems(model, position, { triggerKind }, token) {
        const offset = model.getOffsetAt(position);
        const source = model.getValue();
        // A space asks for something behind `=` and `,` only: else the list would be in the way.
        const byKey = triggerKind === monaco.languages.CompletionTriggerKind.TriggerCharacter;
        if (byKey && /(?:^|[^=,]) $/.test(source.slice(Math.max(0, offset - 2), offset))) return null;
        const found = await services.ask('completion', [source, offset], signalOf(token));
        if (!found) return null;
        return {
          suggestions: found.map(({ label, kind, detail, doc, insertText, isSnippet, sort, replace }) => ({
            label,
            kind: KINDS[kind],
            detail,
            documentation: { value: doc },
            insertText,
            insertTextRules: isSnippet
              ? CompletionItemInsertTextRule.InsertAsSnippet
              : CompletionItemInsertTextRule.None,
            sortText: sort,
            range: rangeOf(model, replace),
          })),
        };
      },
    }),
    monaco.languages.registerSignatureHelpProvider(LANGUAGE, {
      signatureHelpTriggerCharacters: ['(', ','],
      signatureHelpRetriggerCharacters: [')', '='],
      async provideSignatureHelp(model, position, token) {
        const args = [model.getValue(), model.getOffsetAt(position)] as const;
        const help = await services.ask('signatureHelp', [...args], signalOf(token));
        if (!help) return null;
        const parameters = help.parameters.map(({ span }) => ({
          label: [span.from, span.to] as [number, number],
        }));
        const value = {
          signatures: [{ label: help.label, documentation: { value: help.doc }, parameters }],
          activeSignature: 0,
          activeParameter: Math.max(0, help.active),
        };
        return { value, dispose: () => {} };
      },
    }),
  ];
}
