/**
 * A program in one sentence of plain words, made by rules from what the catalogue says of each primitive: "fills the largest
 * object with the colour of the smallest object". What would make it too long is said in passing ("some cells").
 */
import type { Primitive } from '../dsl/primitive.ts';
import { elementOf, HEADS, numberWords, superlative, valueWords, colourWords } from './describe-words.ts';
import { meaningOf, type Node, type Program } from './program.ts';

/** A sentence is no longer than that, if it can be said shorter. */
const MOST_LETTERS = 200;
const DEEPEST = 6;

/** Words for a value, or a function that is not called yet. */
type Phrase =
  | { readonly kind: 'words'; readonly text: string; readonly colour: string | null }
  | { readonly kind: 'function'; readonly primitive: Primitive; readonly parts: readonly Phrase[] };

const IT = words('it');

export function describe({ nodes }: Program): string {
  let sentence = '';
  for (let deepest = DEEPEST; deepest > 0; deepest--) {
    sentence = new Telling(nodes, deepest).sentence(nodes.length - 1);
    if (sentence.length <= MOST_LETTERS) break;
  }
  return sentence;
}

function words(text: string, colour: string | null = null): Phrase {
  return { kind: 'words', text, colour };
}

class Telling {
  private readonly nodes: readonly Node[];
  private readonly deepest: number;
  private readonly told = new Map<string, Phrase>();

  constructor(nodes: readonly Node[], deepest: number) {
    this.nodes = nodes;
    this.deepest = deepest;
  }

  /** What is done to the grid, step by step, from the input on or from what is taken first. */
  sentence(result: number): string {
    const steps: string[] = [];
    let node = result;
    for (;;) {
      const { op, args } = this.nodes[node];
      const meaning = meaningOf(op);
      if (meaning.kind === 'input') break;
      const does = meaning.kind === 'call' ? meaning.primitive.does : '';
      if (meaning.kind !== 'call' || does === '') {
        steps.push(`takes ${textOf(this.phrase(node, 1))}`);
        break;
      }
      const { primitive } = meaning;
      const parts = args.map((arg) => this.phrase(arg, 1));
      steps.push(filled(does, primitive, parts));
      node = args[flowOf(primitive)];
    }
    return steps.length === 0 ? 'leaves the input as it is' : steps.reverse().join(', then ');
  }

  private phrase(node: number, depth: number): Phrase {
    const key = `${node} ${depth}`;
    let phrase = this.told.get(key);
    if (phrase === undefined) this.told.set(key, (phrase = this.make(node, depth)));
    return phrase;
  }

  private make(node: number, depth: number): Phrase {
    const { op, args } = this.nodes[node];
    const meaning = meaningOf(op);
    switch (meaning.kind) {
      case 'input':
        return words('the input');
      case 'constant':
        return words(valueWords(meaning.name, meaning.value), colourWords(meaning.value));
      case 'function':
        return { kind: 'function', primitive: meaning.primitive, parts: [] };
      case 'apply': {
        const [callee, ...rest] = args.map((arg) => this.phrase(arg, depth + 1));
        return depth > this.deepest ? words('something') : called(callee, rest);
      }
      case 'call': {
        const { primitive } = meaning;
        if (depth > this.deepest) return words(HEADS[primitive.returns] ?? 'something');
        return said(
          primitive,
          args.map((arg) => this.phrase(arg, depth + 1)),
        );
      }
    }
  }
}

/** The parameter that is the grid which something is done to. */
function flowOf({ params }: Primitive): number {
  const at = params.findIndex(({ name }) => name === 'grid');
  return Math.max(0, at);
}

