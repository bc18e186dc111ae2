/** Types against the primitives at work: what is rejected fails, and a result has the type that was foretold. */
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/core/dsl/catalogue.ts';
import { typeOfApply, typeOfCall } from '../../src/core/lang/call-types.ts';
import { fits, judge } from '../../src/core/lang/fits.ts';
import { functionType, inferProgram, parameterTypes, returnType } from '../../src/core/lang/infer.ts';
import { opOfCall, opOfConstant, type Op } from '../../src/core/lang/program.ts';
import { declaredType, signaturesOf } from '../../src/core/lang/signatures.ts';
import { typeText } from '../../src/core/lang/type-text.ts';
import {
  ANY,
  BOOL,
  CELL,
  containerOf,
  functionOf,
  GRID,
  INDICES,
  INT,
  join,
  NONE,
  OBJECT,
  pairOf,
  ROW,
  unionOf,
  unsure,
  VEC,
  type Type,
} from '../../src/core/lang/types.ts';
import { Random } from '../../src/core/random.ts';
import { setOf, tuple } from '../../src/core/values/build.ts';
import { cell, members, vec } from '../../src/core/values/container.ts';
import { Fn, isContainer, isSet, isTuple, type Value } from '../../src/core/values/value.ts';
import { Budget, call } from '../support/calls.ts';

const set = (item: Type): Type => containerOf('set', item);
const tupleType = (item: Type): Type => containerOf('tuple', item);
const grid = (...rows: readonly string[]): Value => tuple(rows.map((row) => tuple([...row].map(Number))));
const object = setOf([cell(1, 0, 0), cell(1, 2, 2), cell(3, 0, 1)]);
const places = setOf([vec(0, 0), vec(1, 2)]);

/** Values with a type that they surely have. */
const VALUES: readonly (readonly [Value, Type])[] = [
  ...[0, 1, 2, 3, -1, 10].map((n) => [n, INT] as const),
  ...[true, false].map((b) => [b, BOOL] as const),
  [null, NONE],
  ...[vec(0, 0), vec(1, 2), vec(2, 2), vec(0, -1)].map((v) => [v, VEC] as const),
  ...[grid('12', '34'), grid('1'), grid('000', '010', '000'), tuple([]), grid('', '')].map(
    (g) => [g, GRID] as const,
  ),
  ...[tuple([]), tuple([1]), tuple([1, 2, 3, 4])].map((row) => [row, ROW] as const),
  ...[object, setOf([cell(0, 1, 1)]), setOf([])].map((o) => [o, OBJECT] as const),
  ...[places, setOf([vec(3, 3)]), setOf([])].map((i) => [i, INDICES] as const),
  [cell(1, 0, 0), CELL],
  [setOf([0, 2]), set(INT)],
  [setOf([true]), set(BOOL)],
  [setOf([object, setOf([cell(5, 5, 5)])]), set(OBJECT)],
  [setOf([places, setOf([])]), set(INDICES)],
  [setOf([grid('12', '34')]), set(GRID)],
  [setOf([]), set(OBJECT)],
  [tuple([grid('1'), grid('2')]), tupleType(GRID)],
  [tuple([object, setOf([])]), tupleType(OBJECT)],
  [tuple([cell(1, 0, 0), cell(2, 1, 1)]), tupleType(CELL)],
  [tuple([vec(0, 0), vec(1, 2)]), tupleType(VEC)],
  [tuple([null]), tupleType(NONE)],
  [tuple([setOf([1, 2]), setOf([1])]), tupleType(set(INT))],
  [tuple([vec(0, 0), 1]), pairOf(VEC, INT)],
  [tuple([grid('1'), object]), pairOf(GRID, OBJECT)],
  ...[
    'size',
    'first',
    'add',
    'identity',
    'initset',
    'shift',
    'fill',
    'vmirror',
    'interval',
    'equality',
    'color',
    'toindices',
    'neighbors',
  ].map(functionOfName),
  derived('compose', 'first', 'last'),
  derived('fork', 'shift', 'identity', 'ulcorner'),
  derived('matcher', 'size', 'first'),
];

function functionOfName(name: string): readonly [Value, Type] {
  const primitive = CATALOGUE.find((each) => each.name === name)!;
  return [primitive.fn, functionType(primitive)];
}

function derived(name: string, ...parts: readonly string[]): readonly [Value, Type] {
  const primitive = CATALOGUE.find((each) => each.name === name)!;
  const given = parts.map(functionOfName);
  return [
    call(
      primitive.fn,
      given.map(([value]) => value),
    ),
    typeOfCall(
      primitive,
      given.map(([, type]) => type),
    ),
  ];
}

