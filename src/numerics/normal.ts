// The standard normal distribution: its distribution function and quantiles, from IEEE operations alone.

import { exp, log } from './elementary.ts';

const inverseRootTwoPi = 0.3989422804014327;

/**
 * P(Z < x), within 1e-15; the lower tail keeps its relative accuracy.
 * Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 26.2.11 and 26.2.14.
 */
export function normalProbability(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 0) return 1 - normalProbability(-x);
  return x > -3 ? 0.5 - centralArea(-x) : upperTail(-x);
}

/** P(0 < Z < x) for 0 <= x <= 3: φ(x) (x + x³/3 + x⁵/(3·5) + …); all terms are positive. */
function centralArea(x: number): number {
  let term = x;
  let sum = x;
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return density(x) * sum;
}

/** P(Z > x) for x >= 3: φ(x) / (x + 1/(x + 2/(x + 3/(x + …)))), cut after 100 fractions. */
function upperTail(x: number): number {
  if (x > 40) return 0;
  let fraction = x;
  for (let numerator = 100; numerator >= 1; numerator--) fraction = x + numerator / fraction;
  return density(x) / fraction;
}

function density(x: number): number {
  return inverseRootTwoPi * exp(-0.5 * x * x);
}

/**
 * The x with P(Z < x) = probability, within 1e-15 of its value; -Infinity for 0, Infinity for 1.
 * Source: Wichura (1988), Algorithm AS 241, Applied Statistics 37, PPND16.
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0)) return probability === 0 ? -Infinity : NaN;
  if (!(probability < 1)) return probability === 1 ? Infinity : NaN;
  const offset = probability - 0.5;
  if (Math.abs(offset) <= 0.425) {
    return offset * ratio(centralTop, centralBottom, 0.180625 - offset * offset);
  }
  const tail = Math.sqrt(-log(offset < 0 ? probability : 1 - probability));
  const size =
    tail <= 5 ? ratio(middleTop, middleBottom, tail - 1.6) : ratio(farTop, farBottom, tail - 5);
  return offset < 0 ? -size : size;
}

function ratio(top: readonly number[], bottom: readonly number[], x: number): number {
  return polynomial(top, x) / polynomial(bottom, x);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

// Coefficients of AS 241, lowest power first: for |p - 1/2| <= 0.425, for r <= 5, and for r > 5, r = √(-ln p).
const centralTop = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const centralBottom = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const middleTop = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const middleBottom = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
  0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
];
const farTop = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
  0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const farBottom = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
];
