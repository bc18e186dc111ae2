/** The constants of the dialect: booleans, small integers, directions and sizes. */
import { vec } from '../values/container.ts';
import type { Value } from '../values/value.ts';

export const CONSTANTS: Readonly<Record<string, Value>> = {
  F: false,
  T: true,
  ZERO: 0,
  ONE: 1,
  TWO: 2,
  THREE: 3,
  FOUR: 4,
  FIVE: 5,
  SIX: 6,
  SEVEN: 7,
  EIGHT: 8,
  NINE: 9,
  TEN: 10,
  NEG_ONE: -1,
  NEG_TWO: -2,
  DOWN: vec(1, 0),
  RIGHT: vec(0, 1),
  UP: vec(-1, 0),
  LEFT: vec(0, -1),
  ORIGIN: vec(0, 0),
  UNITY: vec(1, 1),
  NEG_UNITY: vec(-1, -1),
  UP_RIGHT: vec(-1, 1),
  DOWN_LEFT: vec(1, -1),
  ZERO_BY_TWO: vec(0, 2),
  TWO_BY_ZERO: vec(2, 0),
  TWO_BY_TWO: vec(2, 2),
  THREE_BY_THREE: vec(3, 3),
};