/** Whether the value is one of the type, as far as the type is sure. */
function belongs(value: Value, type: Type): boolean {
  if (!type.sure) return true;
  switch (type.kind) {
    case 'any':
      return true;
    case 'bool':
      return typeof value === 'boolean';
    case 'int':
      return typeof value === 'boolean' || typeof value === 'number';
    case 'none':
      return value === null;
    case 'function':
      return value instanceof Fn && (type.arity === null || type.arity === value.arity);
    case 'union':
      return type.members.some((member) => belongs(value, member));
    case 'vec':
      return belongs(value, ROW) && members(value as never).length === 2;
    case 'pair': {
      if (!isContainer(value) || !isTuple(value) || members(value).length !== 2) return false;
      return belongs(members(value)[0], type.first) && belongs(members(value)[1], type.second);
    }
    case 'tuple':
    case 'set':
      return (
        isContainer(value) &&
        isSet(value) === (type.kind === 'set') &&
        members(value).every((member) => belongs(member, type.item))
      );
  }
}

describe('types are sound', () => {
  test('the samples have their types', () => {
    for (const [value, type] of VALUES) expect(belongs(value, type), typeText(type)).toBe(true);
  });

  test.each(CATALOGUE.map((primitive) => [primitive.name, primitive] as const))('%s', (name, primitive) => {
    const random = new Random(name);
    const draws = primitive.params.length === 1 ? VALUES.map((value) => [value]) : null;
    for (let trial = 0; trial < (draws?.length ?? 500); trial++) {
      const given = draws?.[trial] ?? primitive.params.map(() => random.pick(VALUES));
      const types = given.map(([, type]) => type);
      const said = `${name}(${types.map(typeText).join(', ')})`;
      let value: Value;
      try {
        value = call(
          primitive.fn,
          given.map(([each]) => each),
          new Budget(1e5, 1e4),
        );
      } catch (fault) {
        if (fault instanceof Error) throw fault;
        continue;
      }
      const failing = types.filter((type, i) => judge(primitive, i, type) === 'fails');
      expect(failing, said).toEqual([]);
      const type = typeOfCall(primitive, types);
      expect(belongs(value, type), `${said}: ${typeText(type)}`).toBe(true);
      if (!(value instanceof Fn)) continue;
      for (let k = 0; k < 5; k++) {
        const args = Array.from({ length: value.arity }, () => random.pick(VALUES));
        const foretold = typeOfApply(
          type,
          args.map((arg) => arg[1]),
        );
        try {
          const result = call(
            value,
            args.map((arg) => arg[0]),
            new Budget(1e5, 1e4),
          );
          expect(
            belongs(result, foretold),
            `${said} of ${args.map((arg) => typeText(arg[1])).join()}: ${typeText(foretold)}`,
          ).toBe(true);
        } catch (fault) {
          if (fault instanceof Error) throw fault;
        }
      }
    }
  });
});

describe('the catalogue', () => {
  test('has signatures of known types, as many parameters as declared', () => {
    for (const primitive of CATALOGUE) {
      for (const { params } of signaturesOf(primitive))
        expect(params, primitive.name).toHaveLength(primitive.params.length);
      for (const type of [...primitive.params.map((param) => param.type), primitive.returns]) {
        expect(type === 'Any' || declaredType(type) !== ANY, type).toBe(true);
      }
      expect(parameterTypes(primitive).map((type) => typeText(type))).not.toContain('');
      expect(typeText(returnType(primitive))).not.toBe('');
    }
  });
});

describe('operations on types', () => {
  test('fits rejects only what is certain', () => {
    expect(fits(INT, GRID)).toBe(false);
    expect(fits(unsure(INT), GRID)).toBe(true);
    expect(fits(VEC, GRID)).toBe(false);
    expect(fits(ANY, GRID)).toBe(true);
    expect(fits(OBJECT, GRID)).toBe(false);
    expect(fits(tupleType(CELL), OBJECT)).toBe(true);
    expect(fits(BOOL, INT)).toBe(true);
    expect(fits(functionOf(null, [], 1), INT)).toBe(false);
  });

  test('join finds what two types share', () => {
    expect(typeText(join(BOOL, INT))).toBe('Int');
    expect(typeText(join(OBJECT, INDICES))).toMatch(/^Set /);
    expect(typeText(join(INT, VEC))).toBe('Numerical');
    expect(typeText(unionOf([OBJECT, INDICES]))).toBe('Patch');
    expect(typeText(join(tupleType(BOOL), tupleType(INT)))).toBe('Tuple Int');
  });

  test('deep nesting is cut off', () => {
    let type: Type = INT;
    for (let i = 0; i < 1000; i++) type = i % 2 ? set(type) : pairOf(type, type);
    expect(type.depth).toBeLessThan(12);
    expect(typeText(type)).toContain('Any');
  });

  test('functions of functions do not take for ever', () => {
    const compose = opOfCall('fork') as Op;
    const add = opOfCall('add') as Op;
    const nodes = [
      { op: opOfConstant('ONE') as Op, args: [] as number[] },
      { op: add, args: [0, 0] },
    ];
    for (let i = 0; i < 60; i++) nodes.push({ op: compose, args: [i + 1, i + 1, i + 1] });
    expect(inferProgram({ nodes })).toHaveLength(nodes.length);
  });
});
