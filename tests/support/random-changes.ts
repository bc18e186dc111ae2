/** Random changes of programs, without any care for what makes sense. */
import { CATALOGUE } from '../../src/core/dsl/catalogue.ts';
import { CONSTANTS } from '../../src/core/dsl/constants.ts';
import type { Primitive } from '../../src/core/dsl/primitive.ts';
import { canonicalise } from '../../src/core/lang/3-canonical.ts';
import {
  meaningOf,
  opOfCall,
  opOfConstant,
  opOfFunction,
  type Program,
} from '../../src/core/lang/program.ts';
import type { Random } from '../../src/core/random.ts';

const CONSTANT_NAMES = Object.keys(CONSTANTS);

/** The program with one to three random changes, which need not make sense. */
export function randomlyChanged(program: Program, random: Random): Program {
  const nodes = program.nodes.map(({ op, args }) => ({ op, args: [...args] }));
  for (let left = random.int(1, 3); left > 0; left--) {
    const at = random.int(0, nodes.length - 1);
    const node = nodes[at];
    const meaning = meaningOf(node.op);
    if (meaning.kind === 'constant') node.op = opOfConstant(random.pick(CONSTANT_NAMES))!;
    else if (meaning.kind === 'function') node.op = opOfFunction(similar(meaning.primitive, random))!;
    else if (node.args.length > 0) {
      const how = random.pick(['rewire', 'rewire', 'swap', 'replace']);
      const place = random.int(0, node.args.length - 1);
      if (how === 'rewire') node.args[place] = random.int(0, at - 1);
      else if (how === 'swap') node.args.push(node.args.shift()!);
      else if (meaning.kind === 'call') node.op = opOfCall(similar(meaning.primitive, random))!;
    }
  }
  return canonicalise({ nodes });
}

/** The name of another primitive with as many parameters, mostly one with the same first type. */
function similar({ params }: Primitive, random: Random): string {
  const alike = CATALOGUE.filter((other) => other.params.length === params.length);
  const close = alike.filter((other) => other.params[0].type === params[0].type);
  return random.pick(random.bool(0.8) ? close : alike).name;
}
