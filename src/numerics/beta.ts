// The beta distribution: its distribution function and quantiles, from IEEE operations alone.

import { exp, log } from './elementary.ts';

/**
 * P(X < x) of the beta distribution with shapes a and b, both at least 1; x 0-1. Within 1e-14.
 * Source: NIST Digital Library of Mathematical Functions, 8.17.22, the continued fraction of I_x(a, b).
 */
export function betaProbability(x: number, a: number, b: number): number {
  if (!(x > 0)) return Number.isNaN(x) ? x : 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaProbability(1 - x, b, a);
  const factor = exp(a * log(x) + b * log(1 - x) - logBeta(a, b));
  return factor / (a * fraction(x, a, b));
}

/** 1 + d₁/(1 + d₂/(1 + …)), from its 80th term back; converges within far fewer for x below (a + 1)/(a + b + 2). */
function fraction(x: number, a: number, b: number): number {
  let value = 1;
  for (let term = 80; term >= 1; term--) {
    const half = Math.floor(term / 2);
    const top = term % 2 === 0 ? half * (b - half) : -(a + half) * (a + b + half);
    value = 1 + (top * x) / ((a + term - 1) * (a + term)) / value;
  }
  return value;
}

/** The x with P(X < x) = probability. */
export function betaQuantile(probability: number, a: number, b: number): number {
  return probability > betaProbability(0.5, a, b)
    ? 1 - lowerQuantile(1 - probability, b, a)
    : lowerQuantile(probability, a, b);
}

/** A quantile of at most 1/2: [0, 1/2] is halved until its ends are neighbours. */
function lowerQuantile(probability: number, a: number, b: number): number {
  let low = 0;
  let high = 0.5;
  for (;;) {
    const middle = 0.5 * (low + high);
    if (middle <= low || middle >= high) return middle;
    if (betaProbability(middle, a, b) < probability) low = middle;
    else high = middle;
  }
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/**
 * ln Γ(x), x > 0, within 1e-14: moved up to 15 and more by Γ(x + 1) = x Γ(x), then Stirling's series.
 * Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 6.1.41.
 */
export function logGamma(x: number): number {
  let product = 1;
  let moved = x;
  for (; moved < 15; moved++) product *= moved;
  const z = 1 / (moved * moved);
  const series = (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z / 1188)))) / moved;
  return (moved - 0.5) * log(moved) - moved + 0.9189385332046727 + series - log(product);
}
