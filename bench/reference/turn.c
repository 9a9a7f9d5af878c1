// Turning back: docs/model.md, section 8.
#include <math.h>
#include <string.h>

#include "engine.h"

// Probabilities of an onward set's routes at the costs of the step; false when none is open.
static int choose(const struct model *m, struct state *s, int32_t set) {
  int open = 0;
  for (int32_t route = m->onwardRouteStart[set]; route < m->onwardRouteStart[set + 1]; route++) {
    s->onwardAvailable[route] = s->blockers[route] == 0;
    if (s->onwardAvailable[route]) open = 1;
  }
  if (!open) return 0;
  int32_t cell = m->routeCell[m->onwardRouteStart[set]];
  double theta = m->cellRouteScale[cell];
  for (int32_t group = m->onwardGroupStart[set]; group < m->onwardGroupStart[set + 1]; group++) {
    int32_t first = m->groupRouteStart[group], end = m->groupRouteStart[group + 1];
    correct_overlaps(m, s->onwardAvailable, s->onwardOverlap, first, end, 0);
    for (int32_t route = first; route < end; route++) {
      s->onwardCost[route] =
          m->routeCost[route] + s->addedCost[route] + m->cellValueOfTime[cell] * s->wait[route];
      s->onwardUtility[route] = s->onwardAvailable[route]
                                    ? s->onwardOverlap[route] - theta * s->onwardCost[route]
                                    : -INFINITY;
    }
  }
  nested_logit(m, s->onwardUtility, s->onwardProbability, s->nestUtility, m->onwardGroupStart[set],
               m->onwardGroupStart[set + 1], 0, m->cellCorridorScale[cell] / theta, -INFINITY);
  return 1;
}

// Spreads the tonnes of a stage over its onward routes, and books them.
static void send_onward(const struct model *m, struct state *s, int32_t stage, double tonnes,
                        struct results *r) {
  int32_t set = m->stageOnwardSet[stage], group = m->routeGroup[m->stageRoute[stage]];
  int32_t at_post = m->stepMonth[s->step] * m->posts + m->stagePost[stage];
  for (int32_t route = m->onwardRouteStart[set]; route < m->onwardRouteStart[set + 1]; route++) {
    double part = tonnes * s->onwardProbability[route];
    s->dispatched[route] += part;
    s->turnedIn[m->routeGroup[route]] += part;
    r->postTurnedCost[at_post] += part * (m->turningCost + s->onwardCost[route]);
  }
  s->turnedOut[group] += tonnes;
  r->groupTurnedBack[m->stepYear[s->step] * m->groups + group] += tonnes;
  r->postTurnedBack[at_post] += tonnes;
}

// Draws the curve of a stage anew from the head on, and adds it to that of its post; gives what the stage has waiting.
static double redraw(const struct model *m, struct state *s, int32_t post, int32_t stage,
                     int32_t last_step) {
  double left = s->stageLeft[stage], waiting = 0;
  double at_cut = s->stageCurve[(int64_t)(last_step & s->curveMask) * m->stages + stage];
  int32_t head = s->queueHead[post];
  for (int32_t step = head; step < s->step; step++) {
    int64_t row = step & s->curveMask;
    double *place = s->stageCurve + row * m->stages + stage;
    if (step == head)
      waiting = 0;
    else if (s->turned[stage] == 0)
      waiting = greater(0, *place - left);
    else
      waiting = step <= last_step ? 0 : *place - at_cut;
    *place = left + waiting;
    s->postCurve[row * m->posts + post] += waiting;
  }
  return waiting;
}

// Takes what has turned back out of the queue, as if it had never come.
static void take_from_queue(const struct model *m, struct state *s, int32_t post, int32_t last_step) {
  for (int32_t step = s->queueHead[post]; step < s->step; step++)
    s->postCurve[(int64_t)(step & s->curveMask) * m->posts + post] = s->postLeft[post];
  double queue = 0;
  for (int32_t at = m->postStageStart[post]; at < m->postStageStart[post + 1]; at++)
    queue += redraw(m, s, post, m->postStages[at], last_step);
  s->queue[post] = queue;
}

static void turn_at(const struct model *m, struct state *s, int32_t post, int32_t last_step,
                    struct results *r) {
  double sum = 0;
  for (int32_t at = m->postStageStart[post]; at < m->postStageStart[post + 1]; at++) {
    int32_t stage = m->postStages[at], set = m->stageOnwardSet[stage];
    s->turned[stage] = 0;
    if (set < 0) continue;
    double came = s->stageCurve[(int64_t)(last_step & s->curveMask) * m->stages + stage];
    double tonnes = greater(0, came - s->stageLeft[stage]);
    if (tonnes == 0) continue;
    if (!s->onwardChosen[set]) s->onwardChosen[set] = choose(m, s, set) ? 1 : 2;
    if (s->onwardChosen[set] == 2) continue;
    s->turned[stage] = tonnes;
    sum += tonnes;
    send_onward(m, s, stage, tonnes, r);
  }
  if (sum > 0) take_from_queue(m, s, post, last_step);
}

void turn_back(const struct model *m, struct state *s, struct results *r) {
  // The arrivals of step s have all come by the beginning of step s + 1.
  int32_t last_step = s->step - 1 - (int32_t)ceil(m->patienceDays / m->stepDays - 1e-9);
  memset(s->onwardChosen, 0, (size_t)m->onwardSets);
  for (int32_t post = 0; post < m->posts; post++) {
    int32_t foreseen = m->foreseenOf[post];
    double capacity = foreseen >= 0 ? s->capacityOfEvents[foreseen] : s->capacity[post];
    if (!s->queueing[post] || capacity != 0 || last_step <= s->queueHead[post]) continue;
    turn_at(m, s, post, last_step, r);
  }
}
