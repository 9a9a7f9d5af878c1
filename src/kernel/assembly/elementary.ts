// exp and log, operation for operation those of numerics/elementary.ts, so that both give the same bits.

import * as slots from '../slots';
import { at, num } from './memory';

const lnStepHigh: f64 = 0.010830424695086549;
const lnStepLow: f64 = 1.162596423439437e-12;
const stepsPerUnit: f64 = 64.0 / 0.6931471805599453;
const lnTwo: f64 = 0.6931471805599453;
const smallestPower = -1074;

@inline
function powerOfTwo(n: i32): f64 {
  return num(at(slots.powersOfTwo), n - smallestPower);
}

export function exp(x: f64): f64 {
  if (!(x > -745.2)) return isNaN(x) ? NaN : 0;
  if (x > 709.79) return Infinity;
  // Math.round of JavaScript: halves go up
  const steps = x * stepsPerUnit;
  const below = Math.floor(steps);
  const count = steps - below >= 0.5 ? below + 1 : below;
  const r = x - count * lnStepHigh - count * lnStepLow;
  const polynomial: f64 =
    1 + r * (1 + r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r / 720)))));
  const whole = <i32>count;
  const octave = whole >> 6;
  const scaled = num(at(slots.fractionalPowers), whole & 63) * polynomial;
  if (octave > 1023) return scaled * 2 * powerOfTwo(octave - 1);
  if (octave < -1022) return scaled * powerOfTwo(octave + 100) * powerOfTwo(-100);
  return scaled * powerOfTwo(octave);
}

/** exp of two numbers side by side, with the operations of `exp`; for numbers that are not positive. */
export function expOfTwo(x: v128): v128 {
  const isTiny = f64x2.le(x, f64x2.splat(-745.2));
  const isSmall = f64x2.lt(x, f64x2.splat(-700));
  if (v128.any_true(v128.andnot(isSmall, isTiny)))
    return f64x2(exp(f64x2.extract_lane(x, 0)), exp(f64x2.extract_lane(x, 1)));
  const steps = f64x2.mul(x, f64x2.splat(stepsPerUnit));
  const below = f64x2.floor(steps);
  const goesUp = f64x2.ge(f64x2.sub(steps, below), f64x2.splat(0.5));
  const count = f64x2.add(below, v128.and(goesUp, f64x2.splat(1)));
  const high = f64x2.mul(count, f64x2.splat(lnStepHigh));
  const r = f64x2.sub(f64x2.sub(x, high), f64x2.mul(count, f64x2.splat(lnStepLow)));
  let sum = f64x2.div(r, f64x2.splat(720));
  sum = f64x2.mul(r, f64x2.add(f64x2.splat(1.0 / 120), sum));
  sum = f64x2.mul(r, f64x2.add(f64x2.splat(1.0 / 24), sum));
  sum = f64x2.mul(r, f64x2.add(f64x2.splat(1.0 / 6), sum));
  sum = f64x2.mul(r, f64x2.add(f64x2.splat(1.0 / 2), sum));
  sum = f64x2.mul(r, f64x2.add(f64x2.splat(1), sum));
  const polynomial = f64x2.add(f64x2.splat(1), sum);
  const whole = i32x4.trunc_sat_f64x2_s_zero(count);
  const table = at(slots.fractionalPowers);
  const fractions = v128.load64_lane(
    table + ((i32x4.extract_lane(whole, 1) & 63) << 3),
    v128.load64_zero(table + ((i32x4.extract_lane(whole, 0) & 63) << 3)),
    1,
  );
  const octave = i64x2.extend_low_i32x4_s(i32x4.shr_s(whole, 6));
  const power = i64x2.shl(i64x2.add(octave, i64x2.splat(1023)), 52);
  const value = f64x2.mul(f64x2.mul(fractions, polynomial), power);
  return v128.andnot(value, isTiny);
}

export function log(x: f64): f64 {
  if (!(x > 0)) return x == 0 ? -Infinity : NaN;
  if (x == Infinity) return x;
  let exponent = 0;
  let bits = reinterpret<u64>(x);
  if (x < 2.2250738585072014e-308) {
    bits = reinterpret<u64>(x * powerOfTwo(54));
    exponent = -54;
  }
  exponent += <i32>(bits >> 52) - 1022;
  let mantissa = reinterpret<f64>((bits & 0x800fffffffffffff) | 0x3fe0000000000000);
  if (mantissa < 0.7071067811865476) {
    mantissa *= 2;
    exponent -= 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  return <f64>exponent * lnTwo + 2 * s * artanhSeries(s * s);
}

function artanhSeries(z: f64): f64 {
  const high: f64 =
    1.0 / 15 +
    z * (1.0 / 17 + z * (1.0 / 19 + z * (1.0 / 21 + z * (1.0 / 23 + z * (1.0 / 25)))));
  return (
    1 +
    z *
      (1.0 / 3 +
        z * (1.0 / 5 + z * (1.0 / 7 + z * (1.0 / 9 + z * (1.0 / 11 + z * (1.0 / 13 + z * high))))))
  );
}
