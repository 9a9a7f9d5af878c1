// From costs to shares: docs/model.md, sections 4 and 5.
#include <math.h>
#include <string.h>

#include "elementary.h"
#include "engine.h"

static void update_costs(const struct model *m, struct state *s, int32_t cell, double rate) {
  double value_of_time = m->cellValueOfTime[cell];
  for (int32_t route = m->cellRouteStart[cell]; route < m->cellRouteStart[cell + 1]; route++) {
    s->cost[route] = m->routeCost[route] + s->addedCost[route] + value_of_time * s->wait[route];
    if (s->step == 0 || rate == 1)
      s->smoothedCost[route] = s->cost[route];
    else
      s->smoothedCost[route] += rate * (s->cost[route] - s->smoothedCost[route]);
  }
}

static int uses_arc(const struct model *m, int32_t route, int32_t arc) {
  for (int32_t at = m->routeArcStart[route]; at < m->routeArcStart[route + 1]; at++)
    if (m->routeArcs[at] == arc) return 1;
  return 0;
}

// ln PS (5).
static void path_sizes(const struct model *m, const uint8_t *available, double *overlap,
                       int32_t first, int32_t end, int32_t shift) {
  for (int32_t route = first; route < end; route++) {
    double length = 0, size = 0;
    for (int32_t at = m->routeArcStart[route]; at < m->routeArcStart[route + 1]; at++) {
      int users = 0;
      for (int32_t other = first; other < end; other++)
        if (available[other + shift] && uses_arc(m, other, m->routeArcs[at])) users++;
      length += m->routeArcWeight[at];
      size += m->routeArcWeight[at] / (users > 1 ? users : 1);
    }
    overlap[route + shift] =
        length > 0 && available[route + shift] ? portable_log(size / length) : 0;
  }
}

// Weight of the arcs of one route that another uses as well.
static double shared_weight(const struct model *m, int32_t route, int32_t other) {
  double weight = 0;
  for (int32_t at = m->routeArcStart[route]; at < m->routeArcStart[route + 1]; at++)
    if (uses_arc(m, other, m->routeArcs[at])) weight += m->routeArcWeight[at];
  return weight;
}

// The same of C-logit (5b).
static void commonalities(const struct model *m, const uint8_t *available, double *overlap,
                          int32_t first, int32_t end, int32_t shift) {
  for (int32_t route = first; route < end; route++) {
    double length = shared_weight(m, route, route), sum = 0;
    for (int32_t other = first; other < end; other++) {
      double other_length = shared_weight(m, other, other);
      if (!available[other + shift] || other_length == 0 || length == 0) continue;
      sum += shared_weight(m, route, other) / sqrt(length * other_length);
    }
    overlap[route + shift] = sum > 0 && available[route + shift] ? -portable_log(sum) : 0;
  }
}

void correct_overlaps(const struct model *m, const uint8_t *available, double *overlap,
                      int32_t first, int32_t end, int32_t shift) {
  (m->commonality ? commonalities : path_sizes)(m, available, overlap, first, end, shift);
}

// Shares within one group; gives ln of the sum of e^U, -INFINITY for a group without routes (7), (9).
static double share_within(const double *restrict utility, double *restrict probability,
                           int32_t first, int32_t end) {
  double best = -INFINITY, sum = 0;
  for (int32_t row = first; row < end; row++)
    if (utility[row] > best) best = utility[row];
  if (end - first == 1 || best == -INFINITY) {
    for (int32_t row = first; row < end; row++) probability[row] = best == -INFINITY ? 0 : 1;
    return best;
  }
  for (int32_t row = first; row < end; row++) {
    probability[row] = portable_exp(utility[row] - best);
    sum += probability[row];
  }
  for (int32_t row = first; row < end; row++) probability[row] /= sum;
  return best + portable_log(sum);
}

