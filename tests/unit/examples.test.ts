import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/core/dsl/catalogue.ts';
import { exampleOf } from '../../src/core/service/examples.ts';
import { encode } from '../../src/core/values/codec.ts';
import { callEncoded } from '../support/calls.ts';

describe('the example of every primitive gives what it says', () => {
  test.each(CATALOGUE.map(({ name }) => name))('%s', (name) => {
    const example = exampleOf(name);
    if (example === null) throw new Error('there is none');
    const { args, then, result } = example;
    const given = args.map(({ value }) => value);
    expect(encode(callEncoded(name, given, then.length === 0 ? undefined : then))).toEqual(result);
  });
});
