// A replication: the state set up, the steps one after the other.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "elementary.h"
#include "engine.h"

double renewal_rate(double days, double step_days) {
  return days > 0 ? 1 - portable_exp(-step_days / days) : 1;
}

double ban_share(const struct model *model, const struct state *state, int32_t effect) {
  return smaller(1, greater(0, state->amount[model->effectAmount[effect]]));
}

void create_results(const struct model *model, struct results *results) {
#define CREATE(name, rows, columns) \
  results->name = allocate((int64_t)model->rows * (model->columns), sizeof(double));
  RESULTS(CREATE)
#undef CREATE
}

static void clear_results(const struct model *model, struct results *results) {
#define CLEAR(name, rows, columns) \
  memset(results->name, 0, sizeof(double) * (size_t)model->rows * (size_t)(model->columns));
  RESULTS(CLEAR)
#undef CLEAR
  results->largestBalanceError = 0;
}

static double *reals(int64_t count) { return allocate(count, sizeof(double)); }
static int32_t *ints(int64_t count) { return allocate(count, sizeof(int32_t)); }
static uint8_t *flags(int64_t count) { return allocate(count, sizeof(uint8_t)); }

static int32_t power_of_two_above(double value) {
  int32_t power = 2;
  while (power <= value) power *= 2;
  return power;
}

static void create_event_state(const struct model *m, struct state *s) {
  s->amount = reals(m->amounts);
  s->start = reals(m->events);
  s->end = reals(m->events);
  s->ramp = reals(m->events);
  s->recovery = reals(m->events);
  s->strength = reals(m->events);
  s->known = reals(m->events);
  s->isKnown = flags(m->events);
  s->active = flags(m->events);
  s->full = flags(m->events);
  for (int32_t effect = 0; effect < m->effects; effect++)
    if (m->effectKind[effect] == TIME) s->has_time_effects = 1;
}

static void create_condition_state(const struct model *m, struct state *s) {
  s->capacity = reals(m->posts);
  s->capacityOfEvents = reals(m->foreseen);
  s->lastOpenStep = reals(m->foreseen);
  s->blockers = ints(m->routes);
  s->addedCost = reals(m->routes);
  s->earlierAddedCost = reals(m->routes);
  s->days = reals(m->legs);
  s->routeDays = reals(m->routes);
  s->legSteps = ints(m->legs);
  s->legFraction = reals(m->legs);
  s->offsetSteps = ints(m->stages);
  s->offsetFraction = reals(m->stages);
  s->runRow = ints(m->stages);
  s->runSteps = ints(m->stages);
  s->runStart = ints(m->stages + 1);
  s->announceRoute = ints(m->stages);
  s->announceFraction = reals(m->stages);
  s->reach = ints(m->posts);
  s->demandFactor = reals(m->cells);
  s->openings = ints(m->shutLinks);
}

static void create_choice_state(const struct model *m, struct state *s) {
  s->segmentWeight = reals(m->segments);
  s->wait = reals(m->routes);
  s->cost = reals(m->routes);
  s->smoothedCost = reals(m->routes);
  s->cellChanged = flags(m->cells);
  s->segmentChanged = flags(m->segments);
  s->available = flags(m->options);
  s->wasAvailable = flags(m->options);
  s->overlap = reals(m->options);
  s->utility = reals(m->options);
  s->probability = reals(m->options);
  s->share = reals(m->options);
  s->noShipProbability = reals(m->segments);
  s->noShipShare = reals(m->segments);
  s->nestUtility = reals(m->groups);
  s->dispatched = reals(m->routes);
}

