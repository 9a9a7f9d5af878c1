// Student's t distribution for whole degrees of freedom, from finite series and square roots alone.

const factors = new Map<string, number>();

/**
 * How many standard errors the two-sided 95 % interval of a mean reaches to either side.
 * @param degrees degrees of freedom, a whole number, at least 1 (replications - 1)
 */
export function studentFactor95(degrees: number): number {
  return studentFactor(degrees, 0.95);
}

/** The same for an interval of another probability, 0.5 to 0.999. */
export function studentFactor(degrees: number, probability: number): number {
  const key = `${degrees} ${probability}`;
  const factor = factors.get(key) ?? solveFactor(degrees, probability);
  factors.set(key, factor);
  return factor;
}

/** Halves a range until its ends are neighbours; of 95 %, t(1) = 12.7 is the largest factor and t(infinity) = 1.96 the least. */
function solveFactor(degrees: number, probability: number): number {
  let low = probability === 0.95 ? 1 : 0;
  let high = probability === 0.95 ? 13 : 1024;
  for (;;) {
    const middle = 0.5 * (low + high);
    if (middle <= low || middle >= high) return high;
    if (centralProbability(middle, degrees) < probability) low = middle;
    else high = middle;
  }
}

/**
 * P(|T| < t), t >= 0. With theta = arctan(t / sqrt(n)):
 * n even: sin theta (1 + 1/2 cos² theta + 1·3/(2·4) cos⁴ theta + …), n / 2 terms;
 * n odd: 2/pi (theta + sin theta (cos theta + 2/3 cos³ theta + 2·4/(3·5) cos⁵ theta + …)), (n - 1) / 2 terms.
 * Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
 */
export function centralProbability(t: number, degrees: number): number {
  const cosineSquare = degrees / (degrees + t * t);
  const sine = t / Math.sqrt(degrees + t * t);
  const odd = degrees % 2 === 1;
  let term = odd ? Math.sqrt(cosineSquare) : 1;
  let sum = 0;
  for (let power = odd ? 1 : 0; power <= degrees - 2; power += 2) {
    sum += term;
    term *= ((power + 1) / (power + 2)) * cosineSquare;
  }
  return odd ? (2 / Math.PI) * (arctangent(t / Math.sqrt(degrees)) + sine * sum) : sine * sum;
}

/** arctan x for x >= 0: the angle is halved four times, which leaves an argument below 0.1, then the series. */
function arctangent(x: number): number {
  let reduced = x;
  for (let halving = 0; halving < 4; halving++) reduced /= 1 + Math.sqrt(1 + reduced * reduced);
  const square = reduced * reduced;
  let sum = 0;
  for (let odd = 21; odd >= 1; odd -= 2) sum = 1 / odd - square * sum;
  return 16 * reduced * sum;
}
