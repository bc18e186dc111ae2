/** Random programs, and the same program written in different ways. */
import { CATALOGUE } from '../../src/core/dsl/catalogue.ts';
import { CONSTANTS } from '../../src/core/dsl/constants.ts';
import { canonicalise } from '../../src/core/lang/3-canonical.ts';
import {
  APPLY,
  INPUT,
  isLeaf,
  meaningOf,
  opOfCall,
  opOfConstant,
  opOfFunction,
  type Node,
  type Op,
  type Program,
} from '../../src/core/lang/program.ts';
import type { Random } from '../../src/core/random.ts';

/** A canonical program of up to `calls` calls. The arguments are of any types, but never too few. */
export function randomProgram(random: Random, calls: number): Program {
  const nodes: Node[] = [{ op: INPUT, args: [] }];
  const leaf = (op: Op | undefined): void => void nodes.push({ op: op as Op, args: [] });
  for (let i = 0; i < 3; i++) {
    leaf(opOfConstant(random.pick(Object.keys(CONSTANTS))));
    leaf(opOfFunction(random.pick(CATALOGUE).name));
  }
  for (let i = 0; i < calls; i++) {
    const recent = (): number =>
      random.bool(0.6) ? Math.max(0, nodes.length - random.int(1, 4)) : random.int(0, nodes.length - 1);
    const callee = recent();
    if (random.bool(0.15) && meaningOf(nodes[callee].op).kind !== 'function') {
      const args = Array.from({ length: random.int(0, 3) }, recent);
      nodes.push({ op: APPLY, args: [callee, ...args] });
    } else {
      const primitive = random.pick(CATALOGUE);
      nodes.push({ op: opOfCall(primitive.name) as Op, args: primitive.params.map(recent) });
    }
  }
  return canonicalise({ nodes });
}

/** The program as a solver in random style: names, order of lines, nesting, dead lines, keywords and layout. */
export function writeFreely(program: Program, random: Random): string {
  const { nodes } = program;
  const names = random.shuffle(
    Array.from({ length: nodes.length + 3 }, (_, i) => `${random.pick(['x', 'y_', 'Ω', 'step'])}${i}`),
  );
  const texts = new Map<number, string>();
  const lines: string[] = [];
  const param = names.pop() as string;
  const text = (index: number): string => {
    const known = texts.get(index);
    if (known !== undefined) return known;
    const written = writeNode(nodes[index], text, param, random);
    const isNamed = isLeaf(nodes[index].op) ? random.bool(0.1) : random.bool(0.8);
    if (!isNamed) return written;
    lines.push(`${names[index]} = ${written}`);
    texts.set(index, names[index]);
    return names[index];
  };
  for (const index of random.sample(Array.from(nodes.keys()), random.int(0, 3))) text(index);
  const dead = names.pop() as string;
  if (random.bool()) lines.push(`${dead} = size(${text(random.int(0, nodes.length - 1))})`);
  const result = text(nodes.length - 1);
  const break_ = random.pick(['\n', '\r\n', '\r']);
  const indent = random.pick(['    ', '\t', ' ']);
  const body = [...lines, `return ${result}`].map(
    (line) => indent + line + random.pick(['', '  # why', break_, '  ']),
  );
  return [`def solve_t(${param}):`, ...body, ''].join(break_);
}

function writeNode(
  { op, args }: Node,
  text: (index: number) => string,
  param: string,
  random: Random,
): string {
  const meaning = meaningOf(op);
  if (meaning.kind === 'input') return param;
  if (meaning.kind === 'constant') return meaning.name;
  if (meaning.kind === 'function') return meaning.primitive.name;
  if (meaning.kind === 'apply') return `${text(args[0])}(${args.slice(1).map(text).join(',')})`;
  const { name, params } = meaning.primitive;
  const positional = random.int(0, args.length);
  const given = args.map((arg, i) => (i < positional ? text(arg) : `${params[i].name}=${text(arg)}`));
  const ordered = [...given.slice(0, positional), ...random.shuffle(given.slice(positional))];
  return `${name}(${ordered.join(random.pick([', ', ',', ' ,\n  ', ',  # why\n']))})`;
}