static void create_flow_state(const struct model *m, struct state *s) {
  int64_t routes = m->onwardSets > 0 ? m->routes : 0;
  s->onwardChosen = flags(m->onwardSets);
  s->onwardAvailable = flags(routes);
  s->onwardOverlap = reals(routes);
  s->onwardUtility = reals(routes);
  s->onwardProbability = reals(routes);
  s->onwardCost = reals(routes);
  s->turned = reals(m->stages);
  s->turnedOut = reals(m->groups);
  s->turnedIn = reals(m->groups);
  s->leaving = reals(m->stages);
  s->arrived = reals(m->posts);
  s->queue = reals(m->posts);
  s->lastWait = reals(m->posts);
  s->postLeft = reals(m->posts);
  s->queueing = flags(m->posts);
  s->postWaiting = flags(m->posts);
  s->queueHead = ints(m->posts);
  s->stageLeft = reals(m->stages);
  s->curveMask = 255;
  s->stageCurve = reals((int64_t)(s->curveMask + 1) * m->stages);
  s->postCurve = reals((int64_t)(s->curveMask + 1) * m->posts);
  s->legTonnes = reals(m->legs);
  s->deliveredSoFar = reals(m->groups);
  s->dispatchedInYear = reals(m->groups);
  s->demandInYear = reals(m->cells);
  s->notShippedInYear = reals(m->cells);
  s->notShippedNow = reals(m->cells);
}

// Rings long enough for every leg and for the longest way to a post, with all days that events can add.
static void create_rings(const struct model *m, struct state *s) {
  double *days = reals(m->legs), longest = 0, longest_way = 0;
  memcpy(days, m->legDays, sizeof(double) * (size_t)m->legs);
  for (int32_t effect = 0; effect < m->effects; effect++) {
    if (m->effectKind[effect] != TIME) continue;
    for (int32_t at = m->effectRouteStart[effect]; at < m->effectRouteStart[effect + 1]; at++)
      days[m->effectLegs[at]] += greater(0, s->amount[m->effectAmount[effect]]);
  }
  for (int32_t leg = 0; leg < m->legs; leg++) longest = greater(longest, days[leg]);
  for (int32_t route = 0; route < m->routes; route++) {
    double way = days[m->routeLastLeg[route]];
    for (int32_t at = m->routeStageStart[route]; at < m->routeStageStart[route + 1]; at++)
      way += days[m->routeStages[at]];
    longest_way = greater(longest_way, way);
  }
  free(days);
  s->arrivingMask = power_of_two_above(longest / m->stepDays + 1) - 1;
  s->arriving = reals((int64_t)(s->arrivingMask + 1) * m->legs);
  s->expectedMask = power_of_two_above(longest_way / m->stepDays + 2) - 1;
  s->expected = reals((int64_t)(s->expectedMask + 1) * m->posts);
  s->lastAnnounced = reals((int64_t)(s->expectedMask + 1) * m->posts);
  s->predictedQueue = reals(s->expectedMask + 2);
  s->keyStart = ints((int64_t)(s->expectedMask + 1) * m->posts + 1);
}

// The foresight reaches over the longest way after the horizon, and to the end of every announced event.
static void create_foresight(const struct model *m, struct state *s) {
  s->foresightSteps = m->steps + s->expectedMask + 1;
  for (int32_t event = 0; event < m->events; event++) {
    double end = ceil((s->end[event] + s->recovery[event]) / m->stepDays);
    if (s->known[event] < INFINITY && end < INFINITY && end > s->foresightSteps)
      s->foresightSteps = (int32_t)end;
  }
  s->cumulated = reals((int64_t)m->foreseen * (s->foresightSteps + 1));
}

// Moves an occurrence of a repeating event from the begin of its window to its place after the one before (section 8).
static void place_occurrence(const struct model *m, struct state *s, int32_t event, double length) {
  double window_end = s->start[event] + greater(0, s->amount[m->window[event]]);
  double ready = m->follows[event] < 0 ? s->start[event] : s->end[m->follows[event]];
  double next = ready + greater(0, s->amount[m->meanBetween[event]]) * s->amount[m->between[event]];
  s->start[event] = next < window_end ? next : INFINITY;
  s->end[event] = next < window_end ? smaller(next + length, window_end) : INFINITY;
}

