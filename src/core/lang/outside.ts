/** What to write instead: advice for the parts of Python that solvers do without. */
import { CONSTANTS } from '../dsl/constants.ts';
import { isTuple, type Value } from '../values/value.ts';
import { members } from '../values/container.ts';
import type { Advice, Code } from './diagnostics.ts';
import { numberText } from './number-text.ts';

const OPERATORS: Readonly<Record<string, string>> = {
  '+': 'add(a, b)',
  '-': 'subtract(a, b)',
  '*': 'multiply(a, b)',
  '/': 'divide(a, b)',
  '//': 'divide(a, b)',
  '==': 'equality(a, b)',
  '!=': 'flip(equality(a, b))',
  '>': 'greater(a, b)',
  '<': 'greater(b, a)',
  and: 'both(a, b)',
  or: 'either(a, b)',
  not: 'flip(a)',
  in: 'contained(a, b)',
  '&': 'intersection(a, b)',
  '|': 'combine(a, b)',
};

/** By the node names of the Python grammar. */
const CONSTRUCTS: Readonly<Record<string, string>> = {
  ConditionalExpression: 'There is no if: write branch(condition, a, b).',
  IfStatement: 'There is no if: write name = branch(condition, a, b).',
  ForStatement: 'There are no loops: write apply(function, container) or another higher-order primitive.',
  WhileStatement: 'There are no loops: write power(function, n) or apply(function, container).',
  LambdaExpression: 'There is no lambda: build the function with compose, chain, fork, lbind or rbind.',
  MemberExpression:
    'There are no attributes and subscripts: write first(x), last(x) or index(grid, location).',
  ArrayExpression: 'There are no lists: build a container with repeat, astuple, pair, initset or insert.',
  DictionaryExpression: 'There are no dictionaries.',
  SetExpression: 'There are no set literals: write initset(a), and insert(b, …) for more members.',
  TupleExpression: 'There are no tuple literals: write astuple(a, b).',
  ArrayComprehensionExpression:
    'There are no comprehensions: write apply(function, container) or sfilter(…).',
  SetComprehensionExpression: 'There are no comprehensions: write apply(function, container) or sfilter(…).',
  DictionaryComprehensionExpression: 'There are no comprehensions: write apply(function, container).',
  ComprehensionExpression: 'There are no comprehensions: write apply(function, container) or sfilter(…).',
  NamedExpression: 'There is no := here: assign in a line of its own.',
  FormatString: 'There are no strings: write remarks as comments, with #.',
  ContinuedString: 'There are no strings: write remarks as comments, with #.',
  UpdateStatement: 'A variable never changes: assign the new value to a new name.',
  PassStatement: 'There is nothing to pass over: delete this line.',
  DeleteStatement: 'Variables stay: delete this line.',
  ScopeStatement: 'A solver knows only its own variables: delete this line.',
  AssertStatement: 'A solver states no conditions: delete this line.',
  PrintStatement: 'A solver cannot print: delete this line.',
  FunctionDefinition: 'A solver has no inner functions: build one with compose, chain, fork, lbind or rbind.',
  ClassDefinition: 'There are no classes: write solvers, def solve_<id>(I): ….',
  DecoratedStatement: 'Solvers have no decorators: delete it.',
  Decorator: 'Solvers have no decorators: delete it.',
  ImportStatement: 'Imports stand at the top of the file, outside of solvers.',
  StatementGroup: 'Write one assignment a line, without semicolons.',
};

/** The constants by their value as Python writes it. */
const BY_VALUE = new Map(Object.entries(CONSTANTS).map(([name, value]) => [literal(value), name]));

function literal(value: Value): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return value !== null && typeof value === 'object' && isTuple(value)
    ? members(value).join(',')
    : String(value);
}

/**
 * Code and advice for a piece of Python that is no name and no call.
 * @param type the grammar's name of the node
 * @param text its source
 * @param operator the source of its operator, where it has one
 */
export function outside(type: string, text: string, operator = ''): { readonly code: Code } & Advice {
  const constant = /^[-+\s\d,()TrueFals]+$/.test(text)
    ? BY_VALUE.get(text.replace(/[\s()+]|,\s*\)$/g, ''))
    : undefined;
  if (constant !== undefined && type !== 'BinaryExpression') {
    return { code: 'literal', message: `Write ${constant} instead of ${text}.`, suggestions: [constant] };
  }
  if (type === 'Number' || (type === 'UnaryExpression' && /^[-+]\s*[\d.]+$/.test(text))) {
    const made = numberText(text);
    const how = made === null ? 'compute it from NEG_TWO to TEN, as in add(TEN, ONE)' : `write ${made}`;
    return { code: 'literal', message: `There is no constant for ${clip(text)}: ${how}.` };
  }
  if (type === 'None') return { code: 'literal', message: 'There is no None: leave it out.' };
  if (type === 'String')
    return { code: 'literal', message: 'There are no strings: write remarks as comments, with #.' };
  if (type === 'UnaryExpression' && operator === '-') {
    return { code: 'not-in-subset', message: 'There are no operators: write invert(a).' };
  }
  if (OPERATORS[operator] !== undefined) {
    return { code: 'not-in-subset', message: `There are no operators: write ${OPERATORS[operator]}.` };
  }
  if (operator !== '')
    return { code: 'not-in-subset', message: `There are no operators: ${operator} has no place here.` };
  const message =
    CONSTRUCTS[type] ??
    `A solver has only lines name = expression, and return: ${clip(text)} has no place here.`;
  return { code: 'not-in-subset', message };
}

/** A short piece of source for a sentence. */
export function clip(text: string): string {
  const line = text.trim().split(/[\r\n]/, 1)[0];
  return line.length > 30 ? `${line.slice(0, 30)}…` : line;
}
