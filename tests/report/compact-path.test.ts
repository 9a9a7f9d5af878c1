// Path data in few characters.

import { describe, expect, it } from 'vitest';
import { compactPath } from '../../src/report/compact-path.ts';

describe('compact path', () => {
  it('steps from point to point in tenths', () => {
    expect(compactPath('M10,20L13.1,19.5L13.3,20')).toBe('M10 20l3.1-.5.2.5');
  });

  it('joins steps in one direction and drops those that lead nowhere', () => {
    // Three steps right, of which one is nil; then back.
    expect(compactPath('M0,5L1,5L1,5L3,5L6,5L4,5')).toBe('M0 5l6 0-2 0');
  });

  it('never drifts: the steps add up to the rounded end', () => {
    const points = Array.from({ length: 50 }, (_, index) => `${index * 0.33},${(index * 7) % 5}`);
    const steps = compactPath(`M${points.join('L')}`).match(/-?[\d.]+/g) ?? [];
    const across = steps.filter((_, index) => index % 2 === 0).map(Number);
    expect(across.reduce((sum, step) => sum + step)).toBeCloseTo(16.2, 9);
  });

  it('keeps rings closed and starts each where it says', () => {
    expect(compactPath('M0,0L1,0L1,1ZM5,5L6,6Z')).toBe('M0 0l1 0 0 1ZM5 5l1 1Z');
  });

  it('leaves an empty path empty', () => {
    expect(compactPath('')).toBe('');
  });
});
