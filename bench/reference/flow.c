// Dispatch, movement along legs, and the prediction of waits: docs/model.md, sections 5 and 6.
#include <math.h>
#include <string.h>

#include "engine.h"

static void forget_waits(const struct model *m, struct state *s, int32_t post) {
  for (int32_t at = m->postStageStart[post]; at < m->postStageStart[post + 1]; at++) {
    int32_t route = m->stageRoute[m->postStages[at]];
    s->wait[route] = 0;
    s->cellChanged[m->routeCell[route]] = 1;
  }
  s->postWaiting[post] = 0;
}

// Fills predictedQueue from now to the post's reach (13); false when no queue is in sight.
static int carry_queue_forward(const struct model *m, struct state *s, int32_t post) {
  const double *expected = s->expected + (int64_t)post * (s->expectedMask + 1);
  const double *announced = s->lastAnnounced + (int64_t)post * (s->expectedMask + 1);
  double capacity = s->capacity[post] * m->stepDays;
  double queue = s->queue[post], longest = queue, continued = 0;
  int32_t reach = s->reach[post];
  s->predictedQueue[0] = queue;
  for (int32_t ahead = 0; ahead < reach; ahead++) {
    continued += announced[ahead];
    double arriving = expected[(s->step + ahead) & s->expectedMask] + continued;
    queue = greater(0, queue + arriving - capacity);
    s->predictedQueue[ahead + 1] = queue;
    if (queue > longest) longest = queue;
  }
  return longest > 0;
}

static void add_waits(const struct model *m, struct state *s, int32_t post) {
  const double *predicted = s->predictedQueue;
  for (int32_t at = m->postStageStart[post]; at < m->postStageStart[post + 1]; at++) {
    int32_t stage = m->postStages[at], place = m->stagePlace[stage], route = m->stageRoute[stage];
    int32_t steps = s->offsetSteps[place];
    double queue =
        predicted[steps] + s->offsetFraction[place] * (predicted[steps + 1] - predicted[steps]);
    s->wait[route] += queue / s->capacity[post];
    s->cellChanged[m->routeCell[route]] = 1;
  }
  s->postWaiting[post] = 1;
}

void predict_waits(const struct model *m, struct state *s) {
  for (int32_t post = 0; post < m->posts; post++)
    if (s->postWaiting[post]) forget_waits(m, s, post);
  for (int32_t post = 0; post < m->posts; post++) {
    if (m->foreseenOf[post] >= 0) {
      add_foreseen_waits(m, s, post);
      continue;
    }
    if (s->capacity[post] == INFINITY || s->capacity[post] == 0) continue;
    if (carry_queue_forward(m, s, post)) add_waits(m, s, post);
  }
}

// Splits each cell's tonnes of the step over its routes (16).
static void split_demand(const struct model *m, struct state *s) {
  int32_t year = m->stepYear[s->step];
  double *restrict dispatched = s->dispatched;
  for (int32_t cell = 0; cell < m->cells; cell++) {
    double year_tonnes = s->amount[m->volume[cell]] * m->yearFactor[cell * m->years + year];
    double tonnes = (year_tonnes / m->yearDays[year]) * m->stepDays * s->demandFactor[cell];
    int32_t calendar = m->cellCalendar[cell];
    if (calendar >= 0) tonnes = tonnes * m->calendarFactor[(int64_t)calendar * m->steps + s->step];
    double not_shipped = 0;
    int32_t first = m->cellRouteStart[cell], end = m->cellRouteStart[cell + 1];
    for (int32_t route = first; route < end; route++) dispatched[route] = 0;
    for (int32_t segment = m->cellSegmentStart[cell]; segment < m->cellSegmentStart[cell + 1];
         segment++) {
      const double *restrict share = s->share + m->segmentOptionStart[segment] - first;
      double segment_tonnes = s->segmentWeight[segment] * tonnes;
      for (int32_t route = first; route < end; route++)
        dispatched[route] += segment_tonnes * share[route];
      not_shipped += segment_tonnes * s->noShipShare[segment];
    }
    s->notShippedNow[cell] = not_shipped;
    s->demandInYear[cell] += tonnes;
    s->notShippedInYear[cell] += not_shipped;
  }
  for (int32_t group = 0; group < m->groups; group++) {
    double tonnes = 0;
    for (int32_t route = m->groupRouteStart[group]; route < m->groupRouteStart[group + 1]; route++)
      tonnes += dispatched[route];
    s->dispatchedInYear[group] += tonnes;
  }
}

