// Posts whose coming capacity shippers know: docs/model.md, section 6, foreseen posts.
#include <math.h>

#include "engine.h"

// Factor of the capacity of a post in a step; after the horizon its mean, 1.
static double calendar_factor(const struct model *m, int32_t post, int32_t step) {
  int32_t calendar = m->postCalendar[post];
  return calendar < 0 || step >= m->steps ? 1
                                          : m->calendarFactor[(int64_t)calendar * m->steps + step];
}

// Capacity of a foreseen post in a coming step, as shippers see it now, t/d.
static double capacity_in(const struct model *m, const struct state *s, int32_t foreseen,
                          int32_t step) {
  int32_t post = m->foreseenPosts[foreseen];
  double from = step * m->stepDays;
  double capacity = smaller(m->postCapacity[post], 1e300) * calendar_factor(m, post, step);
  for (int32_t at = m->foreseenEffectStart[foreseen]; at < m->foreseenEffectStart[foreseen + 1];
       at++) {
    int32_t event = m->foreseenEffectEvents[at];
    double weight =
        s->isKnown[event] ? mean_strength(s, event, from, from + m->stepDays) : s->strength[event];
    double factor = m->foreseenEffectIsClosure[at]
                        ? 0
                        : s->amount[m->effectAmount[m->foreseenEffects[at]]];
    capacity *= 1 + weight * (factor - 1);
  }
  return capacity;
}

void foresee_capacities(const struct model *m, struct state *s) {
  s->pending = 0;
  for (int32_t foreseen = 0; foreseen < m->foreseen; foreseen++) {
    s->capacityOfEvents[foreseen] = s->capacity[m->foreseenPosts[foreseen]];
    double *cumulated = s->cumulated + (int64_t)foreseen * (s->foresightSteps + 1);
    double sum = 0;
    int32_t last_open = -1;
    cumulated[s->step] = 0;
    for (int32_t step = s->step; step < s->foresightSteps; step++) {
      double capacity = capacity_in(m, s, foreseen, step);
      if (capacity > 0) last_open = step;
      sum += capacity * m->stepDays;
      cumulated[step + 1] = sum;
    }
    s->lastOpenStep[foreseen] = last_open == s->foresightSteps - 1 ? (double)INFINITY : last_open;
    if (s->lastOpenStep[foreseen] < INFINITY && last_open >= s->step) s->pending = 1;
  }
}

// Blocks the routes whose cargo would be at the post after the last step in which it passes anything.
void block_stages_after_the_last(const struct model *m, struct state *s, int32_t post) {
  double last_open = s->lastOpenStep[m->foreseenOf[post]];
  if (last_open == INFINITY) return;
  for (int32_t at = m->postStageStart[post]; at < m->postStageStart[post + 1]; at++) {
    int32_t stage = m->postStages[at], place = m->stagePlace[stage];
    if (s->step + s->offsetSteps[place] + s->offsetFraction[place] < last_open + 1) continue;
    s->blockers[m->stageRoute[stage]]++;
  }
}

void apply_calendars(const struct model *m, struct state *s) {
  for (int32_t foreseen = 0; foreseen < m->foreseen; foreseen++) {
    int32_t post = m->foreseenPosts[foreseen];
    double factor = calendar_factor(m, post, s->step);
    s->capacity[post] = factor > 0 ? s->capacityOfEvents[foreseen] * factor : 0;
  }
}

static double between(const double *values, int32_t index, double fraction) {
  return values[index] + fraction * (values[index + 1] - values[index]);
}

// The last instant, in steps, at which the post has passed no more than these tonnes since now (13a).
static double departure(const struct state *s, const double *cumulated, double tonnes) {
  int32_t low = s->step, high = s->foresightSteps;
  if (cumulated[high] <= tonnes) {
    double of_step = cumulated[high] - cumulated[high - 1];
    return of_step > 0 ? high + (tonnes - cumulated[high]) / of_step : high;
  }
  while (high - low > 1) {
    int32_t middle = (low + high) >> 1;
    if (cumulated[middle] <= tonnes)
      low = middle;
    else
      high = middle;
  }
  return low + (tonnes - cumulated[low]) / (cumulated[high] - cumulated[low]);
}

void add_foreseen_waits(const struct model *m, struct state *s, int32_t post) {
  const double *cumulated =
      s->cumulated + (int64_t)m->foreseenOf[post] * (s->foresightSteps + 1);
  const double *expected = s->expected + (int64_t)post * (s->expectedMask + 1);
  const double *announced = s->lastAnnounced + (int64_t)post * (s->expectedMask + 1);
  double queue = s->queue[post], continued = 0;
  s->predictedQueue[0] = queue;
  for (int32_t ahead = 0; ahead < s->reach[post]; ahead++) {
    continued += announced[ahead];
    double arriving = expected[(s->step + ahead) & s->expectedMask] + continued;
    int32_t step = s->step + ahead;
    queue = greater(0, queue + arriving - (cumulated[step + 1] - cumulated[step]));
    s->predictedQueue[ahead + 1] = queue;
  }
  for (int32_t at = m->postStageStart[post]; at < m->postStageStart[post + 1]; at++) {
    int32_t stage = m->postStages[at], place = m->stagePlace[stage], route = m->stageRoute[stage];
    int32_t steps = s->offsetSteps[place];
    double fraction = s->offsetFraction[place];
    double passed = between(cumulated, s->step + steps, fraction);
    double ahead_of_it = passed + between(s->predictedQueue, steps, fraction);
    double wait = departure(s, cumulated, ahead_of_it) - (s->step + steps + fraction);
    s->wait[route] += greater(0, wait) * m->stepDays;
    s->cellChanged[m->routeCell[route]] = 1;
  }
  s->postWaiting[post] = 1;
}
