/** Statements that change no value: texts, prints, assertions. They are left out, and kept as comments. */
import type { SyntaxNode } from '@lezer/common';
import { outside } from './outside.ts';

/** What to say of a statement that can be left out; null for one that cannot. */
export function idleAdvice(node: SyntaxNode, text: string): string | null {
  switch (node.name) {
    case 'AssertStatement':
    case 'PassStatement':
      return outside(node.name, text).message;
    case 'ExpressionStatement': {
      const value = node.firstChild;
      if (value === null || value.nextSibling !== null) return null;
      if (
        value.name === 'String' ||
        value.name === 'ContinuedString' ||
        value.name === 'FormatString' ||
        value.name === 'Ellipsis'
      )
        return 'A text does nothing here: write remarks as comments, with #.';
      const isPrint = value.name === 'CallExpression' && /^print\s*\(/.test(text);
      return isPrint ? outside('PrintStatement', text).message : null;
    }
    default:
      return null;
  }
}

/** The statement as comments, a line each; a text without its quotes. */
export function asComments(text: string): string[] {
  const inner = /^[A-Za-z]{0,2}("""|'''|"|')([^]*)\1$/.exec(text.trim())?.[2] ?? text;
  const lines = inner.split(/\r\n|\r|\n/).map((line) => line.trim());
  while (lines.at(-1) === '') lines.pop();
  while (lines[0] === '') lines.shift();
  return lines.map((line) => (line === '' ? '#' : `# ${line}`));
}
