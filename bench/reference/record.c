// Sums of what happens in the steps by month and year, and the accounts: docs/model.md, section 10.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine.h"

static void record_dispatches(const struct model *m, struct state *s, struct results *r) {
  int32_t month = m->stepMonth[s->step];
  double *restrict tonnes_row = r->corridorTonnes + month * (m->corridors + 1);
  double *restrict cost_row = r->corridorCost + month * m->corridors;
  double *restrict days_row = r->corridorTonneDays + month * m->corridors;
  double *restrict waits_row = r->groupWaits + m->stepYear[s->step] * m->groups;
  const double *restrict dispatched = s->dispatched, *restrict cost = s->cost;
  const double *restrict days = s->routeDays, *restrict wait = s->wait;
  for (int32_t group = 0; group < m->groups; group++) {
    double group_tonnes = 0, group_cost = 0, group_days = 0, group_waits = 0;
    for (int32_t route = m->groupRouteStart[group]; route < m->groupRouteStart[group + 1]; route++) {
      double tonnes = dispatched[route];
      group_tonnes += tonnes;
      group_cost += tonnes * cost[route];
      group_days += tonnes * (days[route] + wait[route]);
      group_waits += tonnes * wait[route];
    }
    waits_row[group] += group_waits;
    int32_t corridor = m->groupCorridor[group];
    tonnes_row[corridor] += group_tonnes;
    cost_row[corridor] += group_cost;
    days_row[corridor] += group_days;
  }
  for (int32_t cell = 0; cell < m->cells; cell++) tonnes_row[m->corridors] += s->notShippedNow[cell];
}

// Books what the events of the step add to the costs of what was dispatched, over the routes that they hit.
static void record_event_costs(const struct model *m, struct state *s, struct results *r) {
  int32_t row = m->stepYear[s->step] * m->groups;
  for (int32_t event = 0; event < m->events; event++) {
    if (s->strength[event] == 0) continue;
    for (int32_t effect = m->effectStart[event]; effect < m->effectStart[event + 1]; effect++) {
      int32_t kind = m->effectKind[effect];
      if (kind != COST && kind != TIME && kind != RISK) continue;
      double *sums = kind == COST ? r->groupEventCost
                     : kind == TIME ? r->groupEventTime
                                    : r->groupEventRisk;
      double value = s->strength[event] * s->amount[m->effectAmount[effect]];
      for (int32_t at = m->effectRouteStart[effect]; at < m->effectRouteStart[effect + 1]; at++) {
        int32_t route = m->effectRoutes[at], cell = m->routeCell[route];
        double cost = kind == COST ? value
                      : value * (kind == TIME ? m->cellValueOfTime : m->cellValue)[cell];
        sums[row + m->routeGroup[route]] += s->dispatched[route] * cost;
      }
    }
  }
}

// Takes the step's arrivals at destinations.
static void take_deliveries(const struct model *m, struct state *s, struct results *r) {
  double *restrict row = s->arriving + (int64_t)(s->step & s->arrivingMask) * m->legs;
  double *restrict year_row = r->groupDelivered + m->stepYear[s->step] * m->groups;
  double *restrict so_far = s->deliveredSoFar;
  for (int32_t leg = m->stages; leg < m->legs; leg++) {
    int32_t group = m->routeGroup[m->legRoute[leg]];
    double tonnes = row[leg];
    row[leg] = 0;
    year_row[group] += tonnes;
    so_far[group] += tonnes;
  }
}

// Counts the tonnes that stand in queues and move along legs.
static void count_stocks(const struct model *m, struct state *s, struct results *r, int32_t year) {
  const double *curve = s->stageCurve + (int64_t)(s->step & s->curveMask) * m->stages;
  double *queued = r->groupQueued + year * m->groups, *moving = r->groupInTransit + year * m->groups;
  for (int32_t stage = 0; stage < m->stages; stage++) {
    if (!s->queueing[m->stagePost[stage]]) continue;
    queued[m->routeGroup[m->stageRoute[stage]]] += curve[stage] - s->stageLeft[stage];
  }
  for (int32_t leg = 0; leg < m->legs; leg++)
    for (int64_t row = 0; row <= s->arrivingMask; row++)
      moving[m->routeGroup[m->legRoute[leg]]] += s->arriving[row * m->legs + leg];
}

