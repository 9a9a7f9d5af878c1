// The nearest valid name is the one that a slip of the keyboard leads away from.

import { expect, test } from 'vitest';
import { editDistance, nearest } from '../../src/scenario/nearest.ts';

test.each([
  ['same', 'same', 0],
  ['', 'abc', 3],
  // Replace k by s, e by i, insert g.
  ['kitten', 'sitting', 3],
  // One swap of neighbours.
  ['RSU', 'RUS', 1],
  // A letter in the wrong case is half a mistake.
  ['cha', 'CHA', 1.5],
])('from %s to %s it is %d', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});

test('the first of the nearest names', () => {
  expect(nearest('rail-1453', ['rail', 'rail-1520', 'rail-1435'])).toBe('rail-1435');
  expect(nearest('a1', ['a2', 'a3'])).toBe('a2');
});

test('none when all are far off', () => {
  expect(nearest('tariff', ['speed', 'time'])).toBeUndefined();
  expect(nearest('x', [])).toBeUndefined();
});
