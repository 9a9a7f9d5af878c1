// What the events make of the network in a step (docs/model.md, section 8), and the lags that follow from it.
#include <math.h>
#include <string.h>

#include "engine.h"

// The integral of x / length over the part of [from, to] within [0, length]; 0 when length is 0 or infinite.
static double area_under_rise(double from, double to, double length) {
  if (!(length > 0) || length == INFINITY) return 0;
  double low = greater(0, from), high = smaller(length, to);
  return high > low ? ((high - low) * (high + low)) / (2 * length) : 0;
}

double mean_strength(const struct state *s, int32_t event, double from, double to) {
  double start = s->start[event], end = s->end[event];
  double ramp = s->ramp[event], recovery = s->recovery[event];
  if (to <= start || from >= end + recovery) return 0;
  double length = end - start;
  double reached = ramp > 0 ? smaller(1, length / ramp) : 1;
  double ramp_end = start + smaller(ramp, length);
  double rising = area_under_rise(from - start, to - start, ramp_end - start) * reached;
  double flat = greater(0, smaller(to, end) - greater(from, ramp_end)) * reached;
  double recovery_end = end + recovery;
  double falling = area_under_rise(recovery_end - to, recovery_end - from, recovery) * reached;
  return (rising + flat + falling) / (to - from);
}

// Sets the strengths of the step; true when one differs from the last step's.
static int move_events(const struct model *m, struct state *s) {
  double from = s->step * m->stepDays, to = from + m->stepDays;
  int changed = s->step == 0;
  for (int32_t event = 0; event < m->events; event++) {
    double strength = mean_strength(s, event, from, to);
    uint8_t active = from >= s->start[event] && from < s->end[event];
    uint8_t full = active && from >= s->start[event] + s->ramp[event];
    uint8_t is_known = from >= s->known[event];
    if (strength != s->strength[event] || active != s->active[event] || full != s->full[event] ||
        is_known != s->isKnown[event])
      changed = 1;
    s->isKnown[event] = is_known;
    s->strength[event] = strength;
    s->active[event] = active;
    s->full[event] = full;
  }
  return changed;
}

static void reset_conditions(const struct model *m, struct state *s) {
  memcpy(s->capacity, m->postCapacity, sizeof(double) * (size_t)m->posts);
  memcpy(s->earlierAddedCost, s->addedCost, sizeof(double) * (size_t)m->routes);
  memcpy(s->wasAvailable, s->available, (size_t)m->options);
  memcpy(s->days, m->legDays, sizeof(double) * (size_t)m->legs);
  memset(s->addedCost, 0, sizeof(double) * (size_t)m->routes);
  memset(s->openings, 0, sizeof(int32_t) * (size_t)m->shutLinks);
  memset(s->blockers, 0, sizeof(int32_t) * (size_t)m->routes);
  memset(s->available, 1, (size_t)m->options);
  for (int32_t cell = 0; cell < m->cells; cell++) s->demandFactor[cell] = 1;
  for (int32_t at = 0; at < m->shutLinkRouteStart[m->shutLinks]; at++)
    s->blockers[m->shutLinkRoutes[at]]++;
}

static void multiply_capacity(const struct model *m, struct state *s, int32_t effect, double factor) {
  for (int32_t at = m->effectPostStart[effect]; at < m->effectPostStart[effect + 1]; at++) {
    double *capacity = &s->capacity[m->effectPosts[at]];
    *capacity = factor > 0 ? *capacity * factor : 0;  // an unlimited post must not become NaN
  }
}

static void open_links(const struct model *m, struct state *s, int32_t effect) {
  for (int32_t at = m->effectShutLinkStart[effect]; at < m->effectShutLinkStart[effect + 1]; at++) {
    int32_t link = m->effectShutLinks[at];
    if (s->openings[link]++ > 0) continue;
    for (int32_t row = m->shutLinkRouteStart[link]; row < m->shutLinkRouteStart[link + 1]; row++)
      s->blockers[m->shutLinkRoutes[row]]--;
  }
}

// Takes the routes that a ban hits from the segments that it binds: those below its share.
static void ban_routes(const struct model *m, struct state *s, int32_t effect) {
  double share = ban_share(m, s, effect);
  for (int32_t at = m->effectRouteStart[effect]; at < m->effectRouteStart[effect + 1]; at++) {
    int32_t route = m->effectRoutes[at], cell = m->routeCell[route];
    if (route >= m->cellRouteStart[m->cells]) {  // onward: no banned route at all
      if (share > 0) s->blockers[route]++;
      continue;
    }
    double below = 0;
    for (int32_t segment = m->cellSegmentStart[cell]; segment < m->cellSegmentStart[cell + 1];
         segment++) {
      below += s->segmentWeight[segment];
      if (below > share * (1 + 1e-12)) break;
      s->available[m->segmentOptionStart[segment] + route - m->cellRouteStart[cell]] = 0;
    }
  }
}