// Fills in the draws: amounts, and where the events lie. Days count from the start of the horizon.
static void place_events(const struct model *m, struct state *s) {
  for (int32_t amount = 0; amount < m->amounts; amount++)
    s->amount[amount] = m->input[amount] < 0 ? m->constant[amount] : m->draws[m->input[amount]];
  for (int32_t event = 0; event < m->events; event++) {
    int32_t occurs = m->occurrenceInput[event];
    int happens = occurs < 0 || m->draws[occurs] < m->probability[event];
    s->start[event] = happens ? s->amount[m->from[event]] - m->startDay : INFINITY;
    double length = greater(0, s->amount[m->duration[event]]);
    s->end[event] = s->start[event] + length;
    if (m->between[event] >= 0) place_occurrence(m, s, event, length);
    s->ramp[event] = greater(0, s->amount[m->ramp[event]]);
    s->recovery[event] = greater(0, s->amount[m->recovery[event]]);
    int32_t notice = m->noticeDays[event];
    s->known[event] = notice < 0 ? INFINITY : s->start[event] - greater(0, s->amount[notice]);
  }
}

// Weighs the segments of each cell: bans are nested, in ascending order of their shares (section 4).
static void split_cells(const struct model *m, struct state *s) {
  double *shares = reals(m->effects);
  for (int32_t cell = 0; cell < m->cells; cell++) {
    int32_t count = 0, segment = m->cellSegmentStart[cell];
    for (int32_t at = m->cellBanStart[cell]; at < m->cellBanStart[cell + 1]; at++) {
      double share = ban_share(m, s, m->cellBans[at]);
      int32_t place = count++;
      for (; place > 0 && shares[place - 1] > share; place--) shares[place] = shares[place - 1];
      shares[place] = share;
    }
    double below = 0;
    for (int32_t index = 0; index < count; index++) {
      s->segmentWeight[segment + index] = shares[index] - below;
      below = shares[index];
    }
    s->segmentWeight[segment + count] = 1 - below;
  }
  free(shares);
}

void create_state(const struct model *model, struct state *state) {
  *state = (struct state){0};
  create_event_state(model, state);
  create_condition_state(model, state);
  create_choice_state(model, state);
  create_flow_state(model, state);
  place_events(model, state);
  split_cells(model, state);
  create_rings(model, state);
  create_foresight(model, state);
}

static void clear(double *values, int64_t count) {
  memset(values, 0, sizeof(double) * (size_t)count);
}

static void reset(const struct model *m, struct state *s) {
  s->step = 0;
  for (int32_t event = 0; event < m->events; event++) s->strength[event] = NAN;
  memset(s->active, 0, (size_t)m->events);
  memset(s->full, 0, (size_t)m->events);
  memset(s->isKnown, 0, (size_t)m->events);
  s->pending = 0;
  memset(s->available, 0, (size_t)m->options);
  memset(s->segmentChanged, 0, (size_t)m->segments);
  memset(s->queueing, 0, (size_t)m->posts);
  memset(s->postWaiting, 0, (size_t)m->posts);
  clear(s->turnedOut, m->groups);
  clear(s->turnedIn, m->groups);
  clear(s->dispatched, m->routes);
  clear(s->wait, m->routes);
  clear(s->share, m->options);
  clear(s->noShipShare, m->segments);
  clear(s->arriving, (int64_t)(s->arrivingMask + 1) * m->legs);
  clear(s->expected, (int64_t)(s->expectedMask + 1) * m->posts);
  clear(s->lastAnnounced, (int64_t)(s->expectedMask + 1) * m->posts);
  clear(s->queue, m->posts);
  clear(s->lastWait, m->posts);
  clear(s->legTonnes, m->legs);
  clear(s->deliveredSoFar, m->groups);
  clear(s->dispatchedInYear, m->groups);
  clear(s->demandInYear, m->cells);
  clear(s->notShippedInYear, m->cells);
}

void run_replication(const struct model *model, struct state *state, struct results *results) {
  reset(model, state);
  clear_results(model, results);
  double rate = renewal_rate(model->inertiaDays, model->stepDays);
  for (; state->step < model->steps; state->step++) {
    apply_events(model, state);
    predict_waits(model, state);
    choose_routes(model, state);
    update_shares(model, state, rate);
    dispatch(model, state, results);
    pass_posts(model, state, results);
    record_step(model, state, results);
  }
}
