/** The answers of the service in a form that is good to read. */
import { expect } from 'vitest';
import { lineColumn } from '../../src/core/lang/diagnostics.ts';
import { applyEdits } from '../../src/core/service/find.ts';
import { service, type Change, type Span } from '../../src/core/service/index.ts';
import { valueText } from '../../src/core/service/value-text.ts';

/** The text with marks around the spans. */
function marked(source: string, spans: readonly Span[]): string {
  const edits = spans.flatMap(({ from, to }) => [
    { span: { from, to: from }, text: '«' },
    { span: { from: to, to }, text: '»' },
  ]);
  return spans.length === 0 ? 'nothing' : applyEdits(source, edits);
}

/** The lines that differ, the old ones after `-` and the new ones after `+`. */
function diff(before: string, after: string): string {
  const [a, b] = [before.split('\n'), after.split('\n')];
  while (a.length > 0 && b.length > 0 && a[0] === b[0]) [a, b].forEach((lines) => lines.shift());
  while (a.length > 0 && b.length > 0 && a.at(-1) === b.at(-1)) [a, b].forEach((lines) => lines.pop());
  return [...a.map((line) => `- ${line}`), ...b.map((line) => `+ ${line}`)].join('\n');
}

function changed(source: string, change: Change): string {
  return change.kind === 'refused' ? `${change.code}: ${change.message}` : applyEdits(source, change.edits);
}

const errors = (source: string) => service.diagnostics(source).length;

export const ABILITIES: Readonly<Record<string, (source: string, at: number, to: number) => string>> = {
  completion(source, at) {
    const items = service.completion(source, at);
    const typed = items.length === 0 ? '' : source.slice(items[0].replace.from, at);
    const likely = items.filter(({ label }) => label.startsWith(typed));
    const lines = likely.slice(0, 12).map(({ label, kind, fit, detail, insertText }) => {
      const inserted = insertText === label ? '' : `  ⇒ ${insertText.replaceAll('\n', '⏎')}`;
      return `${fit} ${kind} ${label}${detail === '' ? '' : `  ${detail}`}${inserted}`;
    });
    const count = (fit: string) => likely.filter((item) => item.fit === fit).length;
    return [...lines, `${count('fits')} fit, ${count('may-fit')} may fit, ${count('other')} do not`].join(
      '\n',
    );
  },
  definition: (source, at) => marked(source, [service.definition(source, at) ?? []].flat()),
  diagnostics: (source) =>
    service
      .diagnostics(source)
      .map(({ code, span, message }) => `${code} «${source.slice(span.from, span.to)}» ${message}`)
      .join('\n') || 'nothing',
  fixes(source, at, to) {
    const fixes = service.fixes(source, { from: at, to });
    const texts = fixes.map(({ title, kind, mends, edits }) => {
      const after = applyEdits(source, edits);
      const left = mends === '' ? '' : ` (${mends}; faults: ${errors(source)}, then ${errors(after)})`;
      return `${kind}: ${title}${left}\n${diff(source, after)}`;
    });
    return texts.join('\n') || 'nothing';
  },
  folding: (source) =>
    service
      .folding(source)
      .map(
        ({ kind, span }) =>
          `${kind} ${lineColumn(source, span.from).line}-${lineColumn(source, span.to).line}`,
      )
      .join('\n') || 'nothing',
  format(source) {
    const once = applyEdits(source, service.format(source));
    expect(service.format(once)).toEqual([]);
    return once;
  },
  hover(source, at) {
    const found = service.hover(source, at);
    if (found === null) return 'nothing';
    const { span, kind, title, generic, doc, example, name } = found;
    const call = example && `${name}(${example.args.map(({ value }) => valueText(value)).join(', ')})`;
    const then = example && example.then.length > 0 ? `(${example.then.map(valueText).join(', ')})` : '';
    const shown = example === null ? '' : `${call}${then} = ${valueText(example.result)}`;
    return [`«${source.slice(span.from, span.to)}» ${kind}`, title, ...generic, doc, shown]
      .filter((line) => line !== '')
      .join('\n');
  },
  inlays: (source) =>
    applyEdits(
      source,
      service
        .inlays(source)
        .map(({ offset, text }) => ({ span: { from: offset, to: offset }, text: `«${text}»` })),
    ),
  opening(source, at, to) {
    const edit = service.opening(source, { from: at, to });
    return edit === null ? 'nothing' : applyEdits(source, [edit]);
  },
  references: (source, at) => marked(source, service.references(source, at)),
  rename(source, at) {
    // The new name stands in the first line.
    const [first] = source.split('\n', 1);
    const text = source.slice(first.length + 1);
    const target = service.renameTarget(text, at - first.length - 1);
    return `${target === null ? '' : `«${target.name}»\n`}${changed(text, service.rename(text, at - first.length - 1, first))}`;
  },
  'signature-help'(source, at) {
    const help = service.signatureHelp(source, at);
    if (help === null) return 'nothing';
    const active = help.parameters.filter((_, i) => i === help.active);
    return [
      active.length === 0
        ? help.label
        : marked(
            help.label,
            active.map(({ span }) => span),
          ),
      ...help.generic,
      help.doc,
    ].join('\n');
  },
  toggle: (source, at) => changed(source, service.toggle(source, at)),
};