static void move_year(double *table, double *account, int32_t width, int32_t year) {
  memcpy(table + (int64_t)year * width, account, sizeof(double) * (size_t)width);
  memset(account, 0, sizeof(double) * (size_t)width);
}

static double sum_of_years(const double *table, int32_t width, int32_t index, int32_t year) {
  double sum = 0;
  for (int32_t earlier = 0; earlier <= year; earlier++) sum += table[earlier * width + index];
  return sum;
}

// Largest miss of the accounts (22) as a share of the cell's cumulated demand.
static double balance_error(const struct model *m, const struct state *s, const struct results *r,
                            int32_t year) {
  double error = 0;
  double *demand = allocate(m->cells, sizeof *demand), *missing = allocate(m->cells, sizeof *demand);
  double *turned = allocate(m->cells, sizeof *demand);
  for (int32_t cell = 0; cell < m->cells; cell++) {
    demand[cell] = sum_of_years(r->cellDemand, m->cells, cell, year);
    missing[cell] = demand[cell] - sum_of_years(r->cellNotShipped, m->cells, cell, year);
  }
  for (int32_t group = 0; group < m->groups; group++) {
    int32_t cell = m->groupCell[group];
    double stock = r->groupQueued[year * m->groups + group] + r->groupInTransit[year * m->groups + group];
    double dispatched = sum_of_years(r->groupDispatched, m->groups, group, year);
    double turned_in = s->turnedIn[group] - s->turnedOut[group];
    missing[cell] -= dispatched;
    turned[cell] += turned_in;
    if (demand[cell] > 0)
      error = greater(
          error, fabs(dispatched + turned_in - s->deliveredSoFar[group] - stock) / demand[cell]);
  }
  for (int32_t cell = 0; cell < m->cells; cell++) {
    if (demand[cell] == 0) continue;
    error = greater(error, fabs(missing[cell]) / demand[cell]);
    error = greater(error, fabs(turned[cell]) / demand[cell]);
  }
  free(demand);
  free(missing);
  free(turned);
  const double *curve = s->stageCurve + (int64_t)(s->step & s->curveMask) * m->stages;
  for (int32_t post = 0; post < m->posts; post++) {
    if (!s->queueing[post]) continue;
    double parts = 0, passed = s->postCurve[(int64_t)(s->step & s->curveMask) * m->posts + post];
    for (int32_t at = m->postStageStart[post]; at < m->postStageStart[post + 1]; at++)
      parts += curve[m->postStages[at]] - s->stageLeft[m->postStages[at]];
    if (passed > 0) error = greater(error, fabs(parts - s->queue[post]) / passed);
  }
  return error;
}

static void close_year(const struct model *m, struct state *s, struct results *r, int32_t year) {
  count_stocks(m, s, r, year);
  // what a route dispatched entered its first leg: those of kinds 0 and 2
  for (int32_t kind = 0; kind <= 2; kind += 2)
    for (int32_t leg = m->legKindStart[kind]; leg < m->legKindStart[kind + 1]; leg++)
      if (m->legSource[leg] < m->cellRouteStart[m->cells])  // not onward
        r->routeDispatched[year * m->routes + m->legSource[leg]] = s->legTonnes[leg];
  for (int32_t leg = 0; leg < m->legs; leg++) {
    for (int32_t at = m->legArcStart[leg]; at < m->legArcStart[leg + 1]; at++)
      r->arcTonnes[year * m->arcs + m->legArcs[at]] += s->legTonnes[leg];
    s->legTonnes[leg] = 0;
  }
  move_year(r->groupDispatched, s->dispatchedInYear, m->groups, year);
  move_year(r->cellDemand, s->demandInYear, m->cells, year);
  move_year(r->cellNotShipped, s->notShippedInYear, m->cells, year);
  r->largestBalanceError = greater(r->largestBalanceError, balance_error(m, s, r, year));
}

void record_step(const struct model *m, struct state *s, struct results *r) {
  record_dispatches(m, s, r);
  record_event_costs(m, s, r);
  take_deliveries(m, s, r);
  int32_t year = m->stepYear[s->step];
  if (s->step + 1 == m->steps || m->stepYear[s->step + 1] != year) close_year(m, s, r, year);
}