double nested_logit(const struct model *m, const double *utility, double *restrict probability,
                    double *restrict nest, int32_t first, int32_t end, int32_t shift,
                    double scale_ratio, double outside) {
  const int32_t *restrict start = m->groupRouteStart;
  double greatest = -INFINITY;
  for (int32_t group = first; group < end; group++) {
    nest[group] = scale_ratio * share_within(utility, probability, start[group] + shift,
                                             start[group + 1] + shift);
    if (nest[group] > greatest) greatest = nest[group];
  }
  if (greatest == -INFINITY) return 1;
  if (outside > greatest) greatest = outside;
  double outside_weight = portable_exp(outside - greatest), total = outside_weight;
  for (int32_t group = first; group < end; group++) {
    double weight = portable_exp(nest[group] - greatest);
    for (int32_t row = start[group] + shift; row < start[group + 1] + shift; row++)
      probability[row] *= weight;
    total += weight;
  }
  for (int32_t row = start[first] + shift; row < start[end] + shift; row++) probability[row] /= total;
  return outside_weight / total;
}

static void update_segment(const struct model *m, struct state *s, int32_t cell, int32_t segment) {
  int32_t shift = m->segmentOptionStart[segment] - m->cellRouteStart[cell];
  if (s->segmentChanged[segment]) {
    for (int32_t group = m->cellGroupStart[cell]; group < m->cellGroupStart[cell + 1]; group++)
      correct_overlaps(m, s->available, s->overlap, m->groupRouteStart[group],
                       m->groupRouteStart[group + 1], shift);
  }
  double theta = m->cellRouteScale[cell], mu = m->cellCorridorScale[cell];
  for (int32_t route = m->cellRouteStart[cell]; route < m->cellRouteStart[cell + 1]; route++) {
    int32_t option = route + shift;
    s->utility[option] =
        s->available[option] ? s->overlap[option] - theta * s->smoothedCost[route] : -INFINITY;
  }
  s->noShipProbability[segment] =
      nested_logit(m, s->utility, s->probability, s->nestUtility, m->cellGroupStart[cell],
                   m->cellGroupStart[cell + 1], shift, mu / theta,
                   -mu * m->cellReservationCost[cell]);
}

void choose_routes(const struct model *m, struct state *s) {
  double rate = renewal_rate(m->costSmoothingDays, m->stepDays);
  if (rate < 1) memset(s->cellChanged, 1, (size_t)m->cells);
  for (int32_t cell = 0; cell < m->cells; cell++) {
    if (!s->cellChanged[cell]) continue;
    s->cellChanged[cell] = 0;
    update_costs(m, s, cell, rate);
    for (int32_t segment = m->cellSegmentStart[cell]; segment < m->cellSegmentStart[cell + 1];
         segment++)
      update_segment(m, s, cell, segment);
  }
}

// What was on routes that are lost moves at once to the others, by their probabilities.
static void move_lost_shares(struct state *s, int32_t segment, int32_t first, int32_t end) {
  double lost = 0;
  for (int32_t option = first; option < end; option++) {
    if (s->available[option]) continue;
    lost += s->share[option];
    s->share[option] = 0;
  }
  if (lost == 0) return;
  for (int32_t option = first; option < end; option++)
    s->share[option] += lost * s->probability[option];
  s->noShipShare[segment] += lost * s->noShipProbability[segment];
}

void update_shares(const struct model *m, struct state *s, double rate) {
  double now = s->step == 0 ? 1 : rate;
  for (int32_t segment = 0; segment < m->segments; segment++) {
    if (!s->segmentChanged[segment]) continue;
    s->segmentChanged[segment] = 0;
    move_lost_shares(s, segment, m->segmentOptionStart[segment], m->segmentOptionStart[segment + 1]);
  }
  if (now == 1) {
    memcpy(s->share, s->probability, sizeof(double) * (size_t)m->options);
    memcpy(s->noShipShare, s->noShipProbability, sizeof(double) * (size_t)m->segments);
    return;
  }
  double *restrict share = s->share, *restrict no_ship = s->noShipShare;
  const double *restrict probability = s->probability;
  const double *restrict no_ship_probability = s->noShipProbability;
  for (int32_t option = 0; option < m->options; option++)
    share[option] += now * (probability[option] - share[option]);
  for (int32_t segment = 0; segment < m->segments; segment++)
    no_ship[segment] += now * (no_ship_probability[segment] - no_ship[segment]);
}
