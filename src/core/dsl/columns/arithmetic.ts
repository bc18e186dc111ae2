/** Arithmetic on columns of integers and of vectors: a loop an operation, so that each is compiled by itself. */
import { DECLINED, Flags, Numbers, Pairs, Same, type Column, type Kernel } from './column.ts';
import { numbersIn, vectorsIn, type Vectors } from './read.ts';

type Items = readonly number[];

/** The sums and so on of a and b. What is no safe integer is for the primitive itself to refuse. */
type Loop = (a: Items, b: Items) => number[];

function add(a: Items, b: Items): number[] {
  const out = new Array<number>(a.length);
  for (let i = 0; i < out.length; i++) out[i] = a[i] + b[i];
  return out;
}

function subtract(a: Items, b: Items): number[] {
  const out = new Array<number>(a.length);
  for (let i = 0; i < out.length; i++) out[i] = a[i] - b[i];
  return out;
}

/** Adding 0 makes 0 of -0. */
function multiply(a: Items, b: Items): number[] {
  const out = new Array<number>(a.length);
  for (let i = 0; i < out.length; i++) out[i] = a[i] * b[i] + 0;
  return out;
}

function divide(a: Items, b: Items): number[] {
  const out = new Array<number>(a.length);
  for (let i = 0; i < out.length; i++) out[i] = Math.floor(a[i] / b[i]) + 0;
  return out;
}

function safe(items: Items): Numbers {
  for (let i = 0; i < items.length; i++) if (!Number.isSafeInteger(items[i])) throw DECLINED;
  return new Numbers(items);
}

/** Numbers as they are; vectors as both their halves. An integer beside a vector stands for both. */
function halvesOf(column: Column, rows: number): (Vectors & { readonly plain: boolean }) | null {
  const numbers = numbersIn(column, rows);
  if (numbers !== null) return { down: numbers, across: numbers, plain: true };
  const vectors = vectorsIn(column, rows);
  return vectors === null ? null : { ...vectors, plain: false };
}

function binary(loop: Loop): Kernel {
  return ({ rows }, [a, b]) => {
    const x = halvesOf(a, rows);
    const y = x === null ? null : halvesOf(b, rows);
    if (x === null || y === null) return null;
    const down = safe(loop(x.down, y.down));
    return x.plain && y.plain ? down : new Pairs(down, safe(loop(x.across, y.across)));
  };
}

function unary(loop: (items: Items) => number[]): Kernel {
  return ({ rows }, [n]) => {
    const x = halvesOf(n, rows);
    if (x === null) return null;
    const down = safe(loop(x.down));
    return x.plain ? down : new Pairs(down, safe(loop(x.across)));
  };
}

function test(holds: (item: number) => boolean): Kernel {
  return ({ rows }, [n]) => {
    const items = numbersIn(n, rows);
    return items === null ? null : new Flags(items.map(holds));
  };
}

const ZERO = new Same(0);

function beside(items: Items | null, pair: (numbers: Numbers) => Pairs): Pairs | null {
  return items === null ? null : pair(new Numbers(items));
}

export const ARITHMETIC: readonly (readonly [string, Kernel])[] = [
  ['add', binary(add)],
  ['subtract', binary(subtract)],
  ['multiply', binary(multiply)],
  ['divide', binary(divide)],
  ['invert', unary((items) => items.map((item) => 0 - item))],
  ['double', unary((items) => items.map((item) => 2 * item))],
  ['halve', unary((items) => items.map((item) => Math.floor(item / 2)))],
  ['increment', unary((items) => items.map((item) => item + 1))],
  ['decrement', unary((items) => items.map((item) => item - 1))],
  ['sign', unary((items) => items.map((item) => (item > 0 ? 1 : item < 0 ? -1 : 0)))],
  ['even', test((item) => item % 2 === 0)],
  ['positive', test((item) => item > 0)],
  ['toivec', ({ rows }, [i]) => beside(numbersIn(i, rows), (numbers) => new Pairs(numbers, ZERO))],
  ['tojvec', ({ rows }, [j]) => beside(numbersIn(j, rows), (numbers) => new Pairs(ZERO, numbers))],
];
