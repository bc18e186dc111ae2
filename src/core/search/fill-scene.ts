/** What is known around a hole: the values above it on the inputs of a task, and the types of all nodes. */
import { CONSTANTS } from '../dsl/constants.ts';
import type { Arena } from '../engine/arena.ts';
import { Evaluation } from '../engine/evaluation.ts';
import { typeOfNode } from '../lang/infer.ts';
import { ANY, unsure, type Type } from '../lang/types.ts';
import type { GridRows, Task } from '../task/task.ts';
import { Fn, type Value } from '../values/value.ts';
import { OPEN, type Sketch, type SketchHole } from './fill-sketch.ts';
import { Vectors, type VectorId } from './fill-vectors.ts';

/** A name above the hole that has a value on every input. */
export interface Above {
  readonly name: string;
  readonly vector: VectorId;
  readonly type: Type;
}

export interface Scene {
  readonly vectors: Vectors;
  readonly above: readonly Above[];
  /** Names above that rest on another hole: nothing is known of them. */
  readonly unknown: readonly string[];
  /** Of each node of the sketch. */
  readonly types: readonly Type[];
}

/** Evaluates what stands above a hole. The train inputs come first, then test inputs as far as all names have values there. */
export function sceneOf(arena: Arena, sketch: Sketch, hole: SketchHole, task: Task): Scene {
  const train = task.train.map(({ input }) => input);
  const tests = task.test.map(({ input }) => input);
  const nodes = sketch.nodes.flatMap((_, node) => (sketch.open[node] ? [] : [node]));
  const values = valuesOf(arena, sketch, nodes, [...train, ...tests]);
  const isKnown = (node: number): boolean => train.every((_, i) => values.get(node)?.[i] !== undefined);
  const names = [...hole.above];
  const known = names.filter(([, node]) => isKnown(node));
  const kept = [...train.keys(), ...tests.map((_, i) => train.length + i)].filter(
    (i) => i < train.length || known.every(([, node]) => values.get(node)?.[i] !== undefined),
  );
  const vectors = new Vectors(arena, kept.length);
  const ofNodes = new Map<number, VectorId>();
  const vectorOf = (name: string, node: number): VectorId => {
    const before = ofNodes.get(node);
    if (before !== undefined) return before;
    const vector = vectors.leaf(name, name === '' ? Infinity : 1, (i) =>
      arena.put(values.get(node)![kept[i]]!),
    );
    ofNodes.set(node, vector);
    return vector;
  };
  const types: Type[] = [];
  sketch.nodes.forEach((node, i) => {
    if (node.op === OPEN) types.push(unsure(ANY));
    else if (sketch.open[i] || !isKnown(i) || values.get(i)![0] instanceof Fn)
      types.push(typeOfNode(node, types));
    else types.push(vectors.type(vectorOf('', i)));
  });
  return {
    vectors,
    above: known.map(([name, node]) => ({
      name,
      vector: named(vectors, name, vectorOf(name, node)),
      type: types[node],
    })),
    unknown: names.filter(([, node]) => sketch.open[node]).map(([name]) => name),
    types,
  };
}

/** Gives the vector the name. */
function named(vectors: Vectors, name: string, vector: VectorId): VectorId {
  vectors.rename(vector, name);
  return vector;
}

/** The values of nodes on each input; undefined where a node fails. */
function valuesOf(
  arena: Arena,
  sketch: Sketch,
  nodes: readonly number[],
  inputs: readonly GridRows[],
): Map<number, (Value | undefined)[]> {
  const evaluation = new Evaluation(arena);
  evaluation.load(nodes.map((node) => sketch.program(node, [])));
  const values = new Map(nodes.map((node) => [node, [] as (Value | undefined)[]]));
  for (const input of inputs) {
    evaluation.begin(input);
    nodes.forEach((node, program) => {
      const { value } = evaluation.run(program);
      values.get(node)!.push(value === 0 ? undefined : evaluation.read(value));
    });
  }
  return values;
}

/** The constants of the dialect as vectors. */
export function constantsOf({ vectors }: Scene): Above[] {
  return Object.entries(CONSTANTS).map(([name, value]) => {
    const vector = vectors.leaf(name, typeof value === 'boolean' ? 0 : 1, () => vectors.arena.put(value));
    return { name, vector, type: vectors.type(vector) };
  });
}
