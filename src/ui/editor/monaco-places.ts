/** Between the service, which counts UTF-16 units of the whole text, and Monaco, which counts lines and columns. */
import * as monaco from 'monaco-editor/editor';
import type { Edit, Span } from '../../protocol/index.ts';

export type Model = monaco.editor.ITextModel;

export function rangeOf(model: Model, { from, to }: Span): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to));
}

export function spanOf(model: Model, range: monaco.IRange): Span {
  const { startLineNumber, startColumn, endLineNumber, endColumn } = range;
  return {
    from: model.getOffsetAt({ lineNumber: startLineNumber, column: startColumn }),
    to: model.getOffsetAt({ lineNumber: endLineNumber, column: endColumn }),
  };
}

export function textEdits(model: Model, edits: readonly Edit[]): monaco.languages.TextEdit[] {
  return edits.map(({ span, text }) => ({ range: rangeOf(model, span), text }));
}

export function workspaceEdit(model: Model, edits: readonly Edit[]): monaco.languages.WorkspaceEdit {
  const versionId = model.getVersionId();
  return {
    edits: textEdits(model, edits).map((textEdit) => ({ resource: model.uri, versionId, textEdit })),
  };
}

/** A token of Monaco as a signal. */
export function signalOf(token: monaco.CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
