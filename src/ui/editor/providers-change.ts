/** Changes of the text that somebody asks for: fixes, rename, format. */
import * as monaco from 'monaco-editor/editor';
import { LANGUAGE } from './language-id.ts';
import { rangeOf, signalOf, spanOf, textEdits, workspaceEdit } from './monaco-places.ts';
import type { EditorServices } from './services.ts';

export function provideChanges(services: EditorServices): monaco.IDisposable[] {
  return [
    monaco.languages.registerCodeActionProvider(LANGUAGE, {
      async provideCodeActions(model, range, { markers }, token) {
        const fixes = await services.ask('fixes', [model.getValue(), spanOf(model, range)], signalOf(token));
        const actions = (fixes ?? []).map(({ title, kind, mends, edits }) => ({
          title,
          kind,
          diagnostics: markers.filter(({ code }) => mends !== '' && code === mends),
          isPreferred: mends !== '',
          edit: workspaceEdit(model, edits),
        }));
        return { actions, dispose: () => {} };
      },
    }),
    monaco.languages.registerRenameProvider(LANGUAGE, {
      async provideRenameEdits(model, position, newName, token) {
        const args = [model.getValue(), model.getOffsetAt(position), newName] as const;
        const change = await services.ask('rename', [...args], signalOf(token));
        if (!change) return null;
        if (change.kind === 'refused') {
          services.say(change.message); // Monaco would write it to the console
          return { edits: [] };
        }
        return workspaceEdit(model, change.edits);
      },
      async resolveRenameLocation(model, position, token) {
        const args = [model.getValue(), model.getOffsetAt(position)] as const;
        const target = await services.ask('renameTarget', [...args], signalOf(token));
        const range = target
          ? rangeOf(model, target.span)
          : monaco.Range.fromPositions(position as monaco.Position);
        if (target) return { range, text: target.name };
        return { range, text: '', rejectReason: 'This name cannot be changed.' };
      },
    }),
    monaco.languages.registerDocumentFormattingEditProvider(LANGUAGE, {
      async provideDocumentFormattingEdits(model, _options, token) {
        const edits = await services.ask('format', [model.getValue()], signalOf(token));
        return edits && textEdits(model, edits);
      },
    }),
  ];
}
