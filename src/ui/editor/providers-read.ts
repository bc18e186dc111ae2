/** While somebody reads: hover, definition, references, folding and the types of variables. */
import * as monaco from 'monaco-editor/editor';
import { hoverText } from './hover-text.ts';
import { LANGUAGE } from './language-id.ts';
import { rangeOf, signalOf, spanOf } from './monaco-places.ts';
import type { EditorServices } from './services.ts';

const { FoldingRangeKind, InlayHintKind } = monaco.languages;

export function provideReading(services: EditorServices): monaco.IDisposable[] {
  return [
    monaco.languages.registerHoverProvider(LANGUAGE, {
      async provideHover(model, position, token) {
        const args = [model.getValue(), model.getOffsetAt(position)] as const;
        const hover = await services.ask('hover', [...args], signalOf(token));
        if (!hover) return null;
        const held =
          hover.kind === 'variable' || hover.kind === 'parameter' ? services.valueOf(hover.name) : null;
        return { range: rangeOf(model, hover.span), contents: [{ value: hoverText(hover, held) }] };
      },
    }),
    monaco.languages.registerDefinitionProvider(LANGUAGE, {
      async provideDefinition(model, position, token) {
        const args = [model.getValue(), model.getOffsetAt(position)] as const;
        const span = await services.ask('definition', [...args], signalOf(token));
        return span && { uri: model.uri, range: rangeOf(model, span) };
      },
    }),
    monaco.languages.registerReferenceProvider(LANGUAGE, {
      async provideReferences(model, position, _context, token) {
        const args = [model.getValue(), model.getOffsetAt(position)] as const;
        const spans = await services.ask('references', [...args], signalOf(token));
        return spans?.map((span) => ({ uri: model.uri, range: rangeOf(model, span) }));
      },
    }),
    monaco.languages.registerDocumentHighlightProvider(LANGUAGE, {
      async provideDocumentHighlights(model, position, token) {
        const args = [model.getValue(), model.getOffsetAt(position)] as const;
        const spans = await services.ask('references', [...args], signalOf(token));
        return spans?.map((span) => ({ range: rangeOf(model, span) }));
      },
    }),
    monaco.languages.registerFoldingRangeProvider(LANGUAGE, {
      async provideFoldingRanges(model, _context, token) {
        const folds = await services.ask('folding', [model.getValue()], signalOf(token));
        return folds?.map(({ span, kind }) => ({
          start: model.getPositionAt(span.from).lineNumber,
          end: model.getPositionAt(span.to).lineNumber,
          kind:
            kind === 'comment'
              ? FoldingRangeKind.Comment
              : kind === 'imports'
                ? FoldingRangeKind.Imports
                : FoldingRangeKind.Region,
        }));
      },
    }),
    monaco.languages.registerInlayHintsProvider(LANGUAGE, {
      async provideInlayHints(model, range, token) {
        const span = spanOf(model, range);
        const inlays = await services.ask('inlays', [model.getValue(), span], signalOf(token));
        const hints = (inlays ?? []).map(({ offset, text }) => ({
          label: text,
          position: model.getPositionAt(offset),
          kind: InlayHintKind.Type,
        }));
        return { hints, dispose: () => {} };
      },
    }),
  ];
}
