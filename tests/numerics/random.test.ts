import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { stream } from '../../src/numerics/random.ts';

const firstThree = (next: () => number) => [next(), next(), next()];

describe('random streams', () => {
  test('the generator is the published one', () => {
    // Golden values of seedrandom 3.0.5, ARC4.
    const next = seedrandom('hello.');
    expect([next(), next()]).toEqual([0.9282578795792454, 0.3752569768646784]);
  });

  test('the same key gives the same numbers', () => {
    expect(firstThree(stream('s', 'a', 1))).toEqual(firstThree(stream('s', 'a', 1)));
  });

  test('keys that look alike give different numbers', () => {
    const keys: (string | number)[][] = [
      ['a', 'b'],
      ['ab'],
      ['a,b'],
      ['a', 1],
      ['a', '1'],
      ['a","b'],
      ['Ā'],
      ['\u0000'],
      ['\\u0100'],
    ];
    const starts = keys.map((key) => firstThree(stream('s', ...key)).join());
    expect(new Set(starts).size).toBe(keys.length);
  });

  test('one stream does not disturb another', () => {
    const alone = firstThree(stream('s', 'a'));
    const first = stream('s', 'a');
    const second = stream('s', 'b');
    const between = [first(), second(), first(), second(), first()];
    expect([between[0], between[2], between[4]]).toEqual(alone);
  });
});
