// Finds the wait at one post at which what comes is what passes, all other waits held still.

/** Relative miss of the capacity at which a wait counts as found. */
const exactEnough = 1e-13;
/** Longest wait, days, that is tried: when even this does not keep cargo away, no wait does. */
const longestWait = 1e6;
const mostTries = 200;

/**
 * The wait W >= 0 with excess(W) = 0, or 0 when excess(0) <= 0; Infinity when no wait is long enough.
 * @param excess  ln(tonnes that come / capacity) at a wait; does not rise with it
 * @param start   wait to begin with, days
 * @param perDay  the most by which the excess can fall for a day of wait
 *
 * The first try is Bell's step, W + excess / perDay, which never overshoots; a bracket follows, then false position
 * with halved ends (the Illinois rule). The excess is nearly straight in W, so that a few tries are enough.
 */
export function settleWait(
  excess: (waitDays: number) => number,
  start: number,
  perDay: number,
): number {
  const first = excess(start);
  if (Math.abs(first) <= exactEnough || (first < 0 && start === 0)) return start;
  const bracket = findBracket(excess, start, first, perDay);
  if (bracket.low === bracket.high) return bracket.low;
  return closeIn(excess, bracket);
}

interface Bracket {
  readonly low: number;
  readonly high: number;
  readonly excessLow: number;
  readonly excessHigh: number;
}

/** Two waits, the excess not negative at the lower and not positive at the higher; one wait when it is the answer. */
function findBracket(
  excess: (waitDays: number) => number,
  start: number,
  first: number,
  perDay: number,
): Bracket {
  let at = { wait: start, excess: first };
  let step = Math.abs(first) / perDay;
  for (;;) {
    const wait = first > 0 ? at.wait + step : Math.max(0, at.wait - step);
    if (!(wait <= longestWait)) return answer(Infinity);
    const next = { wait, excess: excess(wait) };
    if (Math.abs(next.excess) <= exactEnough) return answer(wait);
    if (first > 0 ? next.excess < 0 : next.excess > 0) {
      const [low, high] = first > 0 ? [at, next] : [next, at];
      return {
        low: low.wait,
        high: high.wait,
        excessLow: low.excess,
        excessHigh: high.excess,
      };
    }
    if (first < 0 && wait === 0) return answer(0);
    at = next;
    step *= 2;
  }
}

function answer(wait: number): Bracket {
  return { low: wait, high: wait, excessLow: 0, excessHigh: 0 };
}

function closeIn(excess: (waitDays: number) => number, bracket: Bracket): number {
  let { low, high, excessLow, excessHigh } = bracket;
  let kept = 0;
  for (let tries = 0; tries < mostTries; tries++) {
    const wait = between(low, high, excessLow, excessHigh);
    if (wait <= low || wait >= high) return wait;
    const value = excess(wait);
    if (Math.abs(value) <= exactEnough) return wait;
    if (value > 0) {
      low = wait;
      excessLow = value;
      if (kept > 0) excessHigh /= 2;
      kept = 1;
    } else {
      high = wait;
      excessHigh = value;
      if (kept < 0) excessLow /= 2;
      kept = -1;
    }
  }
  return (low + high) / 2;
}

/** Where the straight line through both ends crosses zero; the middle when an end is not finite. */
function between(low: number, high: number, excessLow: number, excessHigh: number): number {
  const wait = low + ((high - low) * excessLow) / (excessLow - excessHigh);
  return Number.isFinite(excessHigh) && Number.isFinite(wait) ? wait : (low + high) / 2;
}
