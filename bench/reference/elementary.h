// exp and log as in src/numerics/elementary.ts: the same operations in the same order, so the same bits.
#ifndef ELEMENTARY_H
#define ELEMENTARY_H

#include <math.h>
#include <stdint.h>
#include <string.h>

#define STEPS_PER_OCTAVE 64
#define LN_TWO 0.6931471805599453
#define SQRT_HALF 0.7071067811865476
#define SMALLEST_POWER (-1074)

extern double fractional_powers[STEPS_PER_OCTAVE];
extern double powers_of_two[2098];

// Fills the tables; to be called once.
void prepare_elementary(void);

// To the nearest whole number, halves up, as JavaScript's Math.round does.
static inline double round_half_up(double x) {
  double below = floor(x);
  return x - below >= 0.5 ? below + 1 : below;
}

static inline double portable_exp(double x) {
  if (!(x > -745.2)) return isnan(x) ? NAN : 0;
  if (x > 709.79) return INFINITY;
  double count = round_half_up(x * (STEPS_PER_OCTAVE / LN_TWO));
  double r = x - count * 0.010830424695086549 - count * 1.162596423439437e-12;
  double polynomial =
      1 + r * (1 + r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r / 720)))));
  int octave = (int)floor(count / STEPS_PER_OCTAVE);
  double scaled = fractional_powers[(int)count - octave * STEPS_PER_OCTAVE] * polynomial;
  if (octave > 1023) return scaled * 2 * powers_of_two[octave - 1 - SMALLEST_POWER];
  if (octave < -1022)
    return scaled * powers_of_two[octave + 100 - SMALLEST_POWER] *
           powers_of_two[-100 - SMALLEST_POWER];
  return scaled * powers_of_two[octave - SMALLEST_POWER];
}

static inline double artanh_series(double z) {
  double high = 1.0 / 15 + z * (1.0 / 17 + z * (1.0 / 19 + z * (1.0 / 21 + z * (1.0 / 23 + z * (1.0 / 25)))));
  return 1 + z * (1.0 / 3 + z * (1.0 / 5 + z * (1.0 / 7 + z * (1.0 / 9 + z * (1.0 / 11 + z * (1.0 / 13 + z * high))))));
}

static inline double portable_log(double x) {
  if (!(x > 0)) return x == 0 ? -INFINITY : NAN;
  if (x == INFINITY) return x;
  int exponent = 0;
  double mantissa = x;
  if (mantissa < 2.2250738585072014e-308) {
    mantissa *= powers_of_two[54 - SMALLEST_POWER];
    exponent = -54;
  }
  uint64_t bits;
  memcpy(&bits, &mantissa, sizeof bits);
  exponent += (int)(bits >> 52) - 1022;
  bits = (bits & 0x800fffffffffffffu) | 0x3fe0000000000000u;
  memcpy(&mantissa, &bits, sizeof mantissa);
  if (mantissa < SQRT_HALF) {
    mantissa *= 2;
    exponent -= 1;
  }
  double s = (mantissa - 1) / (mantissa + 1);
  return exponent * LN_TWO + 2 * s * artanh_series(s * s);
}

#endif