// Announces what was dispatched to every post on its way. What is due at one post in one step is added up first.
static void announce_dispatches(const struct model *m, struct state *s) {
  const int32_t *restrict route = s->announceRoute;
  const double *restrict fraction = s->announceFraction, *restrict dispatched = s->dispatched;
  double *restrict announced = s->lastAnnounced;
  int32_t mask = s->expectedMask;
  memset(announced, 0, sizeof(double) * (size_t)(mask + 1) * (size_t)m->posts);
  for (int32_t run = 0; run < s->runs; run++) {
    double early = 0, late = 0;
    for (int32_t at = s->runStart[run]; at < s->runStart[run + 1]; at++) {
      double tonnes = dispatched[route[at]], part = fraction[at] * tonnes;
      early += tonnes - part;
      late += part;
    }
    int32_t row = s->runRow[run], steps = s->runSteps[run];
    s->expected[row + ((s->step + steps) & mask)] += early;
    s->expected[row + ((s->step + steps + 1) & mask)] += late;
    announced[row + steps] += early;
    announced[row + steps + 1] += late;
  }
}

// Puts tonnes (by the source of the leg) on the legs of a kind, in runs of the same whole steps of lag.
static void send_kind(const struct model *m, struct state *s, int kind, const double *restrict tonnes) {
  const int32_t *restrict source = m->legSource, *restrict steps = s->legSteps;
  const double *restrict fraction = s->legFraction;
  double *restrict leg_tonnes = s->legTonnes;
  int32_t end = m->legKindStart[kind + 1];
  for (int32_t first = m->legKindStart[kind], next; first < end; first = next) {
    for (next = first + 1; next < end && steps[next] == steps[first];) next++;
    int32_t arrival = s->step + steps[first];
    double *restrict on_time = s->arriving + (int64_t)(arrival & s->arrivingMask) * m->legs;
    double *restrict step_later = s->arriving + (int64_t)((arrival + 1) & s->arrivingMask) * m->legs;
    for (int32_t leg = first; leg < next; leg++) {
      double sent = tonnes[source[leg]], late = fraction[leg] * sent;
      on_time[leg] += sent - late;
      step_later[leg] += late;
      leg_tonnes[leg] += sent;
    }
  }
}

void dispatch(const struct model *m, struct state *s, struct results *results) {
  split_demand(m, s);
  if (m->onwardSets > 0) turn_back(m, s, results);
  announce_dispatches(m, s);
  send_kind(m, s, 0, s->dispatched);
  send_kind(m, s, 2, s->dispatched);
  // afterwards `dispatched` is what the cells have sent
  int32_t onward = m->cellRouteStart[m->cells];
  memset(s->dispatched + onward, 0, sizeof(double) * (size_t)(m->routes - onward));
}

// Takes the step's arrivals at stages, and adds them up by post, in the order of its stages.
static void take_arrivals(const struct model *m, struct state *s) {
  double *restrict row = s->arriving + (int64_t)(s->step & s->arrivingMask) * m->legs;
  double *restrict leaving = s->leaving;
  const int32_t *restrict post_stages = m->postStages;
  memcpy(leaving, row, sizeof(double) * (size_t)m->stages);
  memset(row, 0, sizeof(double) * (size_t)m->stages);
  for (int32_t post = 0; post < m->posts; post++) {
    double tonnes = 0;
    for (int32_t at = m->postStageStart[post]; at < m->postStageStart[post + 1]; at++)
      tonnes += leaving[post_stages[at]];
    s->arrived[post] = tonnes;
  }
}

// Serves every post once (11). While a post keeps up, cargo passes through untouched.
void pass_posts(const struct model *m, struct state *s, struct results *results) {
  take_arrivals(m, s);
  make_room_for_curves(m, s);
  for (int32_t post = 0; post < m->posts; post++) {
    double arrived = s->arrived[post], capacity = s->capacity[post] * m->stepDays;
    if (!s->queueing[post] && arrived <= capacity)
      results->postTonnes[m->stepMonth[s->step] * m->posts + post] += arrived;
    else
      pass_in_turn(m, s, post, arrived, capacity, results);
    s->expected[(int64_t)post * (s->expectedMask + 1) + (s->step & s->expectedMask)] = 0;
  }
  send_kind(m, s, 1, s->leaving);
  send_kind(m, s, 3, s->leaving);
}