const COMBINE: Readonly<Record<string, (parts: readonly Phrase[], args: readonly Phrase[]) => Phrase>> = {
  compose: ([outer, inner], args) => called(outer, [called(inner, args)]),
  chain: ([h, g, f], args) => called(h, [called(g, [called(f, args)])]),
  fork: ([outer, a, b], args) => called(outer, [called(a, args), called(b, args)]),
  matcher: ([fn, target], args) => {
    const key = called(fn, args);
    const isColour = /colour/.test(textOf(key)) && target.kind === 'words' && target.colour !== null;
    return words(`${textOf(key)} is ${isColour ? target.colour : textOf(target)}`);
  },
  lbind: ([fn, fixed], args) => called(fn, [fixed, ...args]),
  rbind: ([fn, fixed], args) => {
    const arity =
      fn.kind === 'function' && fn.parts.length === 0 ? fn.primitive.params.length : args.length + 1;
    return called(fn, [...args.slice(0, Math.max(1, arity - 1)), fixed]);
  },
  power: ([fn, n], args) => words(`${textOf(called(fn, args))}, ${numberWords(textOf(n))}`),
};

/** What a function gives for arguments. */
function called(callee: Phrase, args: readonly Phrase[]): Phrase {
  if (callee.kind === 'words') return words(`${callee.text} of ${args.map(textOf).join(' and ')}`);
  const { primitive, parts } = callee;
  return parts.length === 0 ? said(primitive, args) : COMBINE[primitive.name](parts, args);
}

function said(primitive: Primitive, args: readonly Phrase[]): Phrase {
  if (Object.hasOwn(COMBINE, primitive.name)) return { kind: 'function', primitive, parts: args };
  if (primitive.name === 'identity') return args[0];
  return words(shorter(primitive, args) ?? filled(primitive.say, primitive, args));
}

/** Choices among objects have words of their own: the largest object, the object where … */
function shorter({ name }: Primitive, args: readonly Phrase[]): string | null {
  const [container, how] = args;
  const text = textOf(container);
  const element = elementOf(text);
  if ((name === 'argmax' || name === 'argmin') && how.kind === 'function' && how.parts.length === 0) {
    const most = superlative(name, how.primitive.name);
    if (most === null) return null;
    return element === null ? `the ${most} of ${text}` : element.replace('the ', `the ${most} `);
  }
  if (element === null) return null;
  if (name === 'extract') return `${element} where ${textOf(how)}`;
  if (name === 'first' || name === 'last') return element.replace('the ', `the ${name} `);
  if (name === 'colorfilter' && how.kind === 'words' && how.colour !== null)
    return text.replace('the ', `the ${how.colour} `);
  return null;
}

/** As part of a sentence; a function speaks of `it`. */
function textOf(phrase: Phrase): string {
  if (phrase.kind === 'words') return phrase.text;
  return textOf(called(phrase, [IT, words('another')])).replace(/ (of|in) it\b/, '');
}

const PLACE =
  /\[([^\]{]*)\{(\w+)\}\]|the \{(\w+):adjective\} (\w+)|\{(\w+)(?::(colour)|@(\w+)(?:@(\w+))?)?\}/g;

/** A phrase of the catalogue with words in the place of its parameters. */
function filled(template: string, { params }: Primitive, args: readonly Phrase[]): string {
  const of = (name: string): Phrase => args[params.findIndex((param) => param.name === name)] ?? IT;
  const inColour = (phrase: Phrase): string =>
    phrase.kind === 'words' && phrase.colour !== null ? phrase.colour : textOf(phrase);
  return template.replace(PLACE, (_, lead, optional, adjective, noun, plain, colour, first, second) => {
    if (optional !== undefined) {
      const text = textOf(of(optional as string));
      return text === 'the input' ? '' : `${String(lead)}${text}`;
    }
    if (adjective !== undefined) {
      const phrase = of(adjective as string);
      const isPlain = phrase.kind === 'words' && phrase.colour !== null;
      return isPlain ? `the ${inColour(phrase)} ${String(noun)}` : `the ${String(noun)} in ${textOf(phrase)}`;
    }
    const phrase = of(plain as string);
    if (first === undefined) return colour === undefined ? textOf(phrase) : inColour(phrase);
    const members = [first, second].flatMap((name) =>
      name === undefined ? [] : [eachOf(of(name as string))],
    );
    return textOf(called(phrase, members));
  });
}

function eachOf(container: Phrase): Phrase {
  const text = textOf(container);
  const element = elementOf(text);
  return words(element === null ? `each of ${text}` : element.replace('the ', 'each '));
}