static void apply_effect(const struct model *m, struct state *s, int32_t event, int32_t effect) {
  double strength = s->strength[event];
  double value = m->effectAmount[effect] < 0 ? 0 : s->amount[m->effectAmount[effect]];
  int32_t first = m->effectRouteStart[effect], end = m->effectRouteStart[effect + 1];
  switch (m->effectKind[effect]) {
    case CLOSE:
      multiply_capacity(m, s, effect, 1 - strength);
      if (s->full[event])
        for (int32_t at = first; at < end; at++) s->blockers[m->effectRoutes[at]]++;
      return;
    case OPEN:
      if (s->active[event]) open_links(m, s, effect);
      return;
    case CAPACITY:
      multiply_capacity(m, s, effect, 1 + strength * (value - 1));
      return;
    case COST:
      for (int32_t at = first; at < end; at++) s->addedCost[m->effectRoutes[at]] += strength * value;
      return;
    case RISK:
      for (int32_t at = first; at < end; at++) {
        int32_t route = m->effectRoutes[at];
        s->addedCost[route] += strength * value * m->cellValue[m->routeCell[route]];
      }
      return;
    case TIME:
      for (int32_t at = first; at < end; at++) {
        int32_t route = m->effectRoutes[at];
        double days = strength * value;
        s->addedCost[route] += days * m->cellValueOfTime[m->routeCell[route]];
        s->days[m->effectLegs[at]] += days;
      }
      return;
    case DEMAND:
      for (int32_t at = m->effectCellStart[effect]; at < m->effectCellStart[effect + 1]; at++)
        s->demandFactor[m->effectCells[at]] *= 1 + strength * (value - 1);
      return;
    case BAN:
      if (s->active[event]) ban_routes(m, s, effect);
  }
}

// Legs whose fraction of a step is nearer to a whole one than this count as whole.
static void set_lag(int32_t *steps, double *fraction, double lag) {
  double whole = floor(lag + 1e-9);
  *steps = (int32_t)whole;
  *fraction = lag - whole > 1e-9 ? lag - whole : 0;
}

// Sorts the passages by post, then by whole steps of free time from the origin, then by place: a counting sort.
static void lay_out_announcements(const struct model *m, struct state *s) {
  int32_t rows = s->expectedMask + 1, keys = m->posts * rows, *start = s->keyStart;
  memset(start, 0, sizeof(int32_t) * (size_t)(keys + 1));
  for (int32_t place = 0; place < m->stages; place++)
    start[m->stagePost[m->routeStages[place]] * rows + s->offsetSteps[place] + 1]++;
  s->runs = 0;
  for (int32_t key = 0; key < keys; key++) {
    if (start[key + 1] > 0) {
      s->runRow[s->runs] = key - key % rows;
      s->runSteps[s->runs] = key % rows;
      s->runStart[s->runs++] = start[key];
    }
    start[key + 1] += start[key];
  }
  s->runStart[s->runs] = m->stages;
  for (int32_t place = 0; place < m->stages; place++) {
    int32_t stage = m->routeStages[place];
    int32_t index = start[m->stagePost[stage] * rows + s->offsetSteps[place]]++;
    s->announceRoute[index] = m->stageRoute[stage];
    s->announceFraction[index] = s->offsetFraction[place];
  }
}

static void lay_out_lags(const struct model *m, struct state *s) {
  for (int32_t leg = 0; leg < m->legs; leg++)
    set_lag(&s->legSteps[leg], &s->legFraction[leg], s->days[leg] / m->stepDays);
  memset(s->reach, 0, sizeof(int32_t) * (size_t)m->posts);
  for (int32_t route = 0; route < m->routes; route++) {
    double days = 0;
    for (int32_t place = m->routeStageStart[route]; place < m->routeStageStart[route + 1]; place++) {
      int32_t stage = m->routeStages[place], post = m->stagePost[stage];
      days += s->days[stage];
      set_lag(&s->offsetSteps[place], &s->offsetFraction[place], days / m->stepDays);
      if (s->reach[post] < s->offsetSteps[place] + 1) s->reach[post] = s->offsetSteps[place] + 1;
    }
    s->routeDays[route] = days + s->days[m->routeLastLeg[route]];
  }
  lay_out_announcements(m, s);
}

static void block_routes_through_closed_posts(const struct model *m, struct state *s) {
  for (int32_t post = 0; post < m->posts; post++) {
    if (m->foreseenOf[post] >= 0) {
      block_stages_after_the_last(m, s, post);
      continue;
    }
    if (s->capacity[post] > 0) continue;
    for (int32_t at = m->postStageStart[post]; at < m->postStageStart[post + 1]; at++)
      s->blockers[m->stageRoute[m->postStages[at]]]++;
  }
}

// Takes blocked routes from every segment, and marks whose costs or routes differ from before.
static void mark_changes(const struct model *m, struct state *s) {
  for (int32_t route = 0; route < m->routes; route++)
    if (s->addedCost[route] != s->earlierAddedCost[route]) s->cellChanged[m->routeCell[route]] = 1;
  for (int32_t segment = 0; segment < m->segments; segment++) {
    int32_t cell = m->segmentCell[segment];
    int32_t shift = m->segmentOptionStart[segment] - m->cellRouteStart[cell];
    uint8_t changed = s->step == 0;
    for (int32_t option = m->segmentOptionStart[segment];
         option < m->segmentOptionStart[segment + 1]; option++) {
      if (s->blockers[option - shift] > 0) s->available[option] = 0;
      if (s->available[option] != s->wasAvailable[option]) changed = 1;
    }
    if (!changed) continue;
    s->segmentChanged[segment] = 1;
    s->cellChanged[cell] = 1;
  }
}

static void change_conditions(const struct model *m, struct state *s) {
  reset_conditions(m, s);
  for (int32_t event = 0; event < m->events; event++) {
    if (s->strength[event] == 0 && !s->active[event]) continue;
    for (int32_t effect = m->effectStart[event]; effect < m->effectStart[event + 1]; effect++)
      apply_effect(m, s, event, effect);
  }
  if (s->step == 0 || s->has_time_effects) lay_out_lags(m, s);
  foresee_capacities(m, s);
  block_routes_through_closed_posts(m, s);
  mark_changes(m, s);
}

void apply_events(const struct model *m, struct state *s) {
  int changed = move_events(m, s);
  if (changed || s->pending) change_conditions(m, s);
  apply_calendars(m, s);
}
