// reference <model.json> [repetitions]: runs a dumped replication and prints its results as JSON.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "elementary.h"
#include "engine.h"
#include "json.h"

// Processor time, s.
static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void print_array(const char *name, const double *values, int64_t count, const char *end) {
  printf("\"%s\": [", name);
  for (int64_t index = 0; index < count; index++)
    printf("%s%.17g", index > 0 ? "," : "", values[index]);
  printf("]%s\n", end);
}

static void print_results(const struct model *model, const struct results *results, double seconds) {
  printf("{\n\"seconds\": %.6f,\n\"largestBalanceError\": %.17g,\n\"results\": {\n", seconds,
         results->largestBalanceError);
#define PRINT(name, rows, columns) \
  print_array(#name, results->name, (int64_t)model->rows * (model->columns), \
              results->name == results->postLongestQueue ? "" : ",");
  RESULTS(PRINT)
#undef PRINT
  printf("}\n}\n");
}

int main(int count, char **arguments) {
  if (count < 2 || count > 3) give_up("usage: %s <model.json> [repetitions]", arguments[0]);
  int repetitions = count > 2 ? atoi(arguments[2]) : 1;
  struct model model;
  struct state state;
  struct results results;
  prepare_elementary();
  read_model(arguments[1], &model);
  create_state(&model, &state);
  create_results(&model, &results);
  double fastest = INFINITY;
  for (int repetition = 0; repetition < repetitions; repetition++) {
    double start = now();
    run_replication(&model, &state, &results);
    fastest = smaller(fastest, now() - start);
  }
  print_results(&model, &results, fastest);
  return 0;
}
