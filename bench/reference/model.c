// Reads a dumped model.
#include "model.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"

void *allocate(int64_t count, int64_t size) {
  void *memory = calloc((size_t)(count > 0 ? count : 1), (size_t)size);
  if (!memory) give_up("out of memory");
  return memory;
}

struct known_array {
  const char *name;
  size_t place;
  int is_real;
};

static const struct known_array known_arrays[] = {
#define KNOWN(path, name) {path, offsetof(struct model, name), 0},
    INT_ARRAYS(KNOWN)
#undef KNOWN
#define KNOWN(path, name) {path, offsetof(struct model, name), 1},
        REAL_ARRAYS(KNOWN)
#undef KNOWN
};

#define KNOWN_ARRAYS (sizeof known_arrays / sizeof *known_arrays)

static int64_t length_of(const char *array) {
  int64_t length = 0;
  const char *value;
  for (const char *at = array; (at = next_element(at, &value));) length++;
  return length;
}

static void *read_reals(const char *array) {
  double *values = allocate(length_of(array), sizeof *values), *next = values;
  const char *value;
  for (const char *at = array; (at = next_element(at, &value));) *next++ = number_at(value);
  return values;
}

static void *read_ints(const char *array) {
  int32_t *values = allocate(length_of(array), sizeof *values), *next = values;
  const char *value;
  for (const char *at = array; (at = next_element(at, &value));) *next++ = (int32_t)number_at(value);
  return values;
}

// What this program does not know it may ignore only where it says nothing: where all values are 0 or -1.
static void check_unknown(const struct member *array, const char *values) {
  if (strncmp(array->name, "costs.", 6) == 0) return;  // for tables alone: nothing is computed from them
  const char *value;
  for (const char *at = values; (at = next_element(at, &value));) {
    double number = number_at(value);
    if (number != 0 && number != -1)
      give_up("the model uses %.*s, which this program does not compute", (int)array->name_length,
              array->name);
  }
}

static void read_arrays(const char *arrays, struct model *model) {
  struct member array;
  for (const char *at = arrays; (at = next_member(at, &array));) {
    const char *values = find_member(array.value, "values");
    if (!values) give_up("%.*s has no values", (int)array.name_length, array.name);
    size_t known = 0;
    while (known < KNOWN_ARRAYS && !is_named(&array, known_arrays[known].name)) known++;
    if (known == KNOWN_ARRAYS) {
      check_unknown(&array, values);
      continue;
    }
    void *read = known_arrays[known].is_real ? read_reals(values) : read_ints(values);
    memcpy((char *)model + known_arrays[known].place, &read, sizeof read);
    if (is_named(&array, "amounts.constant")) model->amounts = (int32_t)length_of(values);
    if (is_named(&array, "events.from")) model->events = (int32_t)length_of(values);
    if (is_named(&array, "events.effectKind")) model->effects = (int32_t)length_of(values);
    if (is_named(&array, "routes.onwardRouteStart"))
      model->onwardSets = (int32_t)length_of(values) - 1;
    if (is_named(&array, "foresight.posts")) model->foreseen = (int32_t)length_of(values);
    if (is_named(&array, "events.shutLinkRouteStart"))
      model->shutLinks = (int32_t)length_of(values) - 1;
  }
  for (size_t known = 0; known < KNOWN_ARRAYS; known++) {
    void *read;
    memcpy(&read, (char *)model + known_arrays[known].place, sizeof read);
    if (!read) give_up("the model has no %s", known_arrays[known].name);
  }
  for (int32_t effect = 0; effect < model->effects; effect++)
    if (model->effectKind[effect] < 0 || model->effectKind[effect] >= EFFECT_KINDS)
      give_up("effect %d is of kind %d, which this program does not compute", effect,
              model->effectKind[effect]);
}

static void read_scalars(const char *scalars, struct model *model) {
  struct member scalar;
  for (const char *at = scalars; (at = next_member(at, &scalar));) {
    double value = number_at(scalar.value);
    if (is_named(&scalar, "choice.overlapCorrection"))
      model->commonality = strncmp(scalar.value, "\"commonality\"", 13) == 0;
    else if (is_named(&scalar, "choice.inertiaDays"))
      model->inertiaDays = value;
    else if (is_named(&scalar, "choice.costSmoothingDays"))
      model->costSmoothingDays = value;
    else if (is_named(&scalar, "choice.patienceDays"))
      model->patienceDays = value;
    else if (is_named(&scalar, "choice.turningCost"))
      model->turningCost = value;
    else if (is_named(&scalar, "time.stepDays"))
      model->stepDays = value;
    else if (is_named(&scalar, "time.startDay"))
      model->startDay = value;
    else if (value != 0)
      give_up("the model uses %.*s, which this program does not compute", (int)scalar.name_length,
              scalar.name);
  }
}

static const char *member_of(const char *object, const char *name) {
  const char *value = find_member(object, name);
  if (!value) give_up("the model has no \"%s\"", name);
  return value;
}

static void read_draws(const char *inputs, struct model *model) {
  model->draws = allocate(length_of(inputs), sizeof *model->draws);
  double *next = model->draws;
  const char *input;
  for (const char *at = inputs; (at = next_element(at, &input));)
    *next++ = number_at(member_of(input, "draw"));
}

void read_model(const char *path, struct model *model) {
  char *text = read_text(path);
  if (*text != '{') give_up("%s is no JSON object", path);
  if (strncmp(member_of(text, "format"), "\"cargoflow model 1\"", 19) != 0)
    give_up("%s is not of the format \"cargoflow model 1\"", path);
  *model = (struct model){0};
  const char *counts = member_of(text, "counts");
#define READ(name) model->name = (int32_t)number_at(member_of(counts, #name));
  COUNTS(READ)
#undef READ
  model->legs = model->stages + model->routes;
  read_scalars(member_of(text, "scalars"), model);
  read_draws(member_of(text, "inputs"), model);
  read_arrays(member_of(text, "arrays"), model);
  free(text);
}
