// The tables of exp and log.
#include "elementary.h"

double fractional_powers[STEPS_PER_OCTAVE];
double powers_of_two[2098];

static double series_exp(double x) {
  double sum = 1;
  for (int term = 22; term >= 1; term--) sum = 1 + (sum * x) / term;
  return sum;
}

void prepare_elementary(void) {
  for (int step = 0; step < STEPS_PER_OCTAVE; step++)
    fractional_powers[step] = series_exp((step * LN_TWO) / STEPS_PER_OCTAVE);
  powers_of_two[-SMALLEST_POWER] = 1;
  for (int n = 1; n <= 1023; n++)
    powers_of_two[n - SMALLEST_POWER] = 2 * powers_of_two[n - 1 - SMALLEST_POWER];
  for (int n = -1; n >= SMALLEST_POWER; n--)
    powers_of_two[n - SMALLEST_POWER] = 0.5 * powers_of_two[n + 1 - SMALLEST_POWER];
}
