// How strong an event is on average between two instants.

import type { EventState } from './state.ts';

/**
 * Mean strength (0-1) of an event between two instants: it rises linearly along the ramp, stays at 1, and falls
 * linearly along the recovery, from what it had reached at the end.
 */
export function meanStrength(
  { start, end, ramp, recovery }: EventState,
  event: number,
  from: number,
  to: number,
): number {
  if (to <= start[event] || from >= end[event] + recovery[event]) return 0;
  const length = end[event] - start[event];
  const reached = ramp[event] > 0 ? Math.min(1, length / ramp[event]) : 1;
  const rampEnd = start[event] + Math.min(ramp[event], length);
  const rising =
    areaUnderRise(from - start[event], to - start[event], rampEnd - start[event]) * reached;
  const flat = Math.max(0, Math.min(to, end[event]) - Math.max(from, rampEnd)) * reached;
  const recoveryEnd = end[event] + recovery[event];
  const falling = areaUnderRise(recoveryEnd - to, recoveryEnd - from, recovery[event]) * reached;
  return (rising + flat + falling) / (to - from);
}

/** ∫ x / length dx over the part of [from, to] within [0, length]; 0 when length is 0 or not finite. */
function areaUnderRise(from: number, to: number, length: number): number {
  if (!(length > 0) || length === Infinity) return 0;
  const low = Math.max(0, from);
  const high = Math.min(length, to);
  return high > low ? ((high - low) * (high + low)) / (2 * length) : 0;
}
