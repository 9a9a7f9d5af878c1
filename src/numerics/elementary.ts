// exp and log from additions and multiplications alone, so that every engine and machine gives the same bits.

// Math.exp, Math.log and ** are not fixed by the language standard: their last bit may differ between
// versions of a JavaScript engine. IEEE 754 fixes + - * / and sqrt, and only these are used here.

const stepsPerOctave = 64;
const lnTwo = Math.LN2;
/** ln 2 / 64 in two parts: the first has 33 significant bits, so that k times it is exact. */
const lnStepHigh = 0.010830424695086549;
const lnStepLow = 1.162596423439437e-12;

/** Below this exp is 0, above the second it is Infinity. */
const smallestExponent = -745.2;
const largestExponent = 709.79;

/** 2^(m/64), m = 0 … 63. */
export const fractionalPowers = new Float64Array(stepsPerOctave);
for (let step = 0; step < stepsPerOctave; step++) {
  fractionalPowers[step] = seriesExp((step * lnTwo) / stepsPerOctave);
}

/** 2^n for n = -1074 … 1023, at index n + 1074. */
const smallestPower = -1074;
export const powersOfTwo = new Float64Array(2098);
powersOfTwo[-smallestPower] = 1;
for (let n = 1; n <= 1023; n++)
  powersOfTwo[n - smallestPower] = 2 * powersOfTwo[n - 1 - smallestPower];
for (let n = -1; n >= smallestPower; n--) {
  powersOfTwo[n - smallestPower] = 0.5 * powersOfTwo[n + 1 - smallestPower];
}

/**
 * e^x, within 1e-15 of its value for results in the normal range; 0 for -Infinity, Infinity above 709.79, NaN for NaN.
 * x = (64 n + m) ln 2 / 64 + r with |r| <= ln 2 / 128; e^x = 2^n · 2^(m/64) · e^r.
 */
export function exp(x: number): number {
  if (!(x > smallestExponent)) return Number.isNaN(x) ? NaN : 0;
  if (x > largestExponent) return Infinity;
  const count = Math.round(x * (stepsPerOctave / lnTwo));
  const r = x - count * lnStepHigh - count * lnStepLow;
  const polynomial =
    1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r / 720)))));
  const octave = Math.floor(count / stepsPerOctave);
  const scaled = fractionalPowers[count - octave * stepsPerOctave] * polynomial;
  // Below 2^-1022 and at 2^1024 one factor alone would be rounded or overflow, so the power is split.
  if (octave > 1023) return scaled * 2 * powersOfTwo[octave - 1 - smallestPower];
  if (octave < -1022)
    return scaled * powersOfTwo[octave + 100 - smallestPower] * powersOfTwo[-100 - smallestPower];
  return scaled * powersOfTwo[octave - smallestPower];
}

const bits = new DataView(new ArrayBuffer(8));

/**
 * Natural logarithm, within 1e-15 of its value; -Infinity for 0, NaN below 0, Infinity for Infinity.
 * x = 2^n m with m in [sqrt(1/2), sqrt(2)]; ln m = 2 artanh(s), s = (m - 1)/(m + 1).
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let exponent = 0;
  let mantissa = x;
  if (mantissa < 2.2250738585072014e-308) {
    mantissa *= powersOfTwo[54 - smallestPower];
    exponent = -54;
  }
  bits.setFloat64(0, mantissa);
  const high = bits.getUint32(0);
  exponent += (high >>> 20) - 1022;
  bits.setUint32(0, (high & 0x800fffff) | 0x3fe00000);
  mantissa = bits.getFloat64(0);
  if (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent -= 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  return exponent * lnTwo + 2 * s * artanhSeries(s * s);
}

/** 1/3, 1/5, …, 1/25: coefficients of artanh(s)/s = 1 + s²/3 + s⁴/5 + … */
const [a3, a5, a7, a9, a11, a13] = [1 / 3, 1 / 5, 1 / 7, 1 / 9, 1 / 11, 1 / 13];
const [a15, a17, a19, a21, a23, a25] = [1 / 15, 1 / 17, 1 / 19, 1 / 21, 1 / 23, 1 / 25];

/** artanh(s)/s as a series in z = s², for z below 0.03: thirteen terms leave an error under 1e-18. */
function artanhSeries(z: number): number {
  const high = a15 + z * (a17 + z * (a19 + z * (a21 + z * (a23 + z * a25))));
  return 1 + z * (a3 + z * (a5 + z * (a7 + z * (a9 + z * (a11 + z * (a13 + z * high))))));
}

/** e^x by its Taylor series, for 0 <= x < ln 2: 22 terms leave an error under 1e-21. */
function seriesExp(x: number): number {
  let sum = 1;
  for (let term = 22; term >= 1; term--) sum = 1 + (sum * x) / term;
  return sum;
}
