/** What can be written at the cursor: first what fits. */
import { locate, moveSpan } from './analysis.ts';
import { values, type Draft } from './completion-values.ts';
import { contextAt, type Context } from './context.ts';
import { rankOf } from './fit.ts';
import { fillIn, freshIn, SHAPES, SKELETON, type Shape } from './snippets.ts';
import type { Completion, CompletionKind } from './types.ts';

/** All that could stand at the cursor, whatever is typed of it so far; sorted. */
export function completion(source: string, offset: number): Completion[] {
  const { analysis, from, at } = locate(source, offset);
  const context = contextAt(analysis, at);
  const drafts = draftsFor(context, analysis.source);
  const replace = moveSpan(context.word, from);
  const isInCall = context.calls.length > 0;
  const order: readonly CompletionKind[] = isInCall
    ? ['variable', 'constant', 'primitive', 'argument', 'keyword', 'snippet']
    : ['variable', 'keyword', 'snippet', 'primitive', 'constant', 'argument'];
  return drafts
    .map(({ distance = 0, ...draft }, i): Completion => {
      const sort = `${rankOf(draft.fit)}${order.indexOf(draft.kind)}${distance}${String(i).padStart(4, '0')}`;
      return { insertText: draft.label, isSnippet: false, ...draft, sort, replace };
    })
    .sort((a, b) => (a.sort < b.sort ? -1 : 1));
}

function draftsFor(context: Context, source: string): Draft[] {
  switch (context.place) {
    case 'top':
      return [snippet(SKELETON, [], 'I')];
    case 'start':
      return starts(context);
    case 'value':
      return values(context, source[context.word.to] === '(');
    default:
      return [];
  }
}

/** What begins a statement. */
function starts({ scope, statement }: Context): Draft[] {
  const above = scope.variables.filter(({ end }) => end <= statement.from);
  const grid = above.find(({ isParam }) => isParam)?.name ?? 'I';
  const last = above.at(-1)?.name ?? grid;
  const [next] = scope.freshName();
  const keyword = (label: string, doc: string): Draft => ({
    label,
    kind: 'keyword',
    detail: '',
    doc,
    fit: 'fits',
  });
  const drafts = [
    keyword(`${next} = `, 'The next step.'),
    keyword(`return ${last}`, 'What the solver gives.'),
  ];
  if (above.every(({ name }) => name !== 'O')) drafts.splice(1, 0, keyword('O = ', 'The last step.'));
  return [...drafts, ...SHAPES.map((shape) => snippet(shape, scope.freshName(freshIn(shape)), grid))];
}

function snippet(shape: Shape, fresh: readonly string[], grid: string): Draft {
  const { label, doc } = shape;
  return {
    label,
    kind: 'snippet',
    detail: '',
    doc,
    insertText: fillIn(shape, fresh, grid),
    isSnippet: true,
    fit: 'fits',
  };
}
