import { describe, expect, test } from 'vitest';
import { areAlike } from '../../src/compare/alike.ts';
import { digitsWithin } from '../../src/compare/tolerances.ts';

const bytes = (text: string) => {
  const buffer = new TextEncoder().encode(`,,${text},,`);
  return { buffer, start: 2, end: buffer.length - 2 };
};
const isNumber = Uint8Array.of(0, 1, 1);
const alike = (first: string, second: string, digits: number) =>
  areAlike(bytes(first), bytes(second), digits, isNumber);

describe('agreement by the digits', () => {
  test('as many equal leading digits as asked for, whatever follows', () => {
    expect(alike('a,1.2345,-3', 'a,1.2346,-3', 4)).toBe(true);
    expect(alike('a,1.2345,-3', 'a,1.2346,-3', 5)).toBe(false);
    expect(alike('a,1.23,-3', 'a,1.234567,-3', 3)).toBe(true);
    // Leading zeros do not count.
    expect(alike('a,0.0012345,1', 'a,0.0012346,1', 5)).toBe(false);
    expect(alike('a,0.0012345,1', 'a,0.0012346,1', 4)).toBe(true);
  });

  test('what it cannot tell from digits: other texts, signs, exponents, points, numbers of fields', () => {
    expect(alike('a,1.5,2', 'b,1.5,2', 1)).toBe(false);
    expect(alike('a,1.5,2', 'a,-1.5,2', 1)).toBe(false);
    expect(alike('a,1.23e5,2', 'a,1.24e5,2', 2)).toBe(false);
    expect(alike('a,1.23e5,2', 'a,1.23,2', 2)).toBe(false);
    // 1234 and 12345 begin alike and are far apart.
    expect(alike('a,1234,2', 'a,12345,2', 3)).toBe(false);
    expect(alike('a,1.5,2', 'a,1.5,2,3', 1)).toBe(false);
    expect(alike('a,1.5,2', 'a,1.5,', 1)).toBe(false);
    expect(alike('a1.5,1,2', 'a1.6,1,2', 1)).toBe(false);
  });

  test('digits for a tolerance: d equal digits are within 10^(1 - d)', () => {
    expect(digitsWithin([{ relative: 0.1 }], 't')).toBe(2);
    expect(digitsWithin([{ relative: 0.02 }], 't')).toBe(3);
    // 9.99 and 9.90 share two digits and are 0.9 % apart; 1.00 and 1.09 are 8.3 % apart, within 10 %.
    expect(digitsWithin([{ relative: 0.1 }, { column: 'sd', relative: 0 }], 't')).toBe(0);
    expect(digitsWithin([{ absolute: 3 }], 't')).toBe(0);
  });
});
